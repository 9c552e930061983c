package dev.stepwise.shell.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.check.Python;
import dev.stepwise.check.Report;
import dev.stepwise.check.Report.Verdict;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.job.Background;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.testing.ManualWorker;
import dev.stepwise.testing.Reports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Checks come and go without Python, and without a clock.
class CheckDeskTest implements CodeChecks {
  @TempDir private Path folder;

  private final ManualWorker worker = new ManualWorker();
  private final ManualWorker watcher = new ManualWorker();
  private final List<String> doings = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private Optional<Python> found = Optional.of(new Python(List.of("python3"), "3.12.1"));
  private Report answer = Reports.wrong();
  private int searches;
  private int checks;
  private Path file = Path.of("");
  private CheckDesk desk;

  @BeforeEach
  void open() throws Exception {
    file = Files.writeString(folder.resolve("mine.py"), "import numpy\nx = 1\n");
    var bytes = "{\"stepwise\": 1, \"exercise\": \"k-means\"}".getBytes(StandardCharsets.UTF_8);
    var reader = new ScenarioReader(List.of(new KMeansExercise()));
    LoadedScenario<?, ?> loaded = reader.complete("test.json", reader.read("test.json", bytes));
    desk =
        new CheckDesk(
            this,
            () -> Optional.of(loaded),
            Optional::empty,
            new CheckDesk.Means(
                new Background(worker, Runnable::run),
                new Background(watcher, Runnable::run),
                Clock.fixed(Instant.parse("2026-01-31T14:32:00Z"), ZoneOffset.UTC)),
            failures::add);
    desk.onChange(checked -> checked.doing().ifPresent(doings::add));
  }

  @Override
  public Optional<Python> python(Optional<Path> named) {
    searches++;
    return found;
  }

  @Override
  public Report check(
      Optional<Python> python,
      LoadedScenario<?, ?> loaded,
      Path checked,
      Consumer<String> progress) {
    checks++;
    progress.accept("Running " + checked.getFileName());
    return answer;
  }

  private Checked.Result result() {
    return desk.checked().result().orElseThrow();
  }

  private void look(long now) {
    desk.pulse(now);
    watcher.runAll();
    worker.runAll();
  }

  @Test
  void a_file_is_checked_in_the_background_with_its_lines_at_hand() {
    desk.open(file);
    assertThat(desk.checked().result()).isEmpty();
    worker.runAll();
    assertThat(result().report().verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(result().lines()).containsExactly("import numpy", "x = 1");
    assertThat(result().at()).hasToString("14:32");
    assertThat(doings).contains("Running mine.py");
    assertThat(desk.checked().doing()).isEmpty();
    assertThat(desk.python()).contains(found);
  }

  @Test
  void a_file_that_is_saved_is_checked_again_and_one_that_is_not_is_not() throws Exception {
    desk.open(file);
    worker.runAll();
    look(CheckDesk.PERIOD);
    assertThat(checks).isEqualTo(1);
    answer = Reports.right();
    Files.writeString(file, "import numpy\nx = 12\n");
    look(CheckDesk.PERIOD + 1);
    assertThat(checks).as("no look before its time").isEqualTo(1);
    look(2 * CheckDesk.PERIOD);
    assertThat(checks).isEqualTo(2);
    assertThat(result().report().verdict()).isEqualTo(Verdict.EQUAL);
    Files.delete(file);
    look(3 * CheckDesk.PERIOD);
    assertThat(checks).as("an editor replaces it").isEqualTo(2);
  }

  @Test
  void a_check_that_is_cancelled_leaves_what_came_of_the_one_before() {
    desk.open(file);
    worker.runAll();
    answer = Reports.right();
    desk.again();
    desk.cancel();
    worker.runAll();
    assertThat(result().report().verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(desk.checked().doing()).isEmpty();
    assertThat(failures).isEmpty();
  }

  @Test
  void another_problem_is_checked_on_request_alone() {
    desk.open(file);
    worker.runAll();
    desk.turned();
    worker.runAll();
    assertThat(checks).isEqualTo(1);
    assertThat(result().inputs()).isEqualTo(Checked.Inputs.OTHERS);
    desk.again();
    worker.runAll();
    assertThat(result().inputs()).isEqualTo(Checked.Inputs.SAME);
  }

  @Test
  void python_is_looked_for_again_until_there_is_one() {
    found = Optional.empty();
    desk.lookForPython();
    worker.runAll();
    assertThat(desk.python()).contains(Optional.empty());
    found = Optional.of(new Python(List.of("python3"), "3.12.1"));
    desk.open(file);
    worker.runAll();
    desk.again();
    worker.runAll();
    assertThat(searches).isEqualTo(2);
    assertThat(desk.python()).contains(found);
  }
}
