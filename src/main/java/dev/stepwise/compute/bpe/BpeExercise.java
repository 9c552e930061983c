package dev.stepwise.compute.bpe;

import static dev.stepwise.compute.bpe.BpeParameters.CORPUS;
import static dev.stepwise.compute.bpe.BpeParameters.ENCODE;
import static dev.stepwise.compute.bpe.BpeParameters.MARKER;
import static dev.stepwise.compute.bpe.BpeParameters.MISTAKE;
import static dev.stepwise.compute.bpe.BpeParameters.NUM_MERGES;
import static dev.stepwise.compute.bpe.BpeParameters.PAIR_COUNT;
import static dev.stepwise.compute.bpe.BpeParameters.REPLACE;
import static dev.stepwise.compute.bpe.BpeParameters.TIE_BREAK;
import static dev.stepwise.compute.bpe.BpeParameters.WORDS;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The BPE exercise.
public final class BpeExercise implements Exercise<BpeProblem, BpeFrame> {
  private static final String STANDARD_CORPUS = "low low low lower lower lowest";

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
    return BpeParameters.SCHEMA;
  }

  /// {@inheritDoc}
  ///
  /// Without `corpus` and `words`, the corpus is *low low low lower lower lowest*. Without
  /// `encode`, nothing is encoded.
  @Override
  public BpeProblem complete(Given given) {
    var rules =
        new Rules(TIE_BREAK.of(given), MARKER.of(given), PAIR_COUNT.of(given), REPLACE.of(given));
    return new BpeProblem(
        corpus(given, rules), rules, NUM_MERGES.of(given), encode(given), MISTAKE.of(given));
  }

  private static List<String> encode(Given given) {
    var words = ENCODE.in(given).orElse(List.of());
    for (int i = 0; i < words.size(); i++) {
      var place = ENCODE.place() + "/" + i;
      checkWord(words.get(i), place, place);
    }
    return words;
  }

  /// @param place of a word that is none
  /// @param container the place where an empty word is told
  private static void checkWord(String word, String place, String container) {
    if (word.isEmpty()) {
      throw new InvalidInput(container, "has an empty word", "give words of letters");
    }
    if (word.codePoints().anyMatch(Corpus::isSpace)) {
      throw new InvalidInput(place, "has white space in it", "give two words instead");
    }
  }

  private static Corpus corpus(Given given, Rules rules) {
    var text = CORPUS.in(given);
    var words = WORDS.in(given);
    if (words.isEmpty()) {
      var corpus = Corpus.ofText(text.orElse(STANDARD_CORPUS));
      if (corpus.isEmpty()) {
        throw new InvalidInput(
            CORPUS.place(), "has no words", "give a text with at least one word");
      }
      return corpus;
    }
    if (text.isPresent()) {
      throw new InvalidInput(
          WORDS.place(), "stands beside a corpus", "give either corpus or words");
    }
    return counted(words.get(), rules);
  }

  private static Corpus counted(SequencedMap<String, Long> given, Rules rules) {
    var frequencies = new LinkedHashMap<String, Long>();
    long tokens = 0;
    for (var entry : given.entrySet()) {
      var word = entry.getKey();
      long frequency = entry.getValue();
      var place = WORDS.place() + "/" + word.replace("~", "~0").replace("/", "~1");
      checkWord(word, place, WORDS.place());
      long symbols = word.codePointCount(0, word.length()) + (rules.marksEnds() ? 1L : 0L);
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
      throw new InvalidInput(WORDS.place(), "is empty", "give at least one word");
    }
    return Corpus.ofWords(frequencies);
  }

  @Override
  public Given given(BpeProblem problem) {
    var text = problem.corpus().text();
    var rules = problem.stated();
    return Given.nothing()
        .withKnown(CORPUS, text)
        .withKnown(
            WORDS, text.isPresent() ? Optional.empty() : Optional.of(frequencies(problem.corpus())))
        .with(ENCODE, problem.encode())
        .with(NUM_MERGES, problem.numMerges())
        .with(TIE_BREAK, rules.tieBreak())
        .with(MARKER, rules.marker())
        .with(PAIR_COUNT, rules.pairCount())
        .with(REPLACE, rules.replacement())
        .with(MISTAKE, problem.mistake());
  }

  private static SequencedMap<String, Long> frequencies(Corpus corpus) {
    var words = corpus.words();
    var frequencies = new LinkedHashMap<String, Long>();
    for (int word = 0; word < words.size(); word++) {
      frequencies.put(words.word(word), words.frequency(word));
    }
    return frequencies;
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
    if (!(last.focus() instanceof EncodeFocus.Encoded encoded)) {
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
  public Optional<Derivation> why(BpeFrame frame, Ref ref) {
    return new BpeDerivations(frame).of(ref);
  }

  @Override
  public List<String> grains(BpeProblem problem) {
    return List.of("merge", "part", "pair");
  }

  @Override
  public Map<String, Double> sizes(BpeProblem problem) {
    var training = training(problem);
    var words = training.words();
    int merges = training.has(problem.numMerges()) ? problem.numMerges() : training.known();
    long letters = words.words().stream().mapToLong(word -> word.codePoints().count()).sum();
    return Map.of(
        "words", (double) words.size(),
        "letters", (double) letters,
        "merges", (double) merges,
        "vocabulary", (double) training.vocabulary(merges));
  }

  @Override
  public Outcome outcome(BpeFrame frame) {
    return new BpeOutcome(frame).outcome();
  }

  /// {@inheritDoc}
  ///
  /// As many letters as the size.
  @Override
  public Optional<Given> small(int size, RandomGenerator random) {
    return Optional.of(SmallWords.of(size, random));
  }

  @Override
  public List<Condition> conditions() {
    return BpeConditions.ALL;
  }
}
