package dev.stepwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.run.Run;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.scenario.EveryKind;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.testing.OneAtATime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@OneAtATime
class CommandLineAppTest {
  private static final String SMALL =
      "{\"stepwise\":1,\"exercise\":\"k-means\",\"title\":\"small\","
          + "\"inputs\":{\"X\":[[0,0],[0,1],[9,9],[9,8]]},\"parameters\":{\"k\":2}}";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Opening> opened = new ArrayList<>();

  @TempDir private Path folder;
  private Path small = Path.of("");

  @BeforeEach
  void writeSmallScenario() throws IOException {
    small = Files.writeString(folder.resolve("small.json"), SMALL);
  }

  @Test
  void animate_takes_the_steps_that_are_named() throws IOException {
    var gif = folder.resolve("a.gif");
    assertThat(run("animate", small.toString(), "--to", "1", "-o", gif.toString())).isZero();
    assertThat(gif).content().contains("from=0, to=1, framesPerSecond=12", "1280");
    var frames = folder.resolve("frames");
    assertThat(run("animate", small.toString(), "--frames", frames.toString())).isZero();
    assertThat(frames.resolve("0001.png")).exists();
    assertThat(run("animate", small.toString(), "--to", "99", "-o", gif.toString())).isEqualTo(1);
    assertThat(errorLines().getLast()).contains("has no step 99; its last step is");
  }

  @Test
  void render_writes_svg_by_the_files_name() throws IOException {
    var svg = folder.resolve("a.svg");
    assertThat(run("render", small.toString(), "-o", svg.toString())).isZero();
    assertThat(svg).content().startsWith("svg ");
  }

  @Test
  void render_writes_pdf_by_the_files_name() {
    var pdf = folder.resolve("a.PDF");
    assertThat(run("render", small.toString(), "-o", pdf.toString())).isZero();
    assertThat(pdf).content().startsWith("pdf ");
  }

  @Test
  void without_a_command_the_window_opens() {
    assertThat(run()).isZero();
    assertThat(opened).containsExactly(Opening.home());
  }

  @Test
  void open_opens_the_window_on_a_file() {
    assertThat(run("open", small.toString())).isZero();
    assertThat(opened.getFirst().lecture().orElseThrow().stops().getFirst().bookmark().exerciseId())
        .isEqualTo("k-means");
  }

  @Test
  void open_reports_a_broken_file_and_opens_nothing() throws IOException {
    Files.writeString(small, "{");

    assertThat(run("open", small.toString())).isEqualTo(1);
    assertThat(errorLines()).hasSize(1);
    assertThat(opened).isEmpty();
  }

  @Test
  void list_has_a_line_a_preset_with_tabs() {
    assertThat(run("list")).isZero();
    assertThat(output().lines())
        .hasSameSizeAs(Presets.of("k-means"))
        .allMatch(line -> line.split("\t", -1).length == 3)
        .contains("k-means\tbad-start\tRandom start, bad local minimum");
  }

  @Test
  void scenario_writes_a_preset_that_can_be_read_again() throws Exception {
    var file = folder.resolve("mine.json");

    assertThat(run("scenario", "k-means", "--preset", "moons", "-o", file.toString())).isZero();
    var exercise = new KMeansExercise();
    var read = new ScenarioReader(List.of(exercise)).read(file);

    assertThat(read.title()).isEqualTo("Two moons");
    assertThat(read.given().input("X", double[][].class).orElseThrow()).hasDimensions(200, 2);
  }

  @Test
  void scenario_without_a_preset_writes_the_first_to_standard_output() {
    assertThat(run("scenario", "k-means")).isZero();
    assertThat(output()).contains("\"title\": \"Three clear blobs\"");
  }

