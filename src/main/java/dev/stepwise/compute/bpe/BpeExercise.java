package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Unicode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The BPE exercise.
public final class BpeExercise implements Exercise<BpeProblem, BpeFrame> {
  private static final String STANDARD_CORPUS = "low low low lower lower lowest";
  private static final long STANDARD_MERGES = 10;
  private static final long MOST_MERGES = 1_000_000;

  /// All counts stay exact, for whoever reads them as doubles too.
  private static final long MOST_TOKENS = 1L << 53;

  private final AtomicReference<@Nullable Training> latest = new AtomicReference<>();

  @Override
  public String id() {
    return "bpe";
  }

  @Override
  public String title() {
    return "BPE tokenizer";
  }

  @Override
  public Schema schema() {
    return new Schema(
        List.of(
            new Field("corpus", "Text", new Kind.Text(), Standing.FILE_ONLY),
            new Field("words", "Words", new Kind.Words(), Standing.FILE_ONLY),
            new Field("encode", "Words to encode", new Kind.Strings(), Standing.FILE_ONLY)),
        List.of(
            new Field(
                "num_merges",
                "Merges",
                new Kind.Whole(0, MOST_MERGES, STANDARD_MERGES),
                Standing.PROMINENT),
            choice("tie_break", "Tie", TieBreak.values(), TieBreak::word, Standing.PROMINENT)
                .withHint(
                    "Which of equally frequent pairs is merged: the one met first in the text, or "
                        + "the one that sorts first."),
            new Field(
                    "marker",
                    "End of word",
                    new Kind.Choice(List.of(Rules.END_OF_WORD, ""), Rules.END_OF_WORD),
                    Standing.FURTHER)
                .withHint(
                    "The symbol put after every word. Without it, nothing tells a token at the end "
                        + "of a word from the same letters inside one."),
            choice(
                    "pair_count",
                    "Count pairs",
                    PairCount.values(),
                    PairCount::word,
                    Standing.FURTHER)
                .asVariant()
                .withHint(
                    "every-occurrence: each place where a pair stands counts. once-per-word shows "
                        + "a mistake: banana counts (a, n) once, though it holds it twice."),
            choice("replace", "Replace", Replacement.values(), Replacement::word, Standing.FURTHER)
                .asVariant()
                .withHint(
                    "symbols: two neighbouring symbols become one. text shows a mistake: the text"
                        + " of the pair is replaced wherever one symbol ends like its left half and"
                        + " the next begins like its right half, and so joins other symbols"
                        + " too.")));
  }

  private static <E> Field choice(
      String name, String label, E[] values, Function<E, String> word, Standing standing) {
    var words = Stream.of(values).map(word).toList();
    return new Field(name, label, new Kind.Choice(words, words.getFirst()), standing);
  }

  /// {@inheritDoc}
  ///
  /// Without `corpus` and `words`, the corpus is *low low low lower lower lowest*. Without
  /// `encode`, nothing is encoded.
  @Override
  public BpeProblem complete(Given given) {
    var rules =
        new Rules(
            named(given, "tie_break", TieBreak.values(), TieBreak::word),
            given.parameter("marker", String.class).orElse(Rules.END_OF_WORD),
            named(given, "pair_count", PairCount.values(), PairCount::word),
            named(given, "replace", Replacement.values(), Replacement::word));
    return new BpeProblem(
        corpus(given, rules),
        rules,
        given.parameter("num_merges", Long.class).orElse(STANDARD_MERGES).intValue(),
        encode(given));
  }

  private static List<String> encode(Given given) {
    var words = strings(given.input("encode", List.class).orElse(List.of()));
    for (int i = 0; i < words.size(); i++) {
      checkWord(words.get(i), "/inputs/encode/" + i, "/inputs/encode/" + i);
    }
    return words;
  }

  /// @param place of a word that is none
  /// @param container the place where an empty word is told
  private static void checkWord(String word, String place, String container) {
    if (word.isEmpty()) {
      throw new InvalidInput(container, "has an empty word", "give words of letters");
    }
    Unicode.check(word, place);
    if (word.codePoints().anyMatch(Corpus::isSpace)) {
      throw new InvalidInput(place, "has white space in it", "give two words instead");
    }
  }

  private static <E> E named(Given given, String name, E[] values, Function<E, String> word) {
    var wanted = given.parameter(name, String.class).orElse(word.apply(values[0]));
    return Stream.of(values)
        .filter(value -> word.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new InvalidInput(
                "/parameters/" + name,
                "is '" + wanted + "'",
                "choose " + String.join(" or ", Stream.of(values).map(word).toList())));
  }

