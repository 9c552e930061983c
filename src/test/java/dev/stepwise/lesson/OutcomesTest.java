package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Outcome.Figure;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import dev.stepwise.testing.PresetSteps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The figures by which runs are judged are what NumPy makes of the same presets, and are told no
/// sooner than they are known.
class OutcomesTest {
  private static final double CLOSE = 1e-9;
  private static final Set<String> LONG =
      Set.of("long-sequence", "constitution", "random-100000", "digits", "depth-probe");

  private final AttentionExercise attention = new AttentionExercise();
  private final MultiHeadExercise heads = new MultiHeadExercise();
  private final LstmExercise lstm = new LstmExercise();
  private final KMeansExercise kmeans = new KMeansExercise();
  private final GradientExercise gradient = new GradientExercise();
  private final BpeExercise bpe = new BpeExercise();
  private final CosineExercise cosine = new CosineExercise();

  @Test
  void scaling_keeps_rows_undecided_and_winners_able_to_learn() {
    var scaled = last(attention, "it-finds-its-noun", Map.of());
    assertThat(value(scaled, "mean entropy")).isCloseTo(1.9746564562046325, within(CLOSE));
    assertThat(value(scaled, "largest weight")).isCloseTo(0.9000171283662101, within(CLOSE));
    assertThat(value(scaled, "mean p(1−p)")).isCloseTo(0.19671947241115453, within(CLOSE));
    assertThat(value(scaled, "to later tokens")).isCloseTo(0.37714160184270445, within(CLOSE));
    assertThat(value(scaled, "rows with NaN")).isZero();
    var unscaled = last(attention, "it-finds-its-noun", Map.of("scale", false));
    assertThat(value(unscaled, "mean entropy")).isCloseTo(0.9623494308903122, within(CLOSE));
    assertThat(value(unscaled, "mean p(1−p)")).isCloseTo(0.14409150284639163, within(CLOSE));
    assertThat(curve(unscaled)[2]).isCloseTo(0.14701048041856135, within(CLOSE));
    assertThat(curve(unscaled)).hasSize(11);
  }

  @Test
  void scaled_scores_lie_as_much_closer_together_as_the_root_says() {
    var run = attention.run(attention.problem(given(attention, "it-finds-its-noun", Map.of())));
    assertThat(value(outcome(attention, run.step(1)), "spread of scores"))
        .isCloseTo(2.354197184225299, within(CLOSE));
    assertThat(value(outcome(attention, run.step(2)), "spread of scores"))
        .isCloseTo(1.1770985921126496, within(CLOSE));
  }

  @Test
  void nothing_goes_to_later_tokens_under_a_causal_mask() {
    assertThat(value(last(attention, "causal-mask", Map.of()), "to later tokens")).isZero();
    assertThat(value(last(attention, "causal-mask", Map.of("mask", "none")), "to later tokens"))
        .isGreaterThan(0.4);
  }

  @Test
  void rows_that_are_not_a_number_are_counted_and_make_the_means_none() {
    var naive = last(attention, "overflow", Map.of());
    assertThat(value(naive, "rows with NaN")).isEqualTo(2);
    assertThat(value(naive, "mean entropy")).isNaN();
    assertThat(value(naive, "largest weight")).isNaN();
    assertThat(value(last(attention, "overflow", Map.of("softmax", "stable")), "rows with NaN"))
        .isZero();
  }

  @Test
  void weights_are_judged_row_by_row_as_they_come() {
    var run = attention.run(attention.problem(given(attention, "it-finds-its-noun", Map.of())));
    assertThat(outcome(attention, run.step(0))).isEqualTo(Outcome.NONE);
    var softmax = run.step(4).inside();
    assertThat(curve(outcome(attention, softmax.step(2)))).hasSize(3);
    var parts = softmax.step(2).inside();
    assertThat(curve(outcome(attention, parts.step(0)))).hasSize(2);
    assertThat(curve(outcome(attention, parts.step(parts.length() - 1)))).hasSize(3);
  }

  @Test
  void several_heads_look_at_several_tokens_and_the_wrong_reshape_moves_numbers() {
    var four = last(heads, "four-specialists", Map.of());
    assertThat(value(four, "in another token’s row")).isZero();
    assertThat(value(four, "winning keys a token")).isEqualTo(2.875);
    assertThat(value(four, "mean entropy")).isCloseTo(1.0670049011069138, within(CLOSE));
    assertThat(curve(four))
        .containsExactly(
            new double[] {
              0.6539029056270212, 1.133262340360102, 1.8269514528135107, 0.6539029056270212
            },
            within(CLOSE));
    var one = last(heads, "four-specialists", Map.of("num_heads", 1L));
    assertThat(value(one, "winning keys a token")).isEqualTo(1);
    assertThat(value(one, "mean entropy")).isCloseTo(1.7834691906971543, within(CLOSE));
    var wrong = last(heads, "wrong-reshape", Map.of());
    assertThat(value(wrong, "in another token’s row")).isEqualTo(224);
    assertThat(value(wrong, "winning keys a token")).isEqualTo(1.75);
    assertThat(value(wrong, "mean p(1−p)")).isCloseTo(0.14740171816406705, within(CLOSE));
  }

