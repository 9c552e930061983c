package dev.stepwise.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LectureFilesTest {
  private static final String SCENARIO =
      """
      {"stepwise": 1, "exercise": "k-means", "title": "x", "inputs": {"X": [[0], [1], [9]]},
       "parameters": {"k": 2, "seed": 3}}\
      """;

  private final LectureReader reader =
      new LectureReader(new ScenarioReader(List.of(new KMeansExercise())));

  private Lecture read(String text) throws ScenarioException {
    return reader.read("l.stepwise", text.getBytes(StandardCharsets.UTF_8));
  }

  private Lecture stops(String... stops) throws ScenarioException {
    return read(
        "{\"stepwise\": 1, \"lecture\": {\"title\": \"L\", \"stops\": [%s]}}"
            .formatted(String.join(",", stops)));
  }

  private static String stop(String more) {
    return "{\"title\": \"“é” 😀\", \"scenario\": %s%s}".formatted(SCENARIO, more);
  }

  @Test
  void a_scenario_is_a_lecture_of_one_stop_at_its_first_step() throws ScenarioException {
    var lecture = read(SCENARIO);
    assertThat(lecture.title()).isEqualTo("x");
    assertThat(lecture.stops()).hasSize(1);
    assertThat(lecture.stops().getFirst().begins()).isEqualTo(Position.START);
  }

  @Test
  void what_was_written_reads_as_the_same_and_writes_as_the_same()
      throws ScenarioException, IOException {
    var lecture =
        stops(
            stop(""),
            stop(
                """
                , "minutes": 3, "notes": "a\\nb", "question": "q", "answer": "r",
                "students_may": ["data", "step"], "until": "3",
                "at": {"step": "2.1", "choices": {"a": "b"}, "pins": ["p[1]"],
                       "breakpoints": ["3", "2.2"]}\
                """));
    var second = lecture.stops().get(1);
    assertThat(second.minutes()).isEqualTo(3);
    assertThat(second.notes()).isEqualTo("a\nb");
    assertThat(second.freedoms()).isEqualTo(Set.of(Freedom.STEP, Freedom.DATA));
    assertThat(second.ends()).isEqualTo(Position.top(2));
    assertThat(second.bookmark().breakpoints()).hasSize(2);

    var written = written(lecture);
    var again = reader.read("again", written);
    assertThat(written(again)).isEqualTo(written);
    assertThat(again.stops().getFirst().title()).isEqualTo("“é” 😀");
    assertThat(again.stops().get(1).bookmark().choices()).containsEntry("a", "b");
    assertThat(again.stops().get(1).bookmark().pins()).containsExactly("p[1]");
    assertThat(again.stops().get(1).answer()).isEqualTo("r");
  }

  private static byte[] written(Lecture lecture) throws IOException {
    var out = new ByteArrayOutputStream();
    LectureWriter.write(lecture, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"minutes\": -1`|/lecture/stops/1/minutes|is -1",
        "`\"minutes\": 2.5`|/lecture/stops/1/minutes|is 2.5",
        "`\"note\": \"x\"`|/lecture/stops/1/note|did you mean 'notes'?",
        "`\"title\": \"y\"`|/lecture/stops/1/title|is there twice",
        "`\"until\": \"0\"`|/lecture/stops/1/until|is no path of a step",
        "`\"at\": {\"step\": \"3\"}, \"until\": \"2\"`|/lecture/stops/1/until|before step 3",
        "`\"at\": {\"stepp\": \"3\"}`|/lecture/stops/1/at/stepp|did you mean 'step'?",
        "`\"at\": {\"choices\": {\"a\": 1}}`|/lecture/stops/1/at/choices/a|give a text",
        "`\"at\": {\"breakpoints\": [\"x\"]}`|/lecture/stops/1/at/breakpoints/0|is no path",
        "`\"students_may\": [\"dta\"]`|/lecture/stops/1/students_may|did you mean 'data'?",
        "`\"notes\": \"\\ud800\"`|/lecture/stops/1/notes|",
      })
  void a_mistake_is_told_with_its_place(String field, String place, String what) {
    var wrong =
        catchThrowableOfType(ScenarioException.class, () -> stops(stop(""), stop(", " + field)));
    assertThat(wrong.place()).isEqualTo(place);
    assertThat(wrong).hasMessageContaining(what == null ? "" : what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"stepwise\": 2, \"lecture\": {}}`|/stepwise|this version reads format 1",
        "`{\"lecture\": {\"stops\": [{}]}}`|/lecture/stops/0/title|is missing",
        "`{\"stepwise\": 1, \"lecture\": {\"stops\": []}}`|/lecture/stops|has no stop",
        "`{\"stepwise\": 1, \"lecture\": []}`|/lecture|is an array",
        "`{\"stepwise\": 1, \"lecture\": {}} x`|line 1, column 32|is not JSON",
        "`{\"stepwise\": 1, \"lecture\": {\"stops\": [{\"title\": \"t\"}]}}`"
            + "|/lecture/stops/0/scenario|is missing",
      })
  void a_broken_file_is_told_with_its_place(String text, String place, String what) {
    var wrong = catchThrowableOfType(ScenarioException.class, () -> read(text));
    assertThat(wrong.place()).isEqualTo(place);
    assertThat(wrong).hasMessageContaining(what);
  }

  @Test
  void a_mistake_in_the_scenario_of_a_stop_is_told_with_its_place_in_the_file() {
    var broken = stop("").replace("[9]", "[\"nine\"]");
    var wrong = catchThrowableOfType(ScenarioException.class, () -> stops(stop(""), broken));
    assertThat(wrong.place()).isEqualTo("/lecture/stops/1/scenario/inputs/X/2/0");
    assertThat(wrong).hasMessageContaining("the text 'nine'");
  }

  @Test
  void a_scenario_that_cannot_be_run_is_told_with_its_place_in_the_file() throws ScenarioException {
    var lecture = stops(stop(""), stop("").replace("\"k\": 2", "\"k\": 20"));
    var wrong =
        catchThrowableOfType(ScenarioException.class, () -> reader.complete("l", lecture, 1));
    assertThat(wrong.place()).startsWith("/lecture/stops/1/scenario/");
  }

  @Test
  void a_clicker_goes_from_where_a_stop_begins_to_its_end_state() throws ScenarioException {
    var lecture = stops(stop(", \"at\": {\"step\": \"2.1\"}, \"until\": \"3.1\""));
    var loaded = reader.complete("l", lecture, 0);
    var way = Way.of(lecture.stops().getFirst(), new Navigator<>(loaded.run()));
    assertThat(way.steps()).map(Position::toString).containsExactly("2.1", "2.2", "3.1");
    var here = Position.parse("2.2").orElseThrow();
    assertThat(way.after(here)).hasToString("Optional[3.1]");
    assertThat(way.before(here)).hasToString("Optional[2.1]");
    assertThat(way.after(way.steps().getLast())).isEmpty();
    assertThat(way.before(way.steps().getFirst())).isEmpty();
    assertThat(way.number(here)).isEqualTo(2);
  }

  @Test
  void stops_move_to_where_they_are_dropped() throws ScenarioException {
    var lecture = stops(stop(""), stop(""), stop(""));
    var named =
        lecture
            .changing(0, stop -> stop.titled("a").taking(1))
            .changing(1, stop -> stop.titled("b").taking(2))
            .changing(2, stop -> stop.titled("c").taking(3));
    assertThat(named.moving(0, 2).stops()).map(Stop::title).containsExactly("b", "c", "a");
    assertThat(named.moving(2, 0).stops()).map(Stop::title).containsExactly("c", "a", "b");
    assertThat(named.begins(2)).isEqualTo(3);
    assertThat(named.minutes()).isEqualTo(6);
  }
}