  private static List<String> strings(List<?> texts) {
    return texts.stream().map(String.class::cast).toList();
  }

  private static Corpus corpus(Given given, Rules rules) {
    var text = given.input("corpus", String.class);
    var words = given.input("words", SequencedMap.class);
    if (words.isEmpty()) {
      text.ifPresent(typed -> Unicode.check(typed, "/inputs/corpus"));
      var corpus = Corpus.ofText(text.orElse(STANDARD_CORPUS));
      if (corpus.isEmpty()) {
        throw new InvalidInput(
            "/inputs/corpus", "has no words", "give a text with at least one word");
      }
      return corpus;
    }
    if (text.isPresent()) {
      throw new InvalidInput(
          "/inputs/words", "stands beside a corpus", "give either corpus or words");
    }
    return counted(words.get(), rules);
  }

  private static Corpus counted(SequencedMap<?, ?> given, Rules rules) {
    var frequencies = new LinkedHashMap<String, Long>();
    long tokens = 0;
    for (var entry : given.entrySet()) {
      var word = (String) entry.getKey();
      long frequency = (Long) entry.getValue();
      var place = "/inputs/words/" + word.replace("~", "~0").replace("/", "~1");
      checkWord(word, place, "/inputs/words");
      long symbols = word.codePointCount(0, word.length()) + (rules.marksEnds() ? 1 : 0);
      if (frequency > (MOST_TOKENS - tokens) / symbols) {
        throw new InvalidInput(
            place,
            "occurs %d times, and all tokens together would be more than 2^53".formatted(frequency),
            "give smaller frequencies");
      }
      tokens += frequency * symbols;
      frequencies.put(word, frequency);
    }
    if (frequencies.isEmpty()) {
      throw new InvalidInput("/inputs/words", "is empty", "give at least one word");
    }
    return Corpus.ofWords(frequencies);
  }

  @Override
  public Given given(BpeProblem problem) {
    var inputs = new LinkedHashMap<String, Object>();
    Optional<String> text = problem.corpus().text();
    if (text.isPresent()) {
      inputs.put("corpus", text.get());
    } else {
      var words = problem.corpus().words();
      var frequencies = new LinkedHashMap<String, Long>();
      for (int word = 0; word < words.size(); word++) {
        frequencies.put(words.word(word), words.frequency(word));
      }
      inputs.put("words", frequencies);
    }
    inputs.put("encode", problem.encode());
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("num_merges", (long) problem.numMerges());
    parameters.put("tie_break", problem.rules().tieBreak().word());
    parameters.put("marker", problem.rules().marker());
    parameters.put("pair_count", problem.rules().pairCount().word());
    parameters.put("replace", problem.rules().replacement().word());
    return new Given(inputs, parameters);
  }

  @Override
  public Run<BpeFrame> run(BpeProblem problem) {
    return new BpeRun(problem, training(problem));
  }

  /// The learning of a problem: the same as last time where only the words to encode are others, so
  /// that nothing is learned twice.
  public Training training(BpeProblem problem) {
    var known = latest.get();
    if (known != null && known.serves(problem)) {
      return known;
    }
    var fresh = new Training(problem);
    latest.set(fresh);
    return fresh;
  }

  /// {@inheritDoc}
  ///
  /// @throws IllegalArgumentException if the frame is not the last one of a run: a defect
  @Override
  public SequencedMap<String, Value> result(BpeFrame last) {
    if (!(last.focus() instanceof Focus.Encoded encoded)) {
      throw new IllegalArgumentException("the run ends with an Encoded step");
    }
    var merges = last.training().merges(last.applied());
    var encodings = new LinkedHashMap<String, Value>();
    encoded
        .encodings()
        .forEach(each -> encodings.put(each.word(), BpeVariables.symbols(each.tokens())));
    var result = new LinkedHashMap<String, Value>();
    result.put(
        "merges",
        new Value.Many(merges.stream().map(merge -> BpeVariables.pair(merge.pair())).toList()));
    result.put(
        "merge_counts",
        new Value.Many(
            merges.stream().<Value>map(merge -> new Value.Whole(merge.count())).toList()));
    result.put("vocabulary", BpeVariables.symbols(last.training().symbols(last.applied())));
    result.put("encodings", new Value.Named(encodings));
    return result;
  }

  @Override
  public List<Condition> conditions() {
    return BpeConditions.ALL;
  }
}
