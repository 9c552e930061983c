package dev.stepwise.quiz.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionBank;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.math3.analysis.function.Sigmoid;
import org.apache.commons.math3.analysis.function.Tanh;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The answers of questions, worked out again from the vectors of their steps by Commons Math.
class LstmQuestionsTest {
  private static final int QUESTIONS = 40;
  private static final LstmExercise EXERCISE = new LstmExercise();
  private static final Sigmoid SIGMOID = new Sigmoid();
  private static final Tanh TANH = new Tanh();

  static List<Preset> presets() {
    return Presets.of(EXERCISE.id());
  }

  private static Navigator<LstmFrame> run(Preset preset) {
    return new Navigator<>(EXERCISE.run(EXERCISE.problem(preset.scenario(EXERCISE).given())));
  }

  private static List<Question> questions(Navigator<LstmFrame> navigator) {
    return QuestionBank.of(navigator.run(), new LstmQuestions(), QUESTIONS, 17);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void the_right_answer_is_what_the_vectors_say(Preset preset) {
    var navigator = run(preset);
    for (var question : questions(navigator)) {
      var step = navigator.step(navigator.find(question.path()).orElseThrow());
      assertThat(question.answer().text()).as(question.id()).isEqualTo(expected(question, step));
    }
  }

  @Test
  void all_presets_together_ask_every_kind() {
    var kinds = new HashSet<String>();
    presets().forEach(preset -> questions(run(preset)).forEach(one -> kinds.add(one.kind())));
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(new LstmQuestions().kinds().keySet());
  }

  private static String expected(Question question, Step<LstmFrame> step) {
    var problem = step.frame().problem();
    int inputs = problem.inputs();
    int hidden = problem.hidden();
    var cell = problem.cell().word();
    return switch (question.kind()) {
      case "width" -> whole((long) inputs + hidden);
      case "parameters" -> {
        int layers = cell.equals("lstm") ? 4 : cell.equals("gru") ? 3 : 1;
        yield whole((long) layers * hidden * (inputs + hidden + 1));
      }
      case "gate" -> {
        int unit = question.refs().getFirst().index(0);
        var gate = question.refs().getFirst().variable();
        double value = SIGMOID.value(sum(step, "W_" + gate, "b_" + gate, "xh", unit));
        yield value < 0.05 ? "shut: below 0.05" : value > 0.95 ? "open: above 0.95" : "in between";
      }
      case "activation" -> {
        var layer = question.refs().getFirst().variable().replaceAll("\\[j\\]", "");
        var suffix = layer.equals("c_candidate") ? "c" : layer;
        var input = layer.equals("n") ? "xrh" : "xh";
        double sum = sum(step, "W_" + suffix, "b_" + suffix, input, unit(question));
        boolean signed = List.of("c_candidate", "n", "h").contains(layer);
        yield Numbers.text(signed ? TANH.value(sum) : SIGMOID.value(sum));
      }
      case "new-state" -> Numbers.text(state(step, cell, unit(question)));
      case "moves" -> {
        double before = at(step, cell.equals("lstm") ? "c_prev" : "h_prev", unit(question));
        yield state(step, cell, unit(question)) > before ? "it rises" : "it falls";
      }
      case "shown" ->
          Numbers.text(at(step, "o", unit(question)) * TANH.value(at(step, "c", unit(question))));
      case "memory" -> {
        var state = cell.equals("lstm") ? "c" : "h";
        double share = at(step, state, unit(question)) / at(step, state + "_prev", unit(question));
        yield share < 0
            ? "it changes its sign"
            : share < 0.95
                ? "it comes nearer to 0"
                : share <= 1.05 ? "it holds, to within 5 %" : "it grows away from 0";
      }
      default -> "unknown kind " + question.kind();
    };
  }

  private static double state(Step<LstmFrame> step, String cell, int unit) {
    double keep = at(step, cell.equals("lstm") ? "f" : "z", unit);
    return cell.equals("lstm")
        ? keep * at(step, "c_prev", unit) + at(step, "i", unit) * at(step, "c_candidate", unit)
        : keep * at(step, "h_prev", unit) + (1 - keep) * at(step, "n", unit);
  }

  private static double sum(
      Step<LstmFrame> step, String weights, String bias, String input, int unit) {
    var matrix = new Array2DRowRealMatrix(((Value.Matrix) value(step, weights)).rows());
    return matrix.operate(vector(step, input))[unit] + vector(step, bias)[unit];
  }

  private static int unit(Question question) {
    return Integer.parseInt(question.prompt().replaceAll("(?i).*?unit (\\d+).*", "$1")) - 1;
  }

  private static double at(Step<LstmFrame> step, String name, int unit) {
    return vector(step, name)[unit];
  }

  private static double[] vector(Step<LstmFrame> step, String name) {
    return ((Value.Vector) value(step, name)).values();
  }

  private static Value value(Step<LstmFrame> step, String name) {
    return Objects.requireNonNull(step.frame().variables().get(name), name);
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
