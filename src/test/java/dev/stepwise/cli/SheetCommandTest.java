package dev.stepwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.testing.OneAtATime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// By-hand sheets from the command line.
@OneAtATime
class SheetCommandTest {
  private static final String SMALL =
      """
      {"stepwise": 1, "exercise": "k-means", "title": "small",
       "inputs": {"X": [[0, 0], [0, 1], [9, 9], [9, 8]]}, "parameters": {"k": 2}}
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;
  private Path small = Path.of("");

  @BeforeEach
  void writeSmallScenario() throws IOException {
    small = Files.writeString(folder.resolve("small.json"), SMALL);
  }

  @Test
  void sheet_writes_a_sheet_and_its_key_of_either_kind() {
    var sheet = folder.resolve("sheet.pdf");
    var key = folder.resolve("key.json");
    assertThat(run("sheet", small.toString(), "-o", sheet.toString(), "--key", key.toString()))
        .isZero();
    assertThat(sheet).content().startsWith("SHEET of ");
    assertThat(key).content().startsWith("{\"blanks\":[");
    var printed = folder.resolve("key.pdf");
    assertThat(run("sheet", small.toString(), "-o", sheet.toString(), "--key", printed.toString()))
        .isZero();
    assertThat(printed).content().startsWith("KEY of ");
  }

  @Test
  void sheet_says_where_there_is_something_to_work_out() {
    var sheet = folder.resolve("sheet.pdf");
    assertThat(run("sheet", small.toString(), "--step", "99", "-o", sheet.toString())).isEqualTo(1);
    assertThat(errorLines().getLast()).contains("has no step 99; the last step of the run is");
    assertThat(run("sheet", small.toString(), "--step", "2", "-o", sheet.toString())).isZero();
    assertThat(run("sheet", small.toString(), "--step", "1.1", "-o", sheet.toString()))
        .isEqualTo(1);
    assertThat(errorLines().getLast())
        .contains("step 1.1 writes no number that can be worked out on paper; step ")
        .contains(" does, or leave --step out");
  }

  private int run(String... words) {
    var messages = new PrintStream(err, true, StandardCharsets.UTF_8);
    var context =
        new Context(List.of(new KMeansExercise()), out, messages, _ -> {}, new WordRenderer());
    return new CommandLineApp(context, new CrashLog(folder.resolve("logs"), Clock.systemUTC()))
        .run(words);
  }

  private List<String> errorLines() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
