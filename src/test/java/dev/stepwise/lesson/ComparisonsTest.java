package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.compare.FirstDifference;
import dev.stepwise.compute.compare.Side;
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
import dev.stepwise.compute.run.Value;
import dev.stepwise.playback.Navigator;
import dev.stepwise.scenario.ScenarioException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each shipped comparison runs, differs, opens where its point shows, and its sentence is true.
class ComparisonsTest {
  private static final List<Exercise<?, ?>> EXERCISES =
      List.of(
          new AttentionExercise(),
          new MultiHeadExercise(),
          new LstmExercise(),
          new KMeansExercise(),
          new GradientExercise(),
          new BpeExercise(),
          new CosineExercise());

  /// Another way to the same.
  private static final Set<String> SAME_RESULT = Set.of("sort-or-partition");

  /// Looking for their first difference goes into thousands of large steps.
  private static final Set<String> LONG = Set.of("merges", "one-head-or-eight");

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

  static Stream<Arguments> comparisons() {
    return EXERCISES.stream()
        .flatMap(exercise ->
            Comparisons.of(exercise).stream()
                .map(comparison -> Arguments.of(exercise, comparison)));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void makes_its_point(Exercise<?, ?> exercise, Comparison comparison) {
    pointMade(exercise, comparison);
  }

  private static <P, F extends Frame> void pointMade(
      Exercise<P, F> exercise, Comparison comparison) {
    var compared = new Compared<>(exercise);
    var given = comparison.scenario(exercise).given();
    var run = compared.run(compared.problem(given));
    var navigator = new Navigator<>(run);
    var opened = navigator.step(navigator.find(comparison.opens()).orElseThrow()).frame();
    var last = run.step(run.length() - 1).frame();
    var results = sides(last, exercise::result);

    if (SAME_RESULT.contains(comparison.id())) {
      assertThat(written(results.getFirst())).isEqualTo(written(results.getLast()));
    } else {
      assertThat(written(results.getFirst())).isNotEqualTo(written(results.getLast()));
      if (!LONG.contains(comparison.id())) {
        assertThat(FirstDifference.in(run)).isPresent();
      }
    }
    var outcomes = sides(opened, exercise::outcome);
    assertThat(values(outcomes.getFirst()))
        .as("the figures where it opens tell the runs apart")
        .isNotEqualTo(values(outcomes.getLast()));

    var known = new ArrayList<Double>();
    outcomes.forEach(outcome -> known.addAll(toldBy(outcome)));
    sides(last, exercise::outcome).forEach(outcome -> known.addAll(values(outcome)));
    results.forEach(result -> known.addAll(centroids(result)));
    known.addAll(stated(given));
    known.addAll(stated(exercise, given));
    known.addAll(placeOf(comparison.opens()));
    var number = NUMBER.matcher(comparison.point());
    int found = 0;
    while (number.find()) {
      var told = new BigDecimal(number.group().replace(",", ""));
      assertThat(known).as(number.group()).anyMatch(value -> prints(value, told));
      found++;
    }
    assertThat(found).as("numbers in its sentence").isPositive();
  }

  private static <F extends Frame, T> List<T> sides(Both<F> both, Function<F, T> of) {
    return Arrays.stream(Side.values()).map(side -> of.apply(both.step(side).frame())).toList();
  }

  private static List<Double> values(Outcome outcome) {
    return outcome.figures().stream().map(Figure::value).toList();
  }

  /// The figures, and of the curve its peak and its last two values.
  private static List<Double> toldBy(Outcome outcome) {
    var told = new ArrayList<>(values(outcome));
    outcome
        .curve()
        .ifPresent(curve -> {
          double[] values = curve.values();
          told.add(DoubleStream.of(values).max().orElseThrow());
          for (int i = Math.max(0, values.length - 2); i < values.length; i++) {
            told.add(values[i]);
          }
        });
    return told;
  }

  private static List<Double> centroids(Map<String, Value> result) {
    return result.get("centroids") instanceof Value.Matrix(double[][] rows)
        ? Arrays.stream(rows).flatMap(row -> Arrays.stream(row).boxed()).toList()
        : List.of();
  }

  /// The settings of both runs, and how many rows their inputs have.
  private static List<Double> stated(Given given) {
    var second = given.variation().orElseThrow();
    var known = new ArrayList<Double>();
    Stream.of(given.parameters(), second.parameters())
        .flatMap(parameters -> parameters.values().stream())
        .filter(Number.class::isInstance)
        .forEach(value -> known.add(((Number) value).doubleValue()));
    given.inputs().values().stream()
        .filter(value -> value.getClass().isArray())
        .forEach(value -> known.add((double) Array.getLength(value)));
    return known;
  }

  private static <P> List<Double> stated(Exercise<P, ?> exercise, Given given) {
    return exercise.given(exercise.problem(given.alone())).parameters().values().stream()
        .filter(Number.class::isInstance)
        .map(value -> ((Number) value).doubleValue())
        .toList();
  }

  /// The step that it opens at; an epoch has one number less, since the start comes before it.
  private static List<Double> placeOf(String path) {
    return path.matches("\\d+")
        ? List.of(Double.parseDouble(path), Double.parseDouble(path) - 1)
        : List.of();
  }

  private static boolean prints(double value, BigDecimal told) {
    return Double.isFinite(value)
        && BigDecimal.valueOf(value).setScale(told.scale(), RoundingMode.HALF_UP).compareTo(told)
            == 0;
  }

  private static String written(Map<String, Value> result) {
    var text = new StringBuilder();
    result.forEach((name, value) -> text.append(name).append(written(value)));
    return text.toString();
  }

  private static String written(Value value) {
    return switch (value) {
      case Value.Vector(double[] values) -> Arrays.toString(values);
      case Value.Labels(int[] values) -> Arrays.toString(values);
      case Value.Matrix(double[][] rows) -> Arrays.deepToString(rows);
      case Value.Many(List<Value> values) ->
          values.stream().map(ComparisonsTest::written).toList().toString();
      case Value.Named(var values) -> written(values);
      default -> value.toString();
    };
  }

  @Test
  void every_exercise_has_its_pairs() {
    for (var exercise : EXERCISES) {
      assertThat(Comparisons.of(exercise)).as(exercise.id()).hasSizeGreaterThan(1);
    }
    assertThat(comparisons().map(each -> ((Comparison) each.get()[1]).point()))
        .allSatisfy(point -> assertThat(point).endsWith(".").doesNotContain(". "));
  }

  @Test
  void what_the_first_run_has_over_the_preset_stands_under_what_the_second_has_over_it() {
    var exercise = new BpeExercise();
    var merges =
        Comparisons.of(exercise).stream()
            .filter(each -> each.id().equals("merges"))
            .findFirst()
            .orElseThrow();
    var given = merges.scenario(exercise).given();
    assertThat(given.parameters()).containsEntry("num_merges", 100L);
    assertThat(given.variation().orElseThrow().parameters()).containsEntry("num_merges", 1000L);
    assertThat(merges.scenario(exercise).title()).isEqualTo(merges.title());
  }

  /// A mistake in a list is told with its place and what would be right.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | line 1: is not a list",
        "[1] | /0: is 1",
        "[{}] | /0/id: is missing; add \"id\"",
        "[{\"idd\": \"a\"}] | /0/idd: is not a key of a comparison; did you mean 'id'?",
        "[{\"id\": 1}] | /0/id: is 1",
        "[{\"id\": \"a\", \"id\": \"a\"}] | /0/id: is there twice",
        "[{\"compare\": {\"parameters\": {\"scales\": true}}}] | /0/compare/parameters/scales: is"
            + " not",
        "[{\"compare\": {\"parameters\": {\"scale\": 1}}}] | /0/compare/parameters/scale: is 1",
        "[{\"compare\": {\"settings\": {}}}] | /0/compare/settings: is not a key of a comparison",
        "[VALID, VALID] | /1/id: is 'a' like that of another",
        "[UNKNOWN] | /0/preset: is 'no-preset'; give one of it-finds-its-noun",
        "[VALID] 1 | goes on after the end",
        "[VALID | ends too early",
        "[VALID,, VALID] | is not JSON",
      })
  void a_mistake_in_a_list_has_a_place(String content, String told) {
    var valid =
        "{\"id\": \"a\", \"title\": \"A\", \"preset\": \"no-scaling\", \"opens\": \"5\","
            + " \"point\": \"P.\", \"compare\": {\"parameters\": {\"scale\": true}}}";
    var filled =
        content
            .replace("VALID", valid)
            .replace("UNKNOWN", valid.replace("no-scaling", "no-preset"));
    assertThatThrownBy(() ->
            Comparisons.read(
                "list.json", filled.getBytes(StandardCharsets.UTF_8), new AttentionExercise()))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("list.json: ")
        .hasMessageContaining(told);
  }

  @Test
  void a_list_is_read_in_its_order() throws ScenarioException {
    var content =
        """
        [{"id": "a", "title": "A", "preset": "no-scaling", "opens": "5", "point": "P.",
          "first": {"parameters": {"d_k": 16}},
          "compare": {"parameters": {"scale": true}, "inputs": {"W_v": null}}}]
        """;
    var read =
        Comparisons.read(
            "list.json", content.getBytes(StandardCharsets.UTF_8), new AttentionExercise());
    assertThat(read).hasSize(1);
    assertThat(read.getFirst().first().parameters()).containsEntry("d_k", 16L);
    assertThat(read.getFirst().second().without()).containsExactly("W_v");
    assertThat(read.getFirst().preset().id()).isEqualTo("no-scaling");
  }
}
