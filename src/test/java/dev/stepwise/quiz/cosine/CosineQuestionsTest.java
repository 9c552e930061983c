package dev.stepwise.quiz.cosine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionBank;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The answers of questions, worked out again from the vectors by Commons Math: of every preset by
/// every metric and both ways to select.
class CosineQuestionsTest {
  private static final int QUESTIONS = 40;
  private static final CosineExercise EXERCISE = new CosineExercise();

  static List<Preset> presets() {
    return Presets.of(EXERCISE.id()).stream()
        .filter(preset -> !preset.id().equals("random-100000"))
        .toList();
  }

  private static Stream<CosineProblem> problems(Preset preset) {
    var problem = EXERCISE.problem(preset.scenario(EXERCISE).given());
    return Arrays.stream(Metric.values())
        .flatMap(metric ->
            Arrays.stream(Selection.values())
                .map(selection ->
                    new CosineProblem(
                        problem.source(),
                        problem.documents(),
                        problem.query(),
                        problem.k(),
                        metric,
                        problem.epsilon(),
                        selection)));
  }

  private static List<Question> questions(Navigator<CosineFrame> navigator) {
    return QuestionBank.of(navigator.run(), new CosineQuestions(), QUESTIONS, 29);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void the_right_answer_is_what_the_vectors_say(Preset preset) {
    problems(preset)
        .forEach(problem -> {
          var navigator = new Navigator<>(EXERCISE.run(problem));
          for (var question : questions(navigator)) {
            var step = navigator.step(navigator.find(question.path()).orElseThrow());
            assertThat(question.answer().text())
                .as(problem.metric() + " " + question.id() + ": " + question.prompt())
                .isEqualTo(expected(question, step));
          }
        });
  }

  @Test
  void all_presets_together_ask_every_kind() {
    var kinds = new HashSet<String>();
    for (var preset : presets()) {
      var problem = EXERCISE.problem(preset.scenario(EXERCISE).given());
      questions(new Navigator<>(EXERCISE.run(problem))).forEach(one -> kinds.add(one.kind()));
    }
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(new CosineQuestions().kinds().keySet());
  }

  @Test
  void nobody_is_asked_for_the_first_of_two_that_tie() {
    var tied =
        new CosineProblem(
            new CosineProblem.Source.Vectors(),
            new double[][] {{1, 2}, {2, 4}, {3, -1}},
            new double[] {1, 1},
            2,
            Metric.COSINE,
            1e-9,
            Selection.SORT);
    assertThat(questions(new Navigator<>(EXERCISE.run(tied))))
        .extracting(Question::kind)
        .contains("sign")
        .doesNotContain("first");
  }

  private static String expected(Question question, Step<CosineFrame> step) {
    var problem = step.frame().problem();
    int n = problem.documents().length;
    int d = problem.query().length;
    return switch (question.kind()) {
      case "first" -> "d" + (ranking(problem)[0] + 1);
      case "shape" -> "(%d,)".formatted(n);
      case "work" -> String.format(Locale.ROOT, "%,d", (long) n * d);
      case "length" -> {
        var numbers =
            step.frame().variables().getOrDefault("D[i]", new Value.Vector(problem.query()));
        yield Numbers.text(new ArrayRealVector(((Value.Vector) numbers).values()).getNorm());
      }
      case "unit" -> {
        double[] unit =
            question.refs().stream()
                .mapToDouble(ref -> ref.in(step.frame().variables()).orElseThrow())
                .toArray();
        assertThat(new ArrayRealVector(unit).getNorm()).isBetween(0.9999, 1.0001);
        yield "1";
      }
      case "zero-vector" -> {
        double first = question.refs().getFirst().in(step.frame().variables()).orElseThrow();
        yield first == 0 ? "it stays zero" : "its numbers become NaN";
      }
      case "similarity" -> size(problem, document(step));
      case "sign" -> {
        double score = score(problem, document(step));
        yield Math.abs(score) < 1e-9 ? "exactly 0" : score > 0 ? "positive" : "negative";
      }
      case "stretch" -> {
        int document = document(step);
        var twice = new ArrayRealVector(problem.documents()[document]).mapMultiply(2);
        double ratio = score(problem, twice) / score(problem, document);
        yield Math.abs(ratio - 1) < 1e-6 ? "the same as now" : "twice as large";
      }
      case "tie" -> {
        int first = step.frame().standing().order()[question.refs().getFirst().index(0)];
        double score = score(problem, first);
        int lowest =
            IntStream.range(0, n)
                .filter(i -> Math.abs(score(problem, i) - score) < 1e-12)
                .findFirst()
                .orElseThrow();
        yield "d" + (lowest + 1);
      }
      case "place" -> {
        int document = step.frame().document();
        long nearer =
            IntStream.range(0, document)
                .filter(i -> score(problem, i) > score(problem, document))
                .count();
        yield "place " + (nearer + 1);
      }
      case "heap" -> {
        int document = step.frame().document();
        int[] before =
            IntStream.of(ranking(problem)).filter(i -> i < document).limit(problem.k()).toArray();
        int worst = before[before.length - 1];
        yield score(problem, document) > score(problem, worst)
            ? "yes, and d%d leaves".formatted(worst + 1)
            : "no, it stays outside";
      }
      default -> "unknown kind " + question.kind();
    };
  }

  private static int document(Step<CosineFrame> step) {
    return (int) Ref.of("i").in(step.frame().variables()).orElseThrow();
  }

  private static String size(CosineProblem problem, int document) {
    double score = score(problem, document);
    boolean straight = Math.abs(Math.abs(score) - 1) < 1e-6;
    return Numbers.text(
        problem.metric() == Metric.EUCLIDEAN ? -score : straight ? Math.rint(score) : score);
  }

  private static double score(CosineProblem problem, int document) {
    return score(problem, new ArrayRealVector(problem.documents()[document]));
  }

  private static double score(CosineProblem problem, RealVector vector) {
    var query = new ArrayRealVector(problem.query());
    return switch (problem.metric()) {
      case COSINE ->
          vector.getNorm() > 0
              ? vector.cosine(query)
              : problem.epsilon() > 0 ? 0 : Double.NEGATIVE_INFINITY; // not a number: ranks last
      case DOT -> vector.dotProduct(query);
      case EUCLIDEAN -> -vector.getDistance(query);
    };
  }

  private static int[] ranking(CosineProblem problem) {
    return IntStream.range(0, problem.documents().length)
        .boxed()
        .sorted((one, other) -> Double.compare(score(problem, other), score(problem, one)))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