  @Test
  void heads_are_judged_once_they_have_attended() {
    var run = heads.run(heads.problem(given(heads, "four-specialists", Map.of())));
    assertThat(outcome(heads, run.step(0))).isEqualTo(Outcome.NONE);
    assertThat(outcome(heads, run.step(1)).figures()).hasSize(1);
    assertThat(curve(outcome(heads, run.step(3).inside().step(1)))).hasSize(2);
    assertThat(curve(outcome(heads, run.step(3).inside().step(1).inside().step(0)))).hasSize(1);
  }

  @Test
  void what_gates_keep_is_their_product() {
    var bit = last(lstm, "remember-bit", Map.of());
    assertThat(value(bit, "memory")).isCloseTo(2.097597726245523, within(CLOSE));
    assertThat(value(bit, "kept in a step")).isCloseTo(0.9749124960777579, within(CLOSE));
    assertThat(value(bit, "left of step 1")).isCloseTo(44.9510755666504, within(CLOSE));
    assertThat(value(bit, "|h|")).isCloseTo(1.2067593391601525, within(CLOSE));
    assertThat(curve(bit)).hasSize(44);
    assertThat(curve(bit)[21]).isCloseTo(0.9573239922308885, within(CLOSE));
    var gru = last(lstm, "gru-bit", Map.of());
    assertThat(value(gru, "memory")).isCloseTo(1.4107091100367037, within(CLOSE));
    assertThat(value(gru, "kept in a step")).isCloseTo(0.9300952414561074, within(CLOSE));
    assertThat(value(gru, "left of step 1")).isCloseTo(5.6470169458208614, within(CLOSE));
  }

  @Test
  void every_cell_has_the_length_of_h_as_its_curve() {
    for (var cell : List.of("lstm", "gru", "rnn")) {
      var outcome = last(lstm, "forget-bias-1", Map.of("cell", cell));
      assertThat(outcome.curve().orElseThrow().title()).isEqualTo("Length of h");
      assertThat(curve(outcome)).hasSize(40);
      assertThat(curve(outcome)[39]).isEqualTo(value(outcome, "|h|"));
    }
  }

  @Test
  void inside_a_time_step_the_one_before_is_judged_until_h_is_there() {
    var run = lstm.run(lstm.problem(given(lstm, "forget-bias-1", Map.of())));
    var first = run.step(0).inside();
    assertThat(outcome(lstm, first.step(0))).isEqualTo(Outcome.NONE);
    var operations = run.step(3).inside();
    assertThat(curve(outcome(lstm, operations.step(0)))).hasSize(3);
    assertThat(curve(outcome(lstm, operations.step(operations.length() - 1)))).hasSize(4);
  }

