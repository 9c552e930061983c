package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Step;
import dev.stepwise.testing.PresetSteps;
import dev.stepwise.testing.arithmetic.PrintedFormula;
import dev.stepwise.testing.arithmetic.PrintedFormula.Findings;
import dev.stepwise.testing.arithmetic.PrintedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever recomputes a formula, a caption or a table from the numbers printed in it gets what is
/// printed: steps of every preset, at every depth.
class PrintedArithmeticTest {
  /// Ways from the top of a run to a leaf.
  private static final int WAYS = 12;

  /// Presets whose steps take long to compute.
  private static final Map<String, Integer> FEWER_WAYS =
      Map.of("long-sequence", 2, "depth-probe", 1, "digits", 3, "rate-too-high", 3);

  /// An exercise, and how many comparisons its presets hold at least: a test that compares nothing
  /// proves nothing.
  record Printed(Exercise<?, ?> exercise, int leastComparisons) {
    @Override
    public String toString() {
      return exercise.id();
    }
  }

  static Stream<Printed> printed() {
    return Stream.of(
        new Printed(new AttentionExercise(), 80),
        new Printed(new MultiHeadExercise(), 30),
        new Printed(new LstmExercise(), 300),
        new Printed(new KMeansExercise(), 150),
        new Printed(new GradientExercise(), 150),
        new Printed(new BpeExercise(), 150),
        new Printed(new CosineExercise(), 80));
  }

  @ParameterizedTest
  @MethodSource("printed")
  void what_is_printed_can_be_recomputed(Printed printed) {
    var faults = new ArrayList<String>();
    int comparisons = 0;
    for (var preset : Presets.of(printed.exercise().id())) {
      int ways = FEWER_WAYS.getOrDefault(preset.id(), WAYS);
      for (var step : steps(printed.exercise(), preset, ways).entrySet()) {
        for (var line : lines(step.getValue())) {
          comparisons += line.findings().comparisons();
          line.findings().faults().stream()
              .map(fault ->
                  "%s %s: %s [%s]".formatted(preset.id(), step.getKey(), line.text(), fault))
              .forEach(faults::add);
        }
      }
    }
    assertThat(faults).as("of %d comparisons", comparisons).isEmpty();
    assertThat(comparisons).isGreaterThanOrEqualTo(printed.leastComparisons());
  }

  private static <P, F extends Frame> Map<String, ? extends Step<?>> steps(
      Exercise<P, F> exercise, Preset preset, int ways) {
    return PresetSteps.of(exercise, preset, ways);
  }

  private record Line(String text, Findings findings) {}

  private static List<Line> lines(Step<?> step) {
    Narration narration = step.narration();
    var lines = new ArrayList<Line>();
    for (var formula : narration.formulas()) {
      lines.add(new Line(formula, PrintedFormula.check(formula)));
    }
    var sentences = new ArrayList<>(List.of(narration.title(), narration.caption()));
    narration.table().rows().forEach(sentences::addAll);
    for (var sentence : sentences) {
      lines.add(new Line(sentence, PrintedText.check(sentence)));
    }
    return lines;
  }
}
