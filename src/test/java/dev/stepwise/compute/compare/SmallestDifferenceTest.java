package dev.stepwise.compute.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Small inputs are drawn that can be reckoned with by hand, and among them one is found on which
/// two settings come to something else.
class SmallestDifferenceTest {
  private static final List<Exercise<?, ?>> EXERCISES =
      List.of(
          new AttentionExercise(),
          new MultiHeadExercise(),
          new LstmExercise(),
          new KMeansExercise(),
          new GradientExercise(),
          new BpeExercise(),
          new CosineExercise());

  /// Of the inputs that are tried, the first of each size do for all of them.
  private static final int FEW = SmallestDifference.TRIES / 4;

  /// Mistakes that only some settings leave room for, and these settings.
  private static final Map<String, Map<String, Object>> ROOM =
      Map.ofEntries(
          Map.entry("masks-the-past", Map.of("mask", "causal")),
          Map.entry("masks-with-zero", Map.of("mask", "causal")),
          Map.entry("z-reversed", Map.of("cell", "gru")),
          Map.entry("reset-gate-left-out", Map.of("cell", "gru")),
          Map.entry("root-left-out", Map.of("metric", "euclidean")),
          Map.entry("tie-to-the-first", Map.of("tie_break", "lexicographic")));

  @ParameterizedTest
  @MethodSource("pairs")
  void a_small_input_is_found_on_which_two_settings_differ(
      Exercise<?, ?> exercise, Map<String, Object> first, Map<String, Object> second) {
    found(exercise, first, second);
  }

  private static <P, F extends Frame> void found(
      Exercise<P, F> exercise, Map<String, Object> first, Map<String, Object> second) {
    var search = new SmallestDifference<>(new Compared<>(exercise), FEW);
    var found = search.of(two(exercise, first, second)).orElseThrow();
    var given = found.map(exercise::given);

    assertThat(Arrays.deepEquals(inputs(given.first()), inputs(given.second()))).isTrue();
    second.forEach(
        (name, value) -> assertThat(given.second().parameters()).containsEntry(name, value));
    assertThat(given.first().parameters())
        .as("the first has not the setting of the second")
        .isNotEqualTo(given.second().parameters());
    assertThat(trace(exercise, found.first())).isNotEqualTo(trace(exercise, found.second()));
  }

  static Stream<Arguments> pairs() {
    var settings =
        Stream.of(
            pair("self-attention", "scale", true, false),
            pair("self-attention", "mask", "none", "causal"),
            pair("self-attention", "softmax", "stable", "naive"),
            pair("multi-head-attention", "num_heads", 2L, 1L),
            pair("multi-head-attention", "num_heads", 8L, 1L),
            pair("multi-head-attention", "reshape", "with-transpose", "without-transpose"),
            pair("lstm", "forget_bias", 1.0, 0.0),
            pair("lstm", "cell", "lstm", "gru"),
            pair("lstm", "cell", "lstm", "rnn"),
            pair("k-means", "init", "k-means++", "random"),
            pair("k-means", "k", 2L, 3L),
            pair("gradient-descent", "init", "he", "zero"),
            pair("gradient-descent", "init", "he", "xavier"),
            pair("gradient-descent", "activation", "relu", "leaky-relu"),
            pair("gradient-descent", "batch_size", 0L, 1L),
            pair("gradient-descent", "learning_rate", 0.1, 0.5),
            pair("bpe", "tie_break", "first-seen", "lexicographic"),
            pair("bpe", "pair_count", "every-occurrence", "once-per-word"),
            pair("bpe", "marker", "</w>", ""),
            pair("bpe", "replace", "symbols", "text"),
            pair("cosine-search", "metric", "cosine", "dot"),
            pair("cosine-search", "metric", "cosine", "euclidean"));
    var mistakes =
        EXERCISES.stream()
            .flatMap(exercise ->
                Mistakes.of(exercise.schema()).keySet().stream()
                    .map(id -> mistake(exercise, id, ROOM.getOrDefault(id, Map.of()))));
    return Stream.concat(settings, mistakes);
  }

  private static Arguments pair(String exercise, String name, Object first, Object second) {
    return Arguments.of(exercise(exercise), Map.of(name, first), Map.of(name, second));
  }

  private static Arguments mistake(Exercise<?, ?> exercise, String id, Map<String, Object> room) {
    var second = new HashMap<>(room);
    second.put(Mistakes.PARAMETER, id);
    var first = new HashMap<>(room);
    first.put(Mistakes.PARAMETER, Mistakes.NONE);
    return Arguments.of(exercise, first, second);
  }

  @Test
  void cosine_and_dot_put_another_document_first() {
    var exercise = new CosineExercise();
    var found = find(exercise, Map.of("metric", "cosine"), Map.of("metric", "dot")).orElseThrow();
    double[][] documents = found.first().documents();
    double[] query = found.first().query();
    var dots = Arrays.stream(documents).mapToDouble(row -> dot(row, query)).toArray();
    var cosines =
        Arrays.stream(documents)
            .mapToDouble(row -> dot(row, query) / Math.sqrt(dot(row, row) * dot(query, query)))
            .toArray();

    assertThat(documents).hasDimensions(2, 2);
    assertThat(dots[0] > dots[1]).isNotEqualTo(cosines[0] > cosines[1]);
  }

  @Test
  void clusters_that_only_change_their_numbers_are_no_difference_worth_showing() {
    var exercise = new KMeansExercise();
    var found = find(exercise, Map.of("init", "k-means++"), Map.of("init", "random")).orElseThrow();
    var inertias =
        found.map(problem -> {
          var run = exercise.run(problem);
          return exercise.result(run.step(run.length() - 1).frame()).get("inertia");
        });

    assertThat(inertias.first()).isNotEqualTo(inertias.second());
    assertThat(found.first().points().length).isLessThan(6);
  }

