package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.playback.Navigator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
  private final KMeansExercise exercise = new KMeansExercise();

  static List<Preset> presets() {
    return Presets.of("k-means");
  }

  @Test
  void ids_differ() {
    assertThat(presets()).hasSizeGreaterThan(1).extracting(Preset::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void a_preset_opens_at_a_step_that_there_is(Preset preset) {
    var run = exercise.run(exercise.problem(preset.scenario(exercise).given()));

    assertThat(new Navigator<>(run).find(preset.opens())).isPresent();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void a_preset_says_its_point_in_one_sentence_and_has_its_title_in_its_file(Preset preset) {
    assertThat(preset.point()).matches("[A-Z]([^.]|\\.\\d)*\\.");
    assertThat(preset.scenario(exercise).title()).isEqualTo(preset.title());
  }

  @Test
  void an_exercise_that_is_not_there_yet_has_no_presets_and_no_listing() {
    assertThat(Presets.of("no-such-exercise")).isEmpty();
    assertThat(Listing.of("no-such-exercise").lines()).isEmpty();
  }

  @Test
  void every_step_of_a_run_points_into_the_listing() {
    var listing = Listing.of("k-means");
    var run = exercise.run(exercise.problem(presets().getFirst().scenario(exercise).given()));

    for (int index = 0; run.has(index); index++) {
      assertThat(listing.line(run.step(index).anchor())).isBetween(1, listing.lines().size());
    }
  }
}
