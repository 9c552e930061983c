package dev.stepwise.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFileTest {
  private final ScenarioReader scenarios = new ScenarioReader(List.of(new KMeansExercise()));

  @TempDir private Path folder;

  private Lecture lecture() throws ScenarioException {
    return new LectureReader(scenarios)
        .read(
            "l",
            """
            {"stepwise": 1, "lecture": {"title": "L", "stops": [
              {"title": "one", "notes": "é", "scenario":
                {"stepwise": 1, "exercise": "k-means", "title": "x",
                 "inputs": {"X": [[0], [1], [9]]}, "parameters": {"k": 2, "seed": 3}}},
              {"title": "two", "at": {"step": "2"}, "scenario":
                {"stepwise": 1, "exercise": "k-means", "title": "y",
                 "inputs": {"X": [[0], [1], [8]]}, "parameters": {"k": 2, "seed": 3}}}]}}
            """
                .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_is_saved_is_there_again() throws ScenarioException, IOException {
    var file = new SessionFile(folder.resolve("deep/session.stepwise"), scenarios);
    var lecture = lecture();
    var own = lecture.stops().subList(1, 2);
    var session =
        new Session(own, Optional.of(new Session.Talk(lecture, 1, Optional.of("/a/b"), false)));
    file.save(session);
    var loaded = file.load();
    assertThat(loaded.remark()).isEmpty();
    assertThat(loaded.session()).usingRecursiveComparison().isEqualTo(session);
    try (var left = Files.list(folder.resolve("deep"))) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void nothing_open_is_nothing_open() throws IOException {
    var file = new SessionFile(folder.resolve("session.stepwise"), scenarios);
    assertThat(file.load().session()).isEqualTo(Session.NONE);
    file.save(Session.NONE);
    assertThat(file.load()).isEqualTo(new SessionFile.Loaded(Session.NONE, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"stepwise\": 2, \"session\": {}}", "{\"stepwise\": 1}"})
  void a_broken_file_is_kept_aside(String content) throws IOException {
    var file = new SessionFile(folder.resolve("session.stepwise"), scenarios);
    Files.writeString(file.path(), content);
    var loaded = file.load();
    assertThat(loaded.session()).isEqualTo(Session.NONE);
    assertThat(loaded.remark().orElseThrow()).contains("session.stepwise.bak");
    assertThat(folder.resolve("session.stepwise.bak")).hasContent(content);
  }

  @Test
  void what_a_process_that_was_killed_left_half_written_is_swept_away() throws IOException {
    var file = new SessionFile(folder.resolve("session.stepwise"), scenarios);
    var half = Files.writeString(folder.resolve(".session.stepwise.999999999.part"), "{\"st");
    file.save(Session.NONE);
    assertThat(half).doesNotExist();
    assertThat(file.load().remark()).isEmpty();
  }
}
