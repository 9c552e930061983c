package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The trainer of merges alone against the recording learner.
class MergeTrainerTest {
  private static final int ALL = Integer.MAX_VALUE;

  static Stream<BpeProblem> problems() {
    var edges =
        Stream.of(
                "", " \n", "a", "aa", "aaaa", "aaaaaaa aaa", "a b c", "ab ba ab ba", "abab ababab")
            .map(Corpus::ofText)
            .flatMap(corpus -> rules().map(rules -> new BpeProblem(corpus, rules, 50, List.of())));
    return Stream.of(
            edges,
            TrainingTest.problems(),
            IntStream.range(0, 12).mapToObj(MergeTrainerTest::large))
        .flatMap(each -> each);
  }

  private static Stream<Rules> rules() {
    return Stream.of("", "</w>")
        .flatMap(marker ->
            Stream.of(TieBreak.values())
                .flatMap(ties ->
                    Stream.of(PairCount.values())
                        .map(count -> new Rules(ties, marker, count, Replacement.SYMBOLS))));
  }

  /// Some hundred merges.
  private static BpeProblem large(int seed) {
    var random = new Well19937c(seed);
    var frequencies = new LinkedHashMap<String, Long>();
    for (int word = 0; word < 400; word++) {
      var letters = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        letters.append((char) ('a' + random.nextInt(2 + seed)));
      }
      frequencies.put(letters.toString(), 1 + (long) random.nextInt(1 + (seed % 3) * 50));
    }
    var ties = List.of(TieBreak.values()).get(seed % 2);
    var rules =
        new Rules(
            ties, seed % 3 == 0 ? "" : "</w>", PairCount.EVERY_OCCURRENCE, Replacement.SYMBOLS);
    return new BpeProblem(Corpus.ofWords(frequencies), rules, 3_000, List.of());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void learns_what_the_recording_learner_learns(BpeProblem problem) {
    var training = new Training(problem);
    training.has(ALL);
    int known = training.known();
    var expected = training.merges(known);

    var merges = Merges.learn(training.words(), problem.rules(), problem.numMerges(), _ -> {});

    assertThat(merges.pairs()).isEqualTo(expected.stream().map(Merge::pair).toList());
    assertThat(merges.counts()).isEqualTo(expected.stream().mapToLong(Merge::count).toArray());
    assertThat(merges.tokens()).isEqualTo(training.tokenCounts(known));
    assertThat(merges.vocabulary()).isEqualTo(training.vocabularies(known));
  }

  @Test
  void a_pair_keeps_its_places_in_rising_order_when_it_gains_more() {
    var places = new PairPlaces();
    var gainers = new ArrayList<Integer>();
    places.add(0, 5);
    places.add(1, 6);
    places.add(0, 9);
    places.settle(gainers::add);
    places.dropFirst(0);
    places.add(0, 7);
    places.settle(gainers::add);

    assertThat(gainers).containsExactly(0, 1, 0);
    assertThat(places.first(1)).isEqualTo(6);
    assertThat(places.first(0)).isEqualTo(7);
    places.dropFirst(0);
    assertThat(places.first(0)).isEqualTo(9);
    places.dropFirst(0);
    assertThat(places.first(0)).isEqualTo(PairPlaces.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 100_000})
  void leaves_the_words_as_their_encodings_are(int most) {
    for (int seed = 0; seed < 6; seed++) {
      var problem = large(seed);
      var words = problem.corpus().words();
      var merges = Bpe.learn(words, problem.rules(), Math.min(most, 40));
      var expected = new HashMap<Symbol, Long>();
      for (int word = 0; word < words.size(); word++) {
        long frequency = words.frequency(word);
        Bpe.encode(words.word(word), merges, problem.rules())
            .forEach(token -> expected.merge(token, frequency, Long::sum));
      }
      var told = new ArrayList<Integer>();
      var found = Merges.frequencies(words, problem.rules(), Math.min(most, 40), told::add);
      assertThat(found).isEqualTo(expected);
      assertThat(told).hasSameSizeAs(merges);
    }
  }

  @Test
  void refuses_rules_that_it_does_not_learn_by() {
    var rules = new Rules(TieBreak.FIRST_SEEN, "", PairCount.ONCE_PER_WORD, Replacement.SYMBOLS);
    var words = Corpus.ofText("abab").words();

    assertThatThrownBy(() -> new MergeTrainer(words, rules, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ONCE_PER_WORD");
  }

  @Test
  void stops_where_its_thread_is_interrupted() {
    var problem = large(0);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> Merges.learn(problem.corpus().words(), problem.rules(), 10, _ -> {}))
        .isInstanceOf(CancellationException.class);
    Thread.interrupted();
  }
}
