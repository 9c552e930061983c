package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.formula.Formulas;
import dev.stepwise.testing.OneAtATime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The lessons that are shipped: they read, lead where something is, and set.
@OneAtATime
class ShippedLessonsTest {
  static final List<Exercise<?, ?>> EXERCISES =
      List.of(
          new AttentionExercise(),
          new MultiHeadExercise(),
          new LstmExercise(),
          new KMeansExercise(),
          new GradientExercise(),
          new BpeExercise(),
          new CosineExercise());
  private static final Set<String> IDS =
      EXERCISES.stream().map(Exercise::id).collect(Collectors.toSet());
  private static final Path ASSETS = Path.of("assets");

  static Stream<Exercise<?, ?>> taught() {
    return EXERCISES.stream().filter(exercise -> Lessons.exists(exercise.id()));
  }

  @ParameterizedTest
  @MethodSource("taught")
  void a_lesson_reads_with_every_link_step_and_formula_tried(Exercise<?, ?> exercise)
      throws IOException, LessonException {
    var file = ASSETS.resolve(exercise.id()).resolve("lesson.md");
    var known = Lessons.tried(exercise, IDS, new Formulas()::canSet);
    var lesson =
        new LessonReader(known).read(exercise.id(), file.toString(), Files.readString(file));
    assertThat(lesson.sections()).hasSize(Part.values().length);
    assertThat(blocks(lesson, Block.Mistake.class)).hasSizeGreaterThanOrEqualTo(8);
    assertThat(blocks(lesson, Block.Question.class)).hasSizeGreaterThanOrEqualTo(12);
  }

  @ParameterizedTest
  @MethodSource("taught")
  void a_lesson_tells_of_every_mistake_that_can_be_hunted(Exercise<?, ?> exercise) {
    var told =
        Lessons.of(exercise, IDS)
            .orElseThrow()
            .inlines()
            .filter(Inline.Link.class::isInstance)
            .map(inline -> ((Inline.Link) inline).target())
            .filter(Target.Mistake.class::isInstance)
            .map(target -> ((Target.Mistake) target).id())
            .collect(Collectors.toSet());
    assertThat(told).isEqualTo(Mistakes.of(exercise.schema()).keySet());
  }

  @ParameterizedTest
  @MethodSource("taught")
  <P> void its_counts_have_a_number_in_every_preset_whose_sizes_they_name(Exercise<P, ?> exercise) {
    var counts =
        Lessons.of(exercise, IDS)
            .orElseThrow()
            .inlines()
            .filter(Inline.Count.class::isInstance)
            .map(inline -> ((Inline.Count) inline).expression())
            .toList();
    assertThat(counts).isNotEmpty();
    for (var preset : Presets.of(exercise.id())) {
      var sizes = exercise.sizes(exercise.problem(preset.scenario(exercise).given()));
      for (var count : counts) {
        boolean named =
            sizes.entrySet().stream()
                .anyMatch(size ->
                    size.getValue().isNaN()
                        && count.source().matches(".*\\b" + size.getKey() + "\\b.*"));
        assertThat(Double.isFinite(count.of(sizes)))
            .as("%s in %s with %s", count.source(), preset.id(), sizes)
            .isEqualTo(!named);
      }
    }
  }

  @Test
  void sizes_are_those_of_the_problem() {
    assertThat(sizes(new AttentionExercise(), "it-finds-its-noun"))
        .isEqualTo(Map.of("n", 11.0, "d_model", 8.0, "d_k", 4.0));
    assertThat(sizes(new LstmExercise(), "gru-bit")).containsEntry("gates", 3.0);
    assertThat(sizes(new MultiHeadExercise(), Presets.of("multi-head-attention").getFirst().id()))
        .containsKeys("n", "d_model", "d_k", "h");
    assertThat(sizes(new KMeansExercise(), "bad-start").get("iterations"))
        .isGreaterThanOrEqualTo(2);
  }

  private static <P> Map<String, Double> sizes(Exercise<P, ?> exercise, String preset) {
    var chosen = Presets.of(exercise.id()).stream().filter(p -> p.id().equals(preset)).findFirst();
    var given = chosen.orElseThrow().scenario(exercise).given();
    return exercise.sizes(exercise.problem(given));
  }

  private static List<Block> blocks(Lesson lesson, Class<? extends Block> kind) {
    return lesson.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(kind::isInstance)
        .toList();
  }
}
