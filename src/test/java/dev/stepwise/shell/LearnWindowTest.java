package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.shell.learning.LearnPane;
import dev.stepwise.testing.OneAtATime;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The lesson beside a run, by the keyboard.
@OneAtATime
class LearnWindowTest {
  private final FxRobot robot = new FxRobot();
  private TestWindow window;

  @BeforeEach
  void openBadStart() throws TimeoutException {
    window = TestWindow.show(1000, 900, TestWindow.still(UnaryOperator.identity()));
    window.openKMeans("bad-start", "1");
    window.waitUntil(() -> window.text(".counter").startsWith("step 1 of "));
    robot.type(KeyCode.U);
    window.waitUntil(() -> window.find("#learn") instanceof LearnPane pane && pane.isReady());
  }

  @AfterEach
  void close() {
    assertThat(window.failures).isEmpty();
    window.close();
  }

  @Test
  void in_the_lesson_arrows_scroll_and_outside_they_step() {
    robot.type(KeyCode.DOWN, KeyCode.PAGE_DOWN);
    window.waitUntil(() -> window.find("#lesson-scroll", ScrollPane.class).getVvalue() > 0);
    assertThat(window.text(".counter")).startsWith("step 1 of ");
    robot.type(KeyCode.U);
    robot.type(KeyCode.RIGHT);
    window.waitUntil(() -> window.text(".counter").startsWith("step 2 of "));
  }

  @Test
  void a_search_leads_to_the_place_and_escape_back_to_the_run() {
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    window.waitUntil(() -> window.find("#lesson-search").isFocused());
    robot.write("vattani");
    window.waitUntil(() -> window.find(".hit") != null);
    robot.type(KeyCode.ENTER);
    window.waitUntil(() -> window.find("#lesson-scroll", ScrollPane.class).getVvalue() > 0);
    assertThat(window.find("#lesson-search")).isNull();
    robot.type(KeyCode.ESCAPE);
    robot.type(KeyCode.RIGHT);
    window.waitUntil(() -> window.text(".counter").startsWith("step 2 of "));
  }
}
