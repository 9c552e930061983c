package dev.stepwise.compute.bpe;

import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;

/// How often words occur, and how many there are.
record Frequencies(BpeFrame frame) {

  private Corpus.Words words() {
    return frame.training().words();
  }

  /// The frequency of a word, where another number is made from it.
  Operand operand(int word) {
    long frequency = words().frequency(word);
    return frame.isSpelledOut() && !frame.isEncoding()
        ? Operand.at((double) frequency, BpeVariables.FREQUENCIES, word)
        : Operand.count(frequency);
  }

  /// How often a word occurs.
  Derivation derivation(Ref ref, int word) {
    var text = frame.problem().corpus().text();
    long frequency = words().frequency(word);
    var name = Signs.word(words().word(word));
    var times = Phrases.times(frequency);
    var all = Phrases.count(words().total(), "word");
    return Derivation.of(
            ref, (double) frequency, text.isPresent() ? counted(word) : new Operation.Given())
        .titled("Frequency of " + name)
        .saying(
            (text.isPresent()
                    ? "%s stands %s among the %s of the text.".formatted(name, times, all)
                    : "%s was given with the frequency %s among %s."
                        .formatted(name, Phrases.number(frequency), all))
                + " It is kept once, and whatever is counted in it counts %s.".formatted(times));
  }

  /// Of each word of the text, whether it is this one.
  private Operation counted(int word) {
    var wanted = words().word(word);
    var same =
        frame.problem().corpus().spelled().stream()
            .map(each -> Operand.count(each.equals(wanted) ? 1 : 0))
            .toList();
    return new Operation.Counted(same, Relation.EQUAL, Operand.count(1));
  }

  /// The frequency of a word under another name.
  Derivation moved(Ref ref, int word) {
    var why = derivation(ref, word);
    return frame.isSpelledOut()
        ? Derivation.of(ref, why.value(), new Operation.Moved(operand(word)))
            .titled(why.title())
            .saying(why.sentence())
        : why;
  }

  /// How many words there are in all.
  Derivation total() {
    var sum = new Operation.Sum(Operand.list(words().size(), this::operand));
    return Derivation.of(Ref.of(BpeVariables.TOTAL), (double) words().total(), sum)
        .titled("Words of the corpus")
        .saying("The frequencies of the different words, added up.");
  }

  /// How many different ones there are.
  Derivation different() {
    var there =
        new Operation.Counted(
            Operand.list(words().size(), this::operand), Relation.AT_LEAST, Operand.count(1));
    return Derivation.of(Ref.of(BpeVariables.DIFFERENT), words().size(), there)
        .titled("Different words")
        .saying("Each word is kept once, with its frequency.");
  }
}