  @Test
  void a_trace_is_byte_identical_when_it_is_written_twice() throws IOException {
    var first = folder.resolve("first.json");
    var second = folder.resolve("second.json");
    var preset = "assets/k-means/presets/bad-start.json";

    assertThat(run("trace", preset, "--values", "-o", first.toString())).isZero();
    assertThat(run("trace", preset, "--values", "-o", second.toString())).isZero();

    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void a_trace_goes_to_standard_output_where_no_file_is_named() {
    assertThat(run("trace", small.toString())).isZero();

    var trace = JsonMapper.shared().readTree(output());
    assertThat(trace.get("title").stringValue()).isEqualTo("small");
    assertThat(trace.get("result").get("inertia").doubleValue()).isEqualTo(1);
    assertThat(trace.get("steps").get(0).get("path").stringValue()).isEqualTo("1");
    assertThat(trace.get("steps").get(0).has("values")).isFalse();
  }

  @Test
  void one_broken_scenario_among_several_does_not_stop_the_others() throws IOException {
    var broken = Files.writeString(folder.resolve("broken.json"), "{");
    var other = Files.writeString(folder.resolve("other.json"), SMALL);
    var traces = folder.resolve("new/traces");

    int status =
        run(
            "trace",
            small.toString(),
            broken.toString(),
            other.toString(),
            "--out-dir",
            traces.toString());

    assertThat(status).isEqualTo(1);
    assertThat(errorLines()).hasSize(1).first().asString().startsWith(broken + ": line 1");
    assertThat(traces.resolve("small.json")).hasSameBinaryContentAs(traces.resolve("other.json"));
    assertThat(traces.resolve("broken.json")).doesNotExist();
  }

  @Test
  void a_broken_scenario_leaves_the_old_trace_alone() throws IOException {
    var trace = Files.writeString(folder.resolve("trace.json"), "old");
    Files.writeString(small, SMALL.replace("\"k\":2", "\"k\":5"));

    assertThat(run("trace", small.toString(), "-o", trace.toString())).isEqualTo(1);
    assertThat(errorLines())
        .containsExactly(
            small + ": /parameters/k: k is 5, but there are 4 points; choose k from 1 to 4");
    assertThat(trace).hasContent("old");
  }

  @Test
  void a_trace_into_a_missing_folder_is_an_error_of_one_line() {
    var trace = folder.resolve("missing/trace.json");

    assertThat(run("trace", small.toString(), "-o", trace.toString())).isEqualTo(1);
    assertThat(errorLines()).hasSize(1).first().asString().contains("missing does not exist");
  }

  @Test
  void a_trace_never_replaces_its_own_scenario() {
    assertThat(run("trace", small.toString(), "--out-dir", folder.toString())).isEqualTo(2);
    assertThat(run("trace", small.toString(), "-o", small.toString())).isEqualTo(2);
    assertThat(small).hasContent(SMALL);
  }

  @Test
  void scenarios_of_one_name_are_not_traced_over_each_other() throws IOException {
    Files.createDirectories(folder.resolve("b"));
    var twin = Files.copy(small, folder.resolve("b/small.json"));

    assertThat(run("trace", small.toString(), twin.toString(), "--out-dir", folder + "/t"))
        .isEqualTo(2);
    assertThat(folder.resolve("t")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "nonsense | there is no command 'nonsense'",
        "trce x | did you mean 'trace'?",
        "--nonsense | '--nonsense' is not understood",
        "trace | FILE",
        "trace a b -o c | --out-dir",
        "trace a -o b --out-dir c | mutually exclusive",
        "trace a --nonsense | '--nonsense'",
        "list x | 'x' is not understood",
        "scenario | EXERCISE",
        "scenario kmeans | did you mean 'k-means'?",
        "scenario k-means --preset moon | did you mean 'moons'?",
        "scenario every-kind | has no presets",
        "render a | -o",
        "render a -o b.jpg | end its name in .png, .svg or .pdf",
        "sheet a | -o",
        "sheet a -o b.png | end its name in .pdf",
        "sheet a -o b.pdf --key c.txt | end its name in .pdf or .json",
        "sheet a -o b.pdf --key b.pdf | give two names",
        "sheet a -o b.pdf --step 0 | is no path of a step",
        "animate a | -o",
        "animate a -o b.png | end its name in .gif",
        "animate a -o b.gif --frames c | mutually exclusive",
        "animate a -o b.gif --fps 0 | give 1 to 50",
        "animate a -o b.gif --from 3 --to 2 | hold no steps",
        "render a -o b.png --size 10x10 | 200x150 to 8000x8000",
        "render a -o b.png --size 8001x8000 | 200x150 to 8000x8000",
        "render a -o b.png --size big | is no size",
        "render a -o b.png --step -1 | is no step",
        "render a -o b.png --step 1.0 | is no step",
        "render a -o b.png --theme blue | give light or dark",
      })
  void wrong_words_end_with_2_and_at_most_two_lines(String words, String message) {
    assertThat(run(words.split(" "))).isEqualTo(2);
    assertThat(errorLines()).hasSizeBetween(1, 2);
    assertThat(errorLines().getFirst()).contains(message);
    assertThat(errorLines().getLast()).contains("--help");
    assertThat(output()).isEmpty();
  }

  @Test
  void what_is_wrong_with_a_file_opened_by_its_name_alone_is_said_in_the_window_too()
      throws IOException {
    var broken = Files.writeString(folder.resolve("a lesson.stepwise"), "{");

    assertThat(run(broken.toString())).isEqualTo(1);

    assertThat(errorLines()).hasSize(1);
    assertThat(opened).containsExactly(Opening.saying(errorLines().getFirst()));
  }

  @Test
  void a_file_is_opened_by_its_name_alone() throws IOException {
    var lesson = Files.copy(small, folder.resolve("a lesson.stepwise"));

    assertThat(run(lesson.toString())).isZero();
    assertThat(opened.getFirst().lecture().orElseThrow().stops().getFirst().bookmark().exerciseId())
        .isEqualTo("k-means");
  }

  @ParameterizedTest
  @MethodSource("dev.stepwise.scenario.ScenarioReaderTest#malformed")
  void a_malformed_scenario_ends_with_1_and_one_line(String text, String place, String what)
      throws IOException {
    Files.writeString(small, text);

    assertThat(run("trace", small.toString())).isEqualTo(1);
    assertThat(errorLines()).hasSize(1);
    assertThat(errorLines().getFirst()).startsWith(small + ": " + place).contains(what);
    assertThat(output()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "trace --help", "render --help", "--version", "list --version"})
  void help_and_version_are_no_errors(String words) {
    assertThat(run(words.split(" "))).isZero();
    assertThat(output()).contains("tepwise");
    assertThat(errorLines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2.1, 2.1", "last, last", "1, 2"})
  void render_draws_the_step_that_is_named(String step, String path) {
    var picture = folder.resolve("a.PNG");

    int status =
        run(
            "render",
            small.toString(),
            "--step",
            step,
            "--size",
            "300x200",
            "--theme",
            "dark",
            "--present",
            "-o",
            picture.toString());

    var navigator = new Navigator<>(smallRun());
    var expected = navigator.find(path).map(navigator::step);
    assertThat(errorLines()).isEmpty();
    assertThat(status).isZero();
    assertThat(picture)
        .hasContent(
            expected.orElseThrow().crumb()
                + " Format[width=300, height=200, theme=DARK, occasion=LECTURE]");
  }

  private Run<?> smallRun() {
    try {
      return new ScenarioReader(List.of(new KMeansExercise())).load(small).run();
    } catch (ScenarioException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_step_that_there_is_not_is_an_error_of_one_line() {
    int status =
        run("render", small.toString(), "--step", "99", "-o", folder.resolve("a.png").toString());

    assertThat(status).isEqualTo(1);
    assertThat(errorLines())
        .hasSize(1)
        .first()
        .asString()
        .contains("has no step 99; the last step of the run is");
  }

  @Test
  void a_defect_ends_with_70_and_names_the_log_that_has_its_details() {
    var context =
        context(
            out,
            _ -> {
              throw new IllegalStateException("a defect");
            });

    int status = new CommandLineApp(context, crashLog()).run();

    var log = folder.resolve("logs/stepwise.log");
    assertThat(status).isEqualTo(70);
    assertThat(errorLines()).hasSize(1).first().asString().contains(log.toString());
    assertThat(log).content().contains("1970-01-01T00:00:00Z", "IllegalStateException: a defect");
  }

  @ParameterizedTest
  @CsvSource({"Broken pipe, 0, 0", "No space left on device, 1, 1"})
  void a_reader_that_has_gone_is_no_error_but_a_full_disk_is(
      String failure, int status, int lines) {
    var failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };

    assertThat(
            new CommandLineApp(context(failing, _ -> {}), crashLog())
                .run("trace", small.toString()))
        .isEqualTo(status);
    assertThat(errorLines()).hasSize(lines);
  }

  private int run(String... words) {
    return new CommandLineApp(context(out, opened::add), crashLog()).run(words);
  }

  private CrashLog crashLog() {
    return new CrashLog(folder.resolve("logs"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  private Context context(OutputStream standardOutput, WindowLauncher launcher) {
    List<Exercise<?, ?>> exercises = List.of(new KMeansExercise(), new EveryKind());
    var messages = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Context(exercises, standardOutput, messages, launcher, new WordRenderer());
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private List<String> errorLines() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
