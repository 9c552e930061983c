package dev.stepwise.quiz.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.attention.AttentionFrame;
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
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.MathArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The answers of questions, worked out again from the matrices by Commons Math.
class AttentionQuestionsTest {
  private static final int QUESTIONS = 40;
  private static final AttentionExercise EXERCISE = new AttentionExercise();

  static List<Preset> presets() {
    return Presets.of(EXERCISE.id());
  }

  /// Those with so few tokens that their numbers can be read.
  private static List<Preset> readable() {
    return presets().stream().filter(one -> !one.id().equals("long-sequence")).toList();
  }

  private static List<Question> questions(Navigator<AttentionFrame> navigator, long seed) {
    return QuestionBank.of(navigator.run(), new AttentionQuestions(), QUESTIONS, seed);
  }

  private static Navigator<AttentionFrame> run(Preset preset) {
    return new Navigator<>(EXERCISE.run(EXERCISE.problem(preset.scenario(EXERCISE).given())));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void the_right_answer_is_what_the_matrices_say(Preset preset) {
    var navigator = run(preset);
    for (var question : questions(navigator, 11)) {
      var step = navigator.step(navigator.find(question.path()).orElseThrow());
      assertThat(question.answer().text()).as(question.id()).isEqualTo(expected(question, step));
    }
  }

  @Test
  void all_presets_together_ask_every_kind() {
    var kinds = new HashSet<String>();
    for (var preset : readable()) {
      questions(run(preset), 11).forEach(question -> kinds.add(question.kind()));
    }
    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(new AttentionQuestions().kinds().keySet());
  }

  @Test
  void nobody_is_asked_who_wins_among_identical_tokens() {
    var same = presets().stream().filter(one -> one.id().equals("identical-tokens")).toList();
    assertThat(questions(run(same.getFirst()), 3))
        .extracting(Question::kind)
        .contains("even")
        .doesNotContain("winner", "agrees", "sharpest");
  }

  private static String expected(Question question, Step<AttentionFrame> step) {
    var frame = step.frame();
    RealMatrix queries = new Array2DRowRealMatrix(matrix(step, "Q"));
    RealMatrix keys = new Array2DRowRealMatrix(matrix(step, "K"));
    double[][] products = queries.multiply(keys.transpose()).getData();
    int n = products.length;
    int width = keys.getColumnDimension();
    var settings = frame.problem().settings();
    double[][] scores = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double scaled = settings.scale() ? products[i][j] / Math.sqrt(width) : products[i][j];
        scores[i][j] = settings.hides() && j > i ? Double.NEGATIVE_INFINITY : scaled;
      }
    }
    var ref = question.refs().isEmpty() ? Ref.of("") : question.refs().getFirst();
    return switch (question.kind()) {
      case "agrees" -> token(question, greatest(products[row(ref)]));
      case "terms" -> whole(width);
      case "quadratic" -> whole(4L * n * n);
      case "scale" -> {
        double product = products[row(ref)][ref.index(ref.indices().size() - 1)];
        yield Numbers.text(product / Math.sqrt(width));
      }
      case "sees" ->
          whole(Arrays.stream(scores[row(ref)]).filter(score -> !Double.isInfinite(score)).count());
      case "hidden-scores" ->
          whole(
              Arrays.stream(scores)
                  .flatMapToDouble(Arrays::stream)
                  .filter(Double::isInfinite)
                  .count());
      case "winner" -> token(question, greatest(scores[row(ref)]));
      case "sharpest" -> {
        double[] most =
            IntStream.range(0, n)
                .mapToDouble(i -> Arrays.stream(softmax(scores[i])).max().orElseThrow())
                .toArray();
        yield token(question, greatest(most));
      }
      case "row-sum" -> {
        double sum =
            question.refs().stream()
                .mapToDouble(one -> one.in(frame.variables()).orElseThrow())
                .sum();
        yield Numbers.text(Math.abs(sum - 1) < 1e-9 ? 1 : sum);
      }
      case "column-sum" -> {
        double[] sums = new double[n];
        for (double[] row : scores) {
          sums = MathArrays.ebeAdd(sums, softmax(row));
        }
        yield Arrays.stream(sums).allMatch(sum -> Math.abs(sum - 1) < 1e-6)
            ? "each to 1, like the rows"
            : "some to more than 1, some to less";
      }
      case "hidden-weight" -> {
        assertThat(ref.in(frame.variables())).hasValue(0);
        yield "exactly 0";
      }
      case "even" -> "1/" + whole(Math.round(1 / ref.in(frame.variables()).orElseThrow()));
      case "exponential" -> Numbers.text(ref.in(frame.variables()).orElseThrow());
      case "output" -> {
        double[] weights = softmax(scores[row(ref)]);
        double[] values =
            new Array2DRowRealMatrix(matrix(step, "V"))
                .getColumn(ref.index(ref.indices().size() - 1));
        yield Numbers.text(new Array2DRowRealMatrix(new double[][] {weights}).operate(values)[0]);
      }
      default -> "unknown kind " + question.kind();
    };
  }

  /// The row of `scores` at 3, 2, or of `scores[3]` at 2.
  private static int row(Ref ref) {
    int open = ref.variable().indexOf('[');
    return open < 0
        ? ref.index(0)
        : Integer.parseInt(ref.variable().substring(open + 1, ref.variable().length() - 1));
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static int greatest(double[] row) {
    double most = Arrays.stream(row).max().orElseThrow();
    return IntStream.range(0, row.length).filter(j -> row[j] == most).findFirst().orElseThrow();
  }

  private static double[] softmax(double[] row) {
    double most = Arrays.stream(row).max().orElseThrow();
    double[] powers = Arrays.stream(row).map(score -> Math.exp(score - most)).toArray();
    return MathArrays.normalizeArray(powers, 1);
  }

  private static double[][] matrix(Step<AttentionFrame> step, String name) {
    return ((Value.Matrix) Objects.requireNonNull(step.frame().variables().get(name))).rows();
  }

  /// The text of the option that stands at a row of Q or K, or at a column of the scores.
  private static String token(Question question, int index) {
    return ((Answer.Choice) question.answer())
        .options().stream()
            .filter(option -> {
              var at = option.drawn().orElseThrow();
              return at.index(at.variable().equals("scores") ? 1 : 0) == index;
            })
            .findFirst()
            .orElseThrow()
            .text();
  }
}
