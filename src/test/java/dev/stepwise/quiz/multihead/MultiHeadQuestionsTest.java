package dev.stepwise.quiz.multihead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Answer;
import dev.stepwise.quiz.QuestionBank;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The answers of questions, worked out again: places by counting off and by the numbers that stand
/// there, sizes from the shapes of the matrices.
class MultiHeadQuestionsTest {
  private static final int QUESTIONS = 30;
  private static final MultiHeadExercise EXERCISE = new MultiHeadExercise();

  static List<Preset> presets() {
    return Presets.of(EXERCISE.id());
  }

  private static Navigator<MultiHeadFrame> run(Preset preset) {
    return new Navigator<>(EXERCISE.run(EXERCISE.problem(preset.scenario(EXERCISE).given())));
  }

  private static List<Question> questions(Navigator<MultiHeadFrame> navigator) {
    return QuestionBank.of(navigator.run(), new MultiHeadQuestions(), QUESTIONS, 31);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void the_right_answer_is_what_the_arrays_say(Preset preset) {
    var navigator = run(preset);
    for (var question : questions(navigator)) {
      var step = navigator.step(navigator.find(question.path()).orElseThrow());
      assertThat(question.answer().text())
          .as(question.id())
          .isEqualTo(expected(question, step, navigator));
    }
  }

  @Test
  void all_presets_together_ask_every_kind() {
    var kinds = new HashSet<String>();
    presets().forEach(preset -> questions(run(preset)).forEach(one -> kinds.add(one.kind())));
    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(new MultiHeadQuestions().kinds().keySet());
  }

  private static String expected(
      Question question, Step<MultiHeadFrame> step, Navigator<MultiHeadFrame> navigator) {
    int n = step.frame().problem().length();
    int d = step.frame().problem().modelWidth();
    int h = step.frame().problem().heads();
    return switch (question.kind()) {
      case "cut", "turned" -> {
        int top = Integer.parseInt(question.path());
        var before = navigator.run().step(top - 2).frame();
        double moved = question.about().orElseThrow().in(before.variables()).orElseThrow();
        var place = place(question, n, d, h, array(step, "Q"));
        assertThat(places(array(step, "Q"), moved)).contains(place);
        yield place;
      }
      case "whose" -> {
        int column = question.about().orElseThrow().index(1);
        yield "head " + Math.floorDiv(column * h, d);
      }
      case "joined" -> {
        int[] asked =
            Arrays.stream(question.prompt().split("\\D+"))
                .filter(digits -> !digits.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray(); // head, row, place
        double made =
            Ref.of("mixed", asked[0], asked[1], asked[2])
                .in(step.frame().variables())
                .orElseThrow();
        var row = ((Value.Matrix) variable(step, "joined")).rows()[asked[1]];
        int column = asked[0] * (d / h) + asked[2];
        assertThat(row[column]).isEqualTo(made);
        yield "column " + column;
      }
      case "shape" -> "%d×%d×%d".formatted(h, n, n);
      case "scale" -> "√" + d / h;
      case "parameters" -> {
        long all =
            List.of("W_q", "W_k", "W_v", "W_o").stream()
                .mapToLong(name -> {
                  var matrix = ((Value.Matrix) variable(step, name)).rows();
                  return (long) matrix.length * matrix[0].length;
                })
                .sum();
        yield String.format(Locale.ROOT, "%,d", all);
      }
      case "more-heads" -> "as many as now";
      case "draws" -> {
        int column = question.refs().getFirst().index(1);
        double[] weights =
            new Array2DRowRealMatrix(((Value.Matrix) variable(step, "W_o")).rows())
                .getColumn(column);
        for (int head = 0; head < h; head++) {
          assertThat(StatUtils.sumSq(weights, head * d / h, d / h)).isPositive();
        }
        yield "of all heads";
      }
      case "winner" -> {
        double[] weights =
            question.refs().stream()
                .mapToDouble(ref -> ref.in(step.frame().variables()).orElseThrow())
                .toArray();
        double most = StatUtils.max(weights);
        int key = IntStream.range(0, n).filter(j -> weights[j] == most).findFirst().orElseThrow();
        yield ((Answer.Choice) question.answer())
            .options().stream()
                .filter(option -> option.drawn().orElseThrow().index(1) == key)
                .findFirst()
                .orElseThrow()
                .text();
      }
      default -> "unknown kind " + question.kind();
    };
  }

  /// Counted off in the order of memory, or with the first two axes exchanged.
  private static String place(Question question, int n, int d, int h, List<double[][]> array) {
    var from = question.about().orElseThrow();
    if (question.kind().equals("turned")) {
      return "[%d, %d, %d]".formatted(from.index(1), from.index(0), from.index(2));
    }
    int order = from.index(0) * d + from.index(1);
    int rows = array.getFirst().length;
    assertThat(array.size() * rows).isEqualTo(n * h);
    int width = d / h;
    return "[%d, %d, %d]".formatted(order / width / rows, order / width % rows, order % width);
  }

  private static List<double[][]> array(Step<MultiHeadFrame> step, String name) {
    return ((Value.Many) variable(step, name))
        .values().stream().map(value -> ((Value.Matrix) value).rows()).toList();
  }

  /// Where a number stands in an array of three axes.
  private static List<String> places(List<double[][]> array, double number) {
    return IntStream.range(0, array.size())
        .boxed()
        .flatMap(i ->
            IntStream.range(0, array.get(i).length)
                .boxed()
                .flatMap(j ->
                    IntStream.range(0, array.get(i)[j].length)
                        .filter(k -> array.get(i)[j][k] == number)
                        .mapToObj(k -> "[%d, %d, %d]".formatted(i, j, k))))
        .toList();
  }

  private static Value variable(Step<MultiHeadFrame> step, String name) {
    return Objects.requireNonNull(step.frame().variables().get(name), name);
  }
}
