package dev.stepwise.quiz.kmeans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Answer;
import dev.stepwise.quiz.QuestionBank;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.util.MathArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The answers of questions, worked out again from the values of their steps, by Commons Math.
class KMeansQuestionsTest {
  private static final int QUESTIONS = 60;
  private static final KMeansExercise EXERCISE = new KMeansExercise();

  static List<Preset> presets() {
    return Presets.of(EXERCISE.id());
  }

  private static Run<KMeansFrame> run(Preset preset) {
    return EXERCISE.run(EXERCISE.problem(preset.scenario(EXERCISE).given()));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void the_right_answer_is_what_the_values_say(Preset preset) {
    var run = run(preset);
    var navigator = new Navigator<>(run);
    var questions = QuestionBank.of(run, new KMeansQuestions(), QUESTIONS, 7);
    assertThat(questions).isNotEmpty();
    for (var question : questions) {
      var step = navigator.step(navigator.find(question.path()).orElseThrow());
      assertThat(right(question)).as(question.id()).isEqualTo(expected(question, step));
      for (var ref : question.refs()) {
        assertThat(step.writes()).as(question.id()).contains(ref.variable());
        assertThat(ref.in(step.frame().variables())).as(question.id()).isPresent();
      }
    }
  }

  @Test
  void all_presets_together_ask_at_least_five_kinds() {
    var kinds = new HashSet<String>();
    for (var preset : presets()) {
      QuestionBank.of(run(preset), new KMeansQuestions(), QUESTIONS, 7)
          .forEach(question -> kinds.add(question.kind()));
    }
    assertThat(kinds)
        .contains("nearest", "centroid-moves", "converged", "inertia", "largest", "shape")
        .contains("empty-cluster", "likeliest");
  }

  @Test
  void the_same_seed_asks_the_same() {
    var run = run(presets().getFirst());
    var one = QuestionBank.of(run, new KMeansQuestions(), 20, 3);
    var again = QuestionBank.of(run, new KMeansQuestions(), 20, 3);
    assertThat(one.stream().map(Question::id))
        .containsExactlyElementsOf(again.stream().map(Question::id).toList());
  }

  private static String right(Question question) {
    return ((Answer.Choice) question.answer())
        .options()
        .get(((Answer.Choice) question.answer()).right())
        .text();
  }

  private static String expected(Question question, Step<KMeansFrame> step) {
    var variables = step.frame().variables();
    var clustering = step.frame().clustering();
    double[][] points = ((Value.Matrix) Objects.requireNonNull(variables.get("X"))).rows();
    double[][] centroids =
        ((Value.Matrix) Objects.requireNonNull(variables.get("centroids"))).rows();
    return switch (question.kind()) {
      case "nearest", "tie" -> "cluster " + (nearest(points[place(question)], centroids) + 1);
      case "centroid-moves" -> {
        int cluster = question.refs().getFirst().index(0);
        yield "to " + Phrases.vector(mean(points, clustering.labels(), cluster));
      }
      case "empty-cluster" -> "it keeps its place";
      case "converged" -> {
        double movement = question.refs().getFirst().in(variables).orElseThrow();
        yield movement <= step.frame().problem().tolerance()
            ? "yes, it stops after it"
            : "no, it goes on";
      }
      case "inertia" -> {
        var inertias = clustering.inertias();
        yield inertias.getLast() < inertias.get(inertias.size() - 2) ? "it falls" : "it stays";
      }
      case "largest" -> "cluster " + (commonest(clustering.labels(), centroids.length) + 1);
      case "shape" -> points.length + "×" + centroids.length;
      case "likeliest" -> "point " + (farthest(points, centroids) + 1);
      default -> "unknown kind " + question.kind();
    };
  }

  private static int place(Question question) {
    return question.refs().getFirst().index(0);
  }

  private static int nearest(double[] point, double[][] centroids) {
    double[] distances =
        Arrays.stream(centroids).mapToDouble(one -> MathArrays.distance(point, one)).toArray();
    double least = Arrays.stream(distances).min().orElseThrow();
    return IntStream.range(0, distances.length)
        .filter(j -> distances[j] == least)
        .findFirst()
        .orElseThrow();
  }

  private static double[] mean(double[][] points, int[] labels, int cluster) {
    return IntStream.range(0, points[0].length)
        .mapToDouble(d ->
            new Mean()
                .evaluate(
                    IntStream.range(0, points.length)
                        .filter(i -> labels[i] == cluster)
                        .mapToDouble(i -> points[i][d])
                        .toArray()))
        .toArray();
  }

  private static int commonest(int[] labels, int k) {
    long[] sizes = new long[k];
    Arrays.stream(labels).forEach(label -> sizes[label]++);
    long most = Arrays.stream(sizes).max().orElseThrow();
    return IntStream.range(0, k).filter(j -> sizes[j] == most).findFirst().orElseThrow();
  }

  private static int farthest(double[][] points, double[][] centroids) {
    double[] gaps =
        Arrays.stream(points)
            .mapToDouble(point ->
                Arrays.stream(centroids)
                    .mapToDouble(one -> MathArrays.distance(point, one))
                    .min()
                    .orElseThrow())
            .toArray();
    double most = Arrays.stream(gaps).max().orElseThrow();
    return IntStream.range(0, gaps.length).filter(i -> gaps[i] == most).findFirst().orElseThrow();
  }
}
