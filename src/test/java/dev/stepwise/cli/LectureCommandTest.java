package dev.stepwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OneAtATime
class LectureCommandTest {
  private static final String LECTURE =
      """
      {"stepwise": 1, "lecture": {"title": "Short <one>", "stops": [
        {"title": "Begin", "minutes": 2, "notes": "Say hello.", "question": "How many?",
         "answer": "Two.", "students_may": ["step"], "until": "3", "scenario": %1$s},
        {"title": "End", "minutes": 3, "at": {"step": "2.1"}, "scenario": %1$s}]}}\
      """
          .formatted(
              """
              {"stepwise": 1, "exercise": "k-means", "title": "x",
               "inputs": {"X": [[0, 0], [1, 0], [9, 0], [9, 1]]},
               "parameters": {"k": 2, "seed": 3}}\
              """);

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  private int run(String text, String... options) throws IOException {
    var file = Files.writeString(folder.resolve("l.stepwise"), text);
    var exercises = new Exercises();
    var context =
        new Context(
            exercises.exercises(),
            out,
            new PrintStream(messages, true, StandardCharsets.UTF_8),
            _ -> {},
            new PageRenderer(exercises));
    var words = new String[options.length + 2];
    words[0] = "lecture";
    words[1] = file.toString();
    System.arraycopy(options, 0, words, 2, options.length);
    return new CommandLineApp(context, new CrashLog(folder, Clock.systemUTC())).run(words);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void the_outline_tells_when_each_stop_begins_and_what_is_asked_there() throws IOException {
    assertThat(run(LECTURE)).isZero();
    assertThat(printed())
        .contains("2 stops, 5 min")
        .contains("0:00  1  Begin (k-means: x, step 1 to 3; 2 min)")
        .contains("2:00  2  End (k-means: x, step 2.1; 3 min)")
        .contains("Ask: How many?")
        .doesNotContain("Two.")
        .doesNotContain("hello");
  }

  @Test
  void notes_and_answers_are_for_whoever_asks_for_them() throws IOException {
    assertThat(run(LECTURE, "--notes")).isZero();
    assertThat(printed()).contains("Answer: Two.").contains("Say hello.");
  }

  @Test
  void the_handout_has_a_page_a_stop_and_leaves_the_answer_to_the_room() throws IOException {
    var pdf = folder.resolve("h.pdf");
    assertThat(run(LECTURE, "-o", pdf.toString())).isZero();
    try (var read = Loader.loadPDF(pdf.toFile())) {
      assertThat(read.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(read))
          .contains("Begin", "stop 2 of 2", "How many?", "you may step back and on.")
          .doesNotContain("hello", "Two.");
    }
    assertThat(run(LECTURE, "--notes", "-o", pdf.toString())).isZero();
    try (var read = Loader.loadPDF(pdf.toFile())) {
      assertThat(new PDFTextStripper().getText(read)).contains("Say hello.", "Two.");
    }
  }

  @Test
  void the_page_holds_every_step_and_asks_the_network_for_nothing() throws IOException {
    var page = folder.resolve("h.html");
    assertThat(run(LECTURE, "-o", page.toString())).isZero();
    var html = Files.readString(page);
    assertThat(html.split("<figure", -1)).hasSize(1 + 4);
    assertThat(html).contains("<h1>Short &lt;one&gt;</h1>");
    assertThat(html.replaceAll("xmlns(:xlink)?=\"[^\"]*\"", "")).doesNotContain("http");
    assertThat(html).doesNotContain("Two.").doesNotContain("hello");
  }

  @Test
  void a_step_that_the_run_lacks_is_told_with_its_place_in_the_file() throws IOException {
    var wrong = LECTURE.replace("\"2.1\"", "\"99\"");
    assertThat(run(wrong, "-o", folder.resolve("h.pdf").toString())).isEqualTo(1);
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .contains("/lecture/stops/1/at/step: is step 99, which the run does not have");
    assertThat(folder.resolve("h.pdf")).doesNotExist();
  }

  @Test
  void a_pin_that_the_exercise_lacks_is_told_with_its_place_in_the_file() throws IOException {
    var wrong = LECTURE.replace("\"step\": \"2.1\"", "\"pins\": [\"unit[1]\"]");
    assertThat(run(wrong, "-o", folder.resolve("h.pdf").toString())).isEqualTo(1);
    assertThat(messages.toString(StandardCharsets.UTF_8)).contains("/lecture/stops/1/at/pins/0");
  }

  @Test
  void another_ending_is_no_handout() throws IOException {
    assertThat(run(LECTURE, "-o", "h.txt")).isEqualTo(2);
  }
}
