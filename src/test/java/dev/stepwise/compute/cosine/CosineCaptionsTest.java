package dev.stepwise.compute.cosine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.lesson.Presets;
import dev.stepwise.testing.PresetSteps;
import dev.stepwise.testing.arithmetic.PrintedFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever recomputes what a sentence says of numbers, from the numbers in it, gets what it says.
class CosineCaptionsTest {
  private static final String NUMBER = "([−\\d][\\d.,e−]*\\d|\\d|NaN)";

  /// A sentence and what it says, as a formula of its numbers.
  private enum Said {
    PRODUCT("The query has N there and d\\d+ N: together N\\.", "(%s)\\cdot (%s)=%s"),
    SQUARE(
        "The query has N there and d\\d+ N: squared, their difference is N\\.", "(%s-(%s))^{2}=%s"),
    ROOT("add up to N; (?:the|their) root is(?: the distance)? N\\.", "\\sqrt{%s}=%s"),
    LENGTHS(
        "add up to N: the lengths N and N times the cosine N\\.",
        "%2$s\\cdot %3$s\\cdot (%4$s)=%1$s"),
    BEFORE("N against N: d\\d+ ranks before", "%s>%s"),
    AFTER("N against N: d\\d+ ranks after", "%s<%s"),
    AHEAD("keeps ahead: N against N\\.", "%s>%s"),
    BEATS("N beats N of", "%s>%s"),
    NOT_BEATEN("Its N does not beat the worst of the best, N of", "%s<%s"),
    BETTER("has N, which is better than N:", "%s>%s"),
    WORSE("with N it is worse than N:", "%s<%s");

    private final Pattern sentence;
    private final String formula;

    Said(String sentence, String formula) {
      this.sentence = Pattern.compile(sentence.replace("N", NUMBER));
      this.formula = formula;
    }

    /// The formulas that a caption says.
    List<String> in(String caption) {
      return sentence
          .matcher(caption)
          .results()
          .map(found -> {
            var numbers = new Object[found.groupCount()];
            for (int i = 0; i < numbers.length; i++) {
              numbers[i] = latex(found.group(i + 1));
            }
            return formula.formatted(numbers);
          })
          .filter(said -> !said.contains("NaN"))
          .toList();
    }

    private static String latex(String number) {
      return number.replace('−', '-').replaceFirst("e(-?\\d+)", "\\\\cdot 10^{$1}");
    }
  }

  @Test
  void what_captions_say_of_their_numbers_holds() {
    var faults = new ArrayList<String>();
    var exercise = new CosineExercise();
    int comparisons = 0;
    for (var preset : Presets.of(exercise.id())) {
      for (var step : PresetSteps.of(exercise, preset, 20).entrySet()) {
        var caption = step.getValue().narration().caption();
        for (var said : Said.values()) {
          for (var formula : said.in(caption)) {
            var findings = PrintedFormula.check(formula);
            comparisons += findings.comparisons();
            findings.faults().stream()
                .map(
                    fault -> "%s %s: %s [%s]".formatted(preset.id(), step.getKey(), caption, fault))
                .forEach(faults::add);
          }
        }
      }
    }
    assertThat(faults).as("of %d comparisons", comparisons).isEmpty();
    assertThat(comparisons).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0.00214, 0.00187, COSINE, 0.0021, 0.0019
          0.5, 0.5, COSINE, 0.500, 0.500
          -0.0012, -0.0014, COSINE, −0.0012, −0.0014
          -2.001, -2.002, EUCLIDEAN, 2.001, 2.002
          12.3401, 12.3402, DOT, 12.3401, 12.3402
          """)
  void what_is_compared_differs_in_print(
      double one, double other, Metric metric, String first, String second) {
    assertThat(Words.Apart.of(one, other, metric)).isEqualTo(new Words.Apart(first, second));
  }

  @ParameterizedTest
  @CsvSource({
    "90, 90.0°",
    "90.00001, 90.00001°",
    "89.96, 89.96°",
    "179.98, 179.98°",
    "180, 180.0°",
    "61.72, 61.7°",
    "0.003, 0.003°"
  })
  void what_is_not_a_right_angle_is_not_printed_as_one(double degrees, String text) {
    assertThat(Words.angle(degrees)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, 1.000", "0.9996, 0.99960", "0.99999998, 1.000", "0.9994, 0.999"})
  void what_is_not_1_is_not_printed_as_1(double cosine, String text) {
    assertThat(Words.similarity(cosine, Metric.COSINE)).isEqualTo(text);
  }
}
