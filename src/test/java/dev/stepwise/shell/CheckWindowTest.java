package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.quiz.Review.Part;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.testing.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Checking code of one's own, by the keyboard and without Python.
@OneAtATime
class CheckWindowTest {
  private final FxRobot robot = new FxRobot();
  @TempDir private Path folder;
  private TestWindow window;

  @BeforeEach
  void open() throws Exception {
    var file = Files.writeString(folder.resolve("mine.py"), "a\nb\nc = 1\nd = 2\n");
    window =
        TestWindow.show(
            1000,
            900,
            TestWindow.still(UnaryOperator.<Settings>identity())
                .withCode(Settings.Code.NONE.withFile("k-means", file.toString())));
    window.openKMeans("bad-start", "1");
    window.waitUntil(() -> window.text(".counter").startsWith("step 1 of "));
    robot.type(KeyCode.K);
    window.waitUntil(() -> window.find("#check-recent") != null);
  }

  @AfterEach
  void close() {
    assertThat(window.failures).isEmpty();
    window.close();
  }

  private void press(String id) {
    window.run(() -> window.find(id, Button.class).fire());
  }

  private void waitForTitle(String title) {
    window.waitUntil(() -> window.text("#check-title").equals(title));
    assertThat(window.root.lookupAll("#check .button"))
        .allSatisfy(node -> assertThat(((ButtonBase) node).getAccessibleText()).isNotBlank());
  }

  private boolean isThere(String id) {
    Node node = window.find(id);
    return node != null && node.isVisible();
  }

  @Test
  void what_is_wrong_is_shown_and_walked_through_and_right_code_counts() {
    window.checks.answer = _ -> Reports.wrong();
    press("#check-recent");
    waitForTitle("centroids[1, 1] is the first to differ");
    assertThat(isThere("#check-cause")).isTrue();
    press("#check-arrays");
    assertThat(isThere("#check-picture")).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(isThere("#check-picture")).isFalse();

    press("#check-show");
    window.waitUntil(() -> window.text(".counter").startsWith("step 2 of "));
    press("#check-walk");
    robot.type(KeyCode.RIGHT);
    window.waitUntil(() -> window.text(".counter").startsWith("step 1 of "));
    robot.type(KeyCode.END);
    window.waitUntil(() -> window.text(".counter").startsWith("step 2 of "));
    robot.type(KeyCode.ESCAPE);
    assertThat(isThere("#walk")).isFalse();
    robot.type(KeyCode.LEFT);
    window.waitUntil(() -> window.text(".counter").startsWith("step 1 of "));

    assertThat(window.journal.review().of("k-means").part(Part.CODE)).isZero();
    window.checks.answer = _ -> Reports.right();
    press("#check-again");
    waitForTitle("Your result is right");
    assertThat(window.journal.review().of("k-means").part(Part.CODE)).isEqualTo(1);
  }

  @Test
  void a_failure_and_a_missing_python_are_told_and_the_run_stays() {
    window.checks.answer = _ -> Reports.failed();
    press("#check-recent");
    waitForTitle("This could not be checked");
    assertThat(window.text("#check-said")).contains("line 3").contains("IndexError");

    window.checks.found = Optional.empty();
    window.run(() ->
        window.settings.update(
            now -> now.withCode(now.code().withPython(Optional.of("/no/such/python")))));
    window.waitUntil(() -> window.find("#check-settings") != null);
    assertThat(window.text(".check-python")).contains("python.org");
    robot.type(KeyCode.K);
    robot.type(KeyCode.RIGHT);
    window.waitUntil(() -> window.text(".counter").startsWith("step 2 of "));
  }

  @Test
  void a_started_file_is_saved_where_the_learner_says_and_checked() {
    window.picker.choose(folder);
    window.checks.answer = _ -> Reports.failed();
    press("#check-start");
    waitForTitle("This could not be checked");
    assertThat(folder.resolve("k_means.py")).content().contains("def ").contains("import numpy");
    assertThat(window.settings.get().code().files().get("k-means")).endsWith("k_means.py");
  }
}
