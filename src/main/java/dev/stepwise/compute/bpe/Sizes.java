package dev.stepwise.compute.bpe;

import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How long the corpus is, how large the vocabulary, and the ids in it.
///
/// @param frame the frame of the step
/// @param merges after how many merges
record Sizes(BpeFrame frame, int merges) {

  /// The sizes as they stand at a step.
  Sizes(BpeFrame frame) {
    this(frame, frame.applied());
  }

  private Training training() {
    return frame.training();
  }

  /// The merge that made them; empty before any.
  private Optional<Merge> merge() {
    return merges == 0 ? Optional.empty() : Optional.of(training().merge(merges - 1));
  }

  /// A quotient in words: `2.33 tokens`.
  static String average(long tokens, long words) {
    return Numbers.text((double) tokens / words) + (tokens == words ? " token" : " tokens");
  }

  /// How many tokens the words have.
  Derivation length() {
    return Derivation.of(Ref.of(BpeVariables.LENGTH), (double) training().tokens(merges), tokens())
        .titled("Tokens after " + Phrases.count(merges, "merge"))
        .saying(
            merges == 0
                ? "Each word adds its frequency times its symbols."
                : "The merge makes one token of two wherever it replaces the pair.");
  }

  private Operation tokens() {
    return merge()
        .<Operation>map(merge ->
            new Operation.Difference(
                Operand.count(merge.tokens() + merge.replaced()), Operand.count(merge.replaced())))
        .orElseGet(this::split);
  }

  private Operation split() {
    var words = training().words();
    var rules = frame.problem().rules();
    return new Operation.Sum(
        Operand.list(
            words.size(),
            word ->
                Operand.of(
                    new Operation.Product(
                        List.of(
                            new Frequencies(frame).operand(word),
                            Operand.count(Bpe.split(words.word(word), rules).size()))))));
  }

  /// How many tokens a word takes on average.
  Derivation tokensPerWord() {
    long tokens = training().tokens(merges);
    long words = training().words().total();
    boolean now = merges == frame.applied();
    boolean change = merges > 0 && frame.merge().filter(m -> m.number() == merges).isPresent();
    var length = change ? Operand.of(tokens()) : there(now, tokens, Ref.of(BpeVariables.LENGTH));
    var total = there(now, words, Ref.of(BpeVariables.TOTAL));
    return Derivation.of(
            Ref.of(BpeVariables.PER_WORD),
            (double) tokens / words,
            new Operation.Quotient(length, total))
        .titled("After " + Phrases.count(merges, "merge"))
        .symbols("\\frac{\\text{tokens}}{\\text{words}}")
        .saying(
            "After %s the %s are written with %s, out of a vocabulary of %s. More merges make texts shorter and the vocabulary longer."
                .formatted(
                    Phrases.count(merges, "merge"),
                    Phrases.count(words, "word"),
                    Phrases.count(tokens, "token"),
                    Phrases.count(training().vocabulary(merges), "symbol")));
  }

  private Operand there(boolean now, long number, Ref ref) {
    return now && ref.in(frame.variables()).isPresent()
        ? Operand.at(ref, (double) number)
        : Operand.count(number);
  }

  /// How many tokens a word has after the pair was replaced in it.
  Derivation shortened(MergeFocus.WordReplaced focus) {
    int before = focus.before(frame).size();
    int fewer = focus.fewer(frame);
    var rest =
        new Operation.Difference(Operand.at(before, BpeVariables.BEFORE), Operand.count(fewer));
    return Derivation.of(Ref.of(BpeVariables.AFTER), rest.result(), rest)
        .titled("Tokens of " + Signs.word(training().words().word(focus.word())))
        .symbols("\\text{tokens}")
        .saying(
            "The word had %s; the pair was replaced %s, and each time two tokens became one."
                .formatted(Phrases.count(before, "token"), Phrases.times(fewer)));
  }

  /// How many symbols there are.
  Derivation vocabulary() {
    int size = training().vocabulary(merges);
    var merge = merge();
    var ref = Ref.of(BpeVariables.VOCABULARY);
    if (merge.isEmpty()) {
      return Derivation.of(ref, size, novelties(Optional.empty()))
          .titled("Symbols of the words")
          .saying("The vocabulary begins with every symbol that is met in the words, each once.");
    }
    int before = training().vocabulary(merges - 1);
    var sum = new Operation.Sum(List.of(Operand.count(before), Operand.count(size - before)));
    var made = Signs.symbol(merge.get().symbol());
    return Derivation.of(ref, size, sum)
        .titled("Vocabulary after " + Phrases.count(merges, "merge"))
        .symbols("\\text{symbols}")
        .saying(
            merge.get().again()
                ? "The merge adds nothing, because %s had been made before.".formatted(made)
                : "The merge adds one symbol, %s.".formatted(made));
  }

  /// The id of a token; empty for one that is not in the vocabulary.
  Optional<Derivation> id(Ref ref, Symbol token) {
    OptionalInt id = training().id(token, merges);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    int first = training().vocabulary(0);
    int made = id.getAsInt() - first;
    boolean isMade = made >= 0;
    var operation =
        isMade
            ? new Operation.Sum(List.of(Operand.count(first), Operand.count(made)))
            : novelties(Optional.of(token));
    var words =
        isMade
            ? "The vocabulary begins with the %s of the words, and %s made before %s: counted from 0, it is number %d."
                .formatted(
                    Phrases.count(first, "symbol"),
                    made == 1 ? "1 more was" : Phrases.number(made) + " more were",
                    Signs.symbol(token),
                    id.getAsInt())
            : "The symbols of the words are numbered from 0 as they are met: before %s, %s."
                .formatted(
                    Signs.symbol(token),
                    id.getAsInt() == 0
                        ? "there is none"
                        : Phrases.countIs(id.getAsInt(), "other") + " met");
    return Optional.of(
        Derivation.of(ref, id.getAsInt(), operation)
            .titled("Id of " + Signs.symbol(token))
            .symbols("\\text{id}")
            .saying(words));
  }

  /// Counts the symbols of the words that are met for the first time, up to one of them or all.
  private Operation novelties(Optional<Symbol> end) {
    var words = training().words();
    var met = new HashSet<Symbol>();
    var operands = new ArrayList<Operand>();
    for (var word : words.words()) {
      for (var symbol : Bpe.split(word, frame.problem().rules())) {
        if (end.equals(Optional.of(symbol))) {
          return counted(operands);
        }
        operands.add(Operand.count(met.add(symbol) ? 1 : 0));
      }
    }
    return counted(operands);
  }

  private static Operation counted(List<Operand> operands) {
    return new Operation.Counted(operands, Relation.EQUAL, Operand.count(1));
  }
}