  @Test
  void the_same_settings_find_the_same_input() {
    var exercise = new BpeExercise();
    var once = find(exercise, Map.of("marker", "</w>"), Map.of("marker", "")).orElseThrow().first();
    var again =
        find(exercise, Map.of("marker", "</w>"), Map.of("marker", "")).orElseThrow().first();

    assertThat(exercise.given(again)).isEqualTo(exercise.given(once));
  }

  @Test
  void settings_that_both_have_stay_with_the_small_input() {
    var exercise = new AttentionExercise();
    var found =
        find(
                exercise,
                Map.of("mask", "causal", "d_model", 64L, "scale", true),
                Map.of("mask", "causal", "d_model", 64L, "scale", false))
            .orElseThrow();

    assertThat(exercise.given(found.second()).parameters()).containsEntry("mask", "causal");
    assertThat(found.second().modelWidth()).isEqualTo(2);
  }

  @Test
  void a_setting_that_stands_in_the_way_of_vectors_is_let_go() {
    var exercise = new CosineExercise();
    var texts = Map.<String, Object>of("texts", List.of("a warm mat", "a cold day"));
    var given = new Given(new LinkedHashMap<>(texts), new LinkedHashMap<>());
    var first = exercise.problem(given.withParameters(Map.of("components", 2L)));
    var compared = new Compared<>(exercise);
    var found = new SmallestDifference<>(compared).of(compared.beside(first, "metric", "dot"));

    assertThat(found.orElseThrow().first().documents()[0]).hasSize(2);
  }

  @Test
  void ways_that_come_to_the_same_have_no_difference() {
    var exercise = new CosineExercise();
    assertThat(find(exercise, Map.of("selection", "sort"), Map.of("selection", "partition")))
        .isEmpty();
    assertThat(find(exercise, Map.of("metric", "dot"), Map.of("metric", "dot"))).isEmpty();
  }

  @Test
  void no_more_inputs_are_tried_than_there_may_be() {
    var exercise = new KMeansExercise();
    var problem = two(exercise, Map.of("init", "k-means++"), Map.of("init", "random"));
    assertThat(new SmallestDifference<>(new Compared<>(exercise), 0).of(problem)).isEmpty();
  }

  @Test
  void an_interrupted_search_stops() {
    var exercise = new CosineExercise();
    var problem = two(exercise, Map.of("selection", "sort"), Map.of("selection", "partition"));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> new SmallestDifference<>(new Compared<>(exercise)).of(problem))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void small_inputs_are_whole_numbers_that_grow_in_number(Exercise<?, ?> exercise) {
    var random = new Random(1);
    for (int size = 1; size <= 6; size++) {
      for (int draw = 0; draw < 20; draw++) {
        var small = exercise.small(size, random).orElseThrow();
        exercise.problem(small);
        assertThat(numbers(small)).allMatch(number -> number == Math.rint(number));
        assertThat(numbers(small)).allMatch(number -> Math.abs(number) <= 20);
        int least = small.inputs().containsKey("words") ? 1 : size;
        assertThat(size(small)).isBetween(least, size + 1);
      }
    }
  }

  static Stream<Exercise<?, ?>> exercises() {
    return EXERCISES.stream();
  }

  /// How many rows; of words how many letters, where a word that is drawn twice stands there once.
  private static int size(Given small) {
    if (small.inputs().get("words") instanceof Map<?, ?> words) {
      return words.keySet().stream().mapToInt(word -> ((String) word).length()).sum();
    }
    var rows = small.inputs().containsKey("X") ? "X" : "documents";
    return small.input(rows, double[][].class).orElseThrow().length;
  }

  private static List<Double> numbers(Given small) {
    return small.inputs().values().stream()
        .filter(double[][].class::isInstance)
        .flatMap(rows -> Arrays.stream((double[][]) rows))
        .flatMap(row -> Arrays.stream(row).boxed())
        .toList();
  }

  private static <P, F extends Frame> Optional<Two<P>> find(
      Exercise<P, F> exercise, Map<String, Object> first, Map<String, Object> second) {
    return new SmallestDifference<>(new Compared<>(exercise)).of(two(exercise, first, second));
  }

  private static <P, F extends Frame> Two<P> two(
      Exercise<P, F> exercise, Map<String, Object> first, Map<String, Object> second) {
    return new Two<>(first, second)
        .map(parameters -> exercise.problem(Given.nothing().withParameters(parameters)));
  }

  private static Exercise<?, ?> exercise(String id) {
    return EXERCISES.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static Object[] inputs(Given given) {
    return given.inputs().values().toArray();
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /// What a run comes to, as text.
  private static <P, F extends Frame> String trace(Exercise<P, F> exercise, P problem) {
    var run = exercise.run(problem);
    var text = new StringBuilder();
    exercise
        .result(run.step(run.length() - 1).frame())
        .forEach((name, value) -> text.append(name).append(written(value)));
    return text.toString();
  }

  private static String written(Value value) {
    return switch (value) {
      case Value.Vector(double[] values) -> Arrays.toString(values);
      case Value.Labels(int[] values) -> Arrays.toString(values);
      case Value.Matrix(double[][] rows) -> Arrays.deepToString(rows);
      case Value.Many(List<Value> values) ->
          values.stream().map(SmallestDifferenceTest::written).toList().toString();
      case Value.Named(var values) -> {
        var text = new StringBuilder();
        values.forEach((name, each) -> text.append(name).append(written(each)));
        yield text.toString();
      }
      default -> value.toString();
    };
  }
}
