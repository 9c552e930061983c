package dev.stepwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.LectureReader;
import dev.stepwise.lecture.LectureWriter;
import dev.stepwise.lecture.ShippedLecture;
import dev.stepwise.lecture.Stop;
import dev.stepwise.lecture.Way;
import dev.stepwise.playback.Navigator;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Remembered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each shipped lecture is played from its start to its end.
@OneAtATime
class ShippedLecturesTest {
  private final Exercises exercises = new Exercises();
  private final ScenarioReader scenarios = new ScenarioReader(exercises.exercises());

  static List<ShippedLecture> lectures() {
    return ShippedLecture.SHIPPED;
  }

  @ParameterizedTest
  @MethodSource("lectures")
  void every_stop_opens_and_every_step_choice_and_pin_of_it_exists(ShippedLecture shipped)
      throws ScenarioException {
    var lecture = shipped.read(scenarios);
    var reader = new LectureReader(scenarios);
    for (int i = 0; i < lecture.stops().size(); i++) {
      play(lecture.stops().get(i), reader.complete(shipped.id(), lecture, i));
    }
  }

  private <P, F extends Frame> void play(Stop stop, LoadedScenario<P, F> loaded) {
    var navigator = new Navigator<>(loaded.run());
    var way = Way.of(stop, navigator);
    assertThat(way.steps()).as(stop.title()).startsWith(stop.begins()).endsWith(stop.ends());
    for (var step : way.steps()) {
      var said = navigator.step(step).narration();
      assertThat(said.title()).as("%s, step %s", stop.title(), step).isNotBlank();
    }
    var at = stop.bookmark();
    var remembered = Remembered.of(view(loaded.exercise().id()), at.choices(), at.pins());
    assertThat(remembered.pinned().isPresent()).isEqualTo(!at.pins().isEmpty());
  }

  private ExerciseView<?, ?> view(String id) {
    return exercises.views().stream()
        .filter(view -> view.exercise().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("lectures")
  void has_notes_of_substance_a_question_each_and_minutes_that_add_up(ShippedLecture shipped) {
    var lecture = shipped.read(scenarios);
    assertThat(lecture.title()).isEqualTo(shipped.title());
    assertThat(lecture.stops()).hasSizeBetween(10, 14);
    assertThat(shipped.summary())
        .isEqualTo("%d stops, %d min", lecture.stops().size(), lecture.minutes());
    assertThat(lecture.stops())
        .allSatisfy(stop -> {
          assertThat(stop.notes().split("\\s+")).as(stop.title()).hasSizeGreaterThan(40);
          assertThat(stop.question()).as(stop.title()).endsWith("?");
          assertThat(stop.answer()).as(stop.title()).isNotBlank();
          assertThat(stop.minutes()).as(stop.title()).isBetween(1, 8);
        });
    assertThat(lecture.stops()).map(Stop::title).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("lectures")
  void reads_as_it_is_written(ShippedLecture shipped) throws ScenarioException, IOException {
    var lecture = shipped.read(scenarios);
    var written = written(lecture);
    assertThat(written(new LectureReader(scenarios).read("again", written))).isEqualTo(written);
  }

  private static byte[] written(Lecture lecture) throws IOException {
    var out = new ByteArrayOutputStream();
    LectureWriter.write(lecture, out);
    return out.toByteArray();
  }
}
