package dev.stepwise.quiz.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.run.Numbers;
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
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.util.MathArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The answers of questions, worked out again from the tensors of their steps by Commons Math.
class GradientQuestionsTest {
  private static final int QUESTIONS = 16;
  private static final Set<String> TOGETHER =
      Set.of("three-blobs", "zero-weights", "dead-relu", "depth-probe", "line");
  private static final Set<String> LONG = Set.of("digits", "spiral", "rate-too-high");
  private static final GradientExercise EXERCISE = new GradientExercise();

  /// Those that train in no time.
  static List<Preset> presets() {
    return Presets.of(EXERCISE.id()).stream()
        .filter(preset -> !LONG.contains(preset.id()))
        .toList();
  }

  private static Navigator<GradientFrame> run(Preset preset) {
    return new Navigator<>(EXERCISE.run(EXERCISE.problem(preset.scenario(EXERCISE).given())));
  }

  private static List<Question> questions(Navigator<GradientFrame> navigator) {
    return QuestionBank.of(navigator.run(), new GradientQuestions(), QUESTIONS, 23);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void the_right_answer_is_what_the_tensors_say(Preset preset) {
    var navigator = run(preset);
    for (var question : questions(navigator)) {
      var position = navigator.find(question.path()).orElseThrow();
      var step = navigator.step(position);
      var expected =
          question.kind().equals("loss")
              ? loss(navigator, question, step)
              : expected(question, step);
      assertThat(question.answer().text()).as(question.id()).isEqualTo(expected);
    }
  }

  @Test
  void a_few_presets_together_ask_every_kind() {
    var kinds = new HashSet<String>();
    presets().stream()
        .filter(preset -> TOGETHER.contains(preset.id()))
        .forEach(preset -> questions(run(preset)).forEach(one -> kinds.add(one.kind())));
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(new GradientQuestions().kinds().keySet());
  }

  /// By the loss that the epoch before wrote.
  private static String loss(
      Navigator<GradientFrame> navigator, Question question, Step<GradientFrame> step) {
    int epoch = Integer.parseInt(question.path().replaceAll("\\..*", ""));
    var top = navigator.run().step(epoch - 2);
    double before = scalar(top, "losses");
    double now = scalar(step, "losses");
    return now < before ? "it falls" : now > before ? "it rises" : "it stays as it is";
  }

  private static String expected(Question question, Step<GradientFrame> step) {
    var ref = question.refs().isEmpty() ? Ref.of("") : question.refs().getFirst();
    return switch (question.kind()) {
      case "updates" -> {
        double size =
            Double.parseDouble(question.prompt().replaceAll(".*batches of ([\\d,]+):.*", "$1"));
        yield whole(Math.round(Math.ceil(labels(step, "order").length / size)));
      }
      case "activation" -> Numbers.text(rectified(step, ref, at(step, "z1", ref)));
      case "passes-back" -> {
        double slope = rectified(step, ref, Math.signum(at(step, "z1", ref)));
        yield Numbers.text(at(step, "da1", ref) * Math.abs(slope) + 0.0);
      }
      case "winner" -> {
        double[] logits = matrix(step, "z2")[ref.index(0)];
        double most = StatUtils.max(logits);
        yield "class "
            + IntStream.range(0, logits.length)
                .filter(c -> logits[c] == most)
                .findFirst()
                .orElseThrow();
      }
      case "probability" -> Numbers.text(softmax(matrix(step, "z2")[ref.index(0)])[ref.index(1)]);
      case "sample-loss" -> {
        int row = question.about().orElseThrow().index(0);
        double p = softmax(matrix(step, "z2")[row])[labels(step, "y")[row]];
        yield Numbers.text(-Math.log(p));
      }
      case "error" -> {
        int[] y = labels(step, "y");
        int c = ref.index(1);
        double target = y[ref.index(0)] == c ? 1 : 0;
        yield Numbers.text((at(step, "p", ref) - target) / y.length);
      }
      case "gradient-sign" -> sign(step, ref);
      case "dead-unit" -> {
        double[] sums = new Array2DRowRealMatrix(matrix(step, "z1")).getColumn(ref.index(1));
        assertThat(StatUtils.max(sums)).isNegative();
        assertThat(at(step, "dW1", ref)).isZero();
        yield "exactly 0";
      }
      case "zero-weights" -> {
        for (var zero : List.of("W1", "W2", "dW1", "dW2")) {
          assertThat(new Array2DRowRealMatrix(matrix(step, zero)).getNorm()).isZero();
        }
        assertThat(StatUtils.max(vector(step, "db2"))).isPositive();
        yield "the biases of the classes, b2, alone";
      }
      case "parameters" -> {
        var first = new Array2DRowRealMatrix(matrix(step, "W1"));
        var second = new Array2DRowRealMatrix(matrix(step, "W2"));
        long hidden = first.getColumnDimension();
        long classes = second.getColumnDimension();
        yield whole((first.getRowDimension() + 1) * hidden + (hidden + 1) * classes);
      }
      case "direction" -> {
        double gradient = gradient(step, ref);
        yield gradient < 0 ? "it rises" : gradient > 0 ? "it falls" : "it stays as it is";
      }
      case "update" -> Numbers.text(before(step, ref) - scalar(step, "rate") * gradient(step, ref));
      case "signal" -> {
        double[] variances = vector(step, ref.variable());
        double share = variances[ref.index(0)] / variances[ref.index(0) - 1];
        yield share < 0.1
            ? "it falls to less than a tenth"
            : share < 2.0 / 3
                ? "it falls, to between a tenth and two thirds"
                : share < 4.0 / 3
                    ? "it holds its size, within a third"
                    : "it grows by more than a third";
      }
      case "largest-signal" -> {
        var most =
            question.refs().stream()
                .max((a, b) -> Double.compare(value(step, a), value(step, b)))
                .orElseThrow();
        yield ((Answer.Choice) question.answer())
            .options().stream()
                .filter(one -> one.drawn().orElseThrow().variable().equals(most.variable()))
                .findFirst()
                .orElseThrow()
                .text();
      }
      default -> "unknown kind " + question.kind();
    };
  }

  private static double rectified(Step<GradientFrame> step, Ref ref, double value) {
    double slope = ((NetworkFrame) step.frame()).problem().activation().slope();
    return Math.max(at(step, "z1", ref) > 0 ? 1 : slope, 0) * value + 0.0;
  }

  /// By the errors before they are averaged.
  private static String sign(Step<GradientFrame> step, Ref ref) {
    double sum = 0;
    if (ref.variable().equals("db2")) {
      int c = ref.index(0);
      sum = StatUtils.sum(new Array2DRowRealMatrix(matrix(step, "p")).getColumn(c));
      sum -= Arrays.stream(labels(step, "y")).filter(label -> label == c).count();
    } else {
      double[] errors = vector(step, "error");
      int[] samples = labels(step, "i");
      for (int row = 0; row < errors.length; row++) {
        boolean bias = ref.indices().isEmpty();
        sum += errors[row] * (bias ? 1 : matrix(step, "X")[samples[row]][ref.index(0)]);
      }
    }
    return sum > 0 ? "positive" : "negative";
  }

  private static double gradient(Step<GradientFrame> step, Ref ref) {
    var name =
        switch (ref.variable()) {
          case "weights" -> "dw";
          case "bias" -> "db";
          default -> "d" + ref.variable();
        };
    return value(step, new Ref(name, ref.indices()));
  }

  private static double before(Step<GradientFrame> step, Ref ref) {
    if (step.frame() instanceof RegressionFrame line) {
      var model = line.pass().orElseThrow().at();
      return ref.indices().isEmpty() ? model.bias() : model.weights()[ref.index(0)];
    }
    var at = ((NetworkFrame) step.frame()).moment().pass().orElseThrow().at();
    return switch (ref.variable()) {
      case "W1" -> at.w1()[ref.index(0)][ref.index(1)];
      case "W2" -> at.w2()[ref.index(0)][ref.index(1)];
      case "b1" -> at.b1()[ref.index(0)];
      default -> at.b2()[ref.index(0)];
    };
  }

  private static double[] softmax(double[] row) {
    double most = StatUtils.max(row);
    return MathArrays.normalizeArray(
        Arrays.stream(row).map(logit -> Math.exp(logit - most)).toArray(), 1);
  }

  private static double at(Step<GradientFrame> step, String name, Ref ref) {
    return matrix(step, name)[ref.index(0)][ref.index(1)];
  }

  private static double value(Step<GradientFrame> step, Ref ref) {
    return ref.in(step.frame().variables()).orElseThrow();
  }

  private static double scalar(Step<GradientFrame> step, String name) {
    return value(step, Ref.of(name));
  }

  private static double[][] matrix(Step<GradientFrame> step, String name) {
    return ((Value.Matrix) variable(step, name)).rows();
  }

  private static double[] vector(Step<GradientFrame> step, String name) {
    return ((Value.Vector) variable(step, name)).values();
  }

  private static int[] labels(Step<GradientFrame> step, String name) {
    return ((Value.Labels) variable(step, name)).values();
  }

  private static Value variable(Step<GradientFrame> step, String name) {
    return Objects.requireNonNull(step.frame().variables().get(name), name);
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