  @Test
  void the_inertia_is_the_sum_of_squared_distances_to_the_own_centroid() {
    var problem = kmeans.problem(given(kmeans, "bad-start", Map.of()));
    var run = kmeans.run(problem);
    var end = run.step(run.length() - 1);
    var clustering = end.frame().clustering();
    double sum = 0;
    for (int i = 0; i < problem.points().length; i++) {
      double distance =
          new EuclideanDistance()
              .compute(problem.points()[i], clustering.centroids()[clustering.labels()[i]]);
      sum += distance * distance;
    }
    var outcome = outcome(kmeans, end);
    assertThat(value(outcome, "inertia")).isCloseTo(sum, within(CLOSE));
    assertThat(value(outcome, "iterations")).isEqualTo(6);
    assertThat(curve(outcome)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(curve(outcome)).hasSize(7);
  }

  @Test
  void the_inertia_of_an_assignment_is_known_after_its_last_point() {
    var run = kmeans.run(kmeans.problem(given(kmeans, "bad-start", Map.of())));
    assertThat(outcome(kmeans, run.step(0))).isEqualTo(Outcome.NONE);
    var assign = run.step(1).inside().step(0);
    assertThat(outcome(kmeans, assign.inside().step(3))).isEqualTo(Outcome.NONE);
    assertThat(curve(outcome(kmeans, assign))).hasSize(1);
    assertThat(curve(outcome(kmeans, run.step(2).inside().step(0).inside().step(0)))).hasSize(1);
  }

  private static double[] numbers(Map<String, Value> values, String name) {
    var refs = Ref.all(values, List.of(name));
    return refs.stream().mapToDouble(ref -> ref.in(values).orElseThrow()).toArray();
  }

  @Test
  void losses_and_accuracy_are_those_of_the_result() {
    var run = gradient.run(gradient.problem(given(gradient, "three-blobs", Map.of())));
    var end = run.step(run.length() - 1);
    var result = gradient.result(end.frame());
    var outcome = outcome(gradient, end);
    assertThat(curve(outcome)).isEqualTo(numbers(result, "losses"));
    assertThat(value(outcome, "loss")).isEqualTo(curve(outcome)[39]);
    assertThat(value(outcome, "accuracy")).isEqualTo(100 * numbers(result, "accuracy")[0]);
    assertThat(value(outcome, "held-out accuracy"))
        .isEqualTo(100 * numbers(result, "held_out_accuracy")[0]);
    assertThat(value(outcome, "batches")).isEqualTo(40 * 6);
  }

  @Test
  void a_loss_is_known_when_its_epoch_is_through_and_that_of_a_batch_before() {
    var run = gradient.run(gradient.problem(given(gradient, "dead-relu", Map.of())));
    assertThat(outcome(gradient, run.step(0))).isEqualTo(Outcome.NONE);
    var batch = run.step(1).inside().step(1);
    var forward = batch.inside().step(0);
    assertThat(outcome(gradient, forward.inside().step(0))).isEqualTo(Outcome.NONE);
    assertThat(value(outcome(gradient, forward), "loss of the batch")).isPositive();
    assertThat(outcome(gradient, forward).curve()).isEmpty();
    assertThat(curve(outcome(gradient, run.step(1)))).hasSize(1);
    assertThat(value(outcome(gradient, run.step(1)), "units off")).isEqualTo(8);
  }

  @Test
  void a_line_has_the_loss_of_its_last_model_at_the_end() {
    var problem = given(gradient, "line", Map.of());
    var run = gradient.run(gradient.problem(problem));
    var end = run.step(run.length() - 1);
    var result = gradient.result(end.frame());
    double weight = numbers(result, "weights")[0];
    double bias = numbers(result, "bias")[0];
    var x = problem.input("X", double[][].class).orElseThrow();
    var y = problem.input("y", double[].class).orElseThrow();
    double squares =
        IntStream.range(0, y.length)
            .mapToDouble(i -> Math.pow(weight * x[i][0] + bias - y[i], 2))
            .sum();
    assertThat(value(outcome(gradient, end), "loss")).isCloseTo(squares / y.length, within(CLOSE));
    assertThat(curve(outcome(gradient, end))).hasSize(40);
  }

  @Test
  void the_probe_tells_what_is_left_of_each_signal() {
    var outcome = last(gradient, "depth-probe", Map.of());
    assertThat(outcome.figures().getFirst().brief()).isEqualTo("variance, He");
    assertThat(outcome.figures().getFirst().value()).isGreaterThan(0.3);
    assertThat(outcome.figures().getLast().value()).isLessThan(1e-15);
    assertThat(curve(outcome)).hasSize(11);
  }

  @Test
  void tokens_are_counted_after_every_merge() {
    var wrong = last(bpe, "once-per-word", Map.of());
    assertThat(curve(wrong)).containsExactly(29, 25, 21, 19, 17, 15, 13);
    assertThat(value(wrong, "tokens a word")).isEqualTo(3.25);
    assertThat(value(wrong, "symbols")).isEqualTo(15);
    var right = last(bpe, "once-per-word", Map.of("pair_count", "every-occurrence"));
    assertThat(curve(right)).containsExactly(29, 23, 19, 17, 15, 13, 11);
    var bare = last(bpe, "no-marker", Map.of());
    assertThat(curve(bare)).containsExactly(33, 25, 17, 14, 12, 10, 9);
    assertThat(value(bare, "symbols that end a word")).isZero();
    var marked = last(bpe, "no-marker", Map.of("marker", "</w>"));
    assertThat(curve(marked)).containsExactly(41, 33, 25, 20, 17, 15, 13);
    assertThat(value(marked, "symbols")).isEqualTo(14);
    assertThat(value(marked, "symbols that end a word")).isEqualTo(3);
  }

  @Test
  void a_merge_counts_once_the_words_have_been_through_it() {
    var run = bpe.run(bpe.problem(given(bpe, "once-per-word", Map.of())));
    assertThat(curve(outcome(bpe, run.step(0)))).containsExactly(29);
    assertThat(curve(outcome(bpe, run.step(1).inside().step(0)))).containsExactly(29);
    assertThat(curve(outcome(bpe, run.step(1).inside().step(2)))).containsExactly(29, 25);
  }

  @Test
  void the_first_is_judged_by_its_angle_length_and_distance() {
    var angles =
        new double[] {
          0.9093804491993703,
          8.25943797987884,
          21.80140948635181,
          45.00000000000001,
          108.43494882292201
        };
    var direction = last(cosine, "three-metrics", Map.of());
    assertThat(curve(direction)).containsExactly(angles, within(CLOSE));
    assertThat(value(direction, "length of the first"))
        .isCloseTo(0.5635601121442149, within(CLOSE));
    var length = last(cosine, "three-metrics", Map.of("metric", "dot"));
    assertThat(value(length, "angle of the first")).isCloseTo(angles[2], within(CLOSE));
    assertThat(value(length, "length of the first")).isCloseTo(6.020797289396148, within(CLOSE));
    var place = last(cosine, "three-metrics", Map.of("metric", "euclidean"));
    assertThat(value(place, "angle of the first")).isCloseTo(angles[1], within(CLOSE));
    assertThat(value(place, "distance of the first")).isCloseTo(0.6708203932499369, within(CLOSE));
  }

  @Test
  void comparisons_are_those_that_the_steps_show() {
    for (var preset : List.of("heap", "ties", "three-metrics", "negative")) {
      var run = cosine.run(cosine.problem(given(cosine, preset, Map.of("selection", "sort"))));
      var sort = run.step(run.length() - 2);
      var inserted = sort.inside();
      long shown =
          IntStream.range(0, inserted.length())
              .mapToObj(inserted::step)
              .filter(Step::isComposite)
              .mapToInt(step -> step.inside().length())
              .sum();
      assertThat(value(outcome(cosine, sort), "comparisons")).as(preset).isEqualTo((double) shown);
      assertThat(curve(outcome(cosine, inserted.step(1)))).hasSize(2);
    }
  }

  @Test
  void a_heap_of_one_compares_each_further_document_once() {
    var outcome = last(cosine, "heap", Map.of("selection", "partition", "k", 1L));
    assertThat(value(outcome, "comparisons")).isEqualTo(23);
    assertThat(curve(outcome)).hasSize(1);
  }

  @Test
  void nothing_is_said_of_a_search_before_it_selects() {
    var run = cosine.run(cosine.problem(given(cosine, "three-metrics", Map.of())));
    assertThat(outcome(cosine, run.step(0))).isEqualTo(Outcome.NONE);
    assertThat(outcome(cosine, run.step(2))).isEqualTo(Outcome.NONE);
  }

  /// Two runs are told apart by the names of their figures.
  @ParameterizedTest
  @MethodSource("presets")
  void no_step_fails_to_be_judged(Exercise<?, ?> exercise, Preset preset) {
    judged(exercise, preset);
  }

  private static <P, F extends Frame> void judged(Exercise<P, F> exercise, Preset preset) {
    PresetSteps.of(exercise, preset, 2)
        .forEach((path, step) -> {
          var outcome = exercise.outcome(step.frame());
          assertThat(outcome.figures())
              .as(path)
              .extracting(Figure::name)
              .doesNotHaveDuplicates()
              .noneMatch(String::isBlank);
          assertThat(outcome.figures()).as(path).extracting(Figure::brief).doesNotHaveDuplicates();
          outcome.curve().ifPresent(curve -> assertThat(curve.values()).as(path).isNotEmpty());
        });
  }

  static Stream<Arguments> presets() {
    return Stream.of(
            new AttentionExercise(),
            new MultiHeadExercise(),
            new LstmExercise(),
            new KMeansExercise(),
            new GradientExercise(),
            new BpeExercise(),
            new CosineExercise())
        .flatMap(exercise ->
            Presets.of(exercise.id()).stream()
                .filter(preset -> !LONG.contains(preset.id()))
                .map(preset -> Arguments.of(exercise, preset)));
  }

  private static <P, F extends Frame> Outcome last(
      Exercise<P, F> exercise, String preset, Map<String, ?> changes) {
    Run<F> run = exercise.run(exercise.problem(given(exercise, preset, changes)));
    return outcome(exercise, run.step(run.length() - 1));
  }

  private static <F extends Frame> Outcome outcome(Exercise<?, F> exercise, Step<F> step) {
    return exercise.outcome(step.frame());
  }

  private static Given given(Exercise<?, ?> exercise, String preset, Map<String, ?> changes) {
    var found =
        Presets.of(exercise.id()).stream()
            .filter(each -> each.id().equals(preset))
            .findFirst()
            .orElseThrow();
    return found.scenario(exercise).given().withParameters(new LinkedHashMap<>(changes));
  }

  private static double[] curve(Outcome outcome) {
    return outcome.curve().orElseThrow().values();
  }

  private static double value(Outcome outcome, String brief) {
    return outcome.figures().stream()
        .filter(figure -> figure.brief().equals(brief))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
