package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.draw.Slot;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.StageNode;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// Practising in the window, by the keyboard alone and by the mouse alone.
@OneAtATime
class PracticeWindowTest {
  private final FxRobot robot = new FxRobot();
  private TestWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = TestWindow.show(1280, 800, TestWindow.still(UnaryOperator.identity()));
    window.openKMeans("bad-start", "2.1.1");
    window.waitForCounter("Assign: step 1 of 135");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private StageNode<?, ?> stage() {
    return window.find("#stage", StageNode.class);
  }

  private void press(String selector) {
    window.run(() -> window.find(selector, ButtonBase.class).fire());
  }

  @Test
  void a_question_is_asked_answered_and_told_by_the_keyboard_alone() {
    robot.type(KeyCode.P, KeyCode.RIGHT);
    window.waitUntil(
        () -> window.text("#practice-title").equals("Which cluster does point 2 join?"));
    assertThat(window.text(".counter")).as("no length").isEqualTo("Assign: step 1");
    assertThat(window.find("#certainty-certain").isDisabled()).isTrue();
    assertThat(TestWindow.onFx(() -> stage().model().candidates())).hasSize(6);
    robot.type(KeyCode.DIGIT3);
    window.waitUntil(() -> !window.find("#certainty-certain").isDisabled());
    robot.type(KeyCode.D);
    window.waitUntil(() -> window.text(".counter").equals("Assign: step 2"));
    window.waitUntil(() -> window.find("#score") != null);
    assertThat(window.journal.review().of("k-means").kinds()).containsKey("nearest");
    robot.type(KeyCode.P);
    window.waitForCounter("Assign: step 2 of 135");
    assertThat(window.find("#tab-questions")).isNull();
    assertThat(window.find("#practice-band").isVisible()).isFalse();
  }

  @Test
  void a_question_is_asked_answered_and_told_by_the_mouse_alone() {
    press("#predict");
    press("#practice-ask");
    window.waitUntil(() -> window.find("#certainty-guess") != null);
    var place =
        TestWindow.onFx(() -> {
          var stage = stage();
          var first = stage.model().candidates().get(1).element();
          var box = stage.hits().of(first).orElseThrow().box();
          return stage.localToScreen(box.centreX(), box.centreY());
        });
    robot.clickOn(place);
    window.waitUntil(() -> !window.find("#certainty-guess").isDisabled());
    press("#certainty-guess");
    window.waitUntil(() -> window.find("#practice-on") != null);
    press("#practice-on");
    assertThat(window.failures).isEmpty();
  }

  @Test
  void a_number_is_typed_refused_hinted_at_and_accepted() {
    robot.type(KeyCode.DOWN, KeyCode.H);
    window.waitUntil(() -> window.find("#fading-blanks_first") != null);
    press("#fading-blanks_first");
    robot.type(KeyCode.RIGHT);
    window.waitUntil(() ->
        window.find("#blank-0", TextField.class) != null && window.find("#blank-0").isFocused());
    var slots = TestWindow.onFx(() -> stage().model().handwork().orElseThrow().numbers());
    assertThat(slots).isNotEmpty();
    assertThat(slots.getFirst().slot().state()).isEqualTo(Slot.State.CHOSEN);
    robot.write("1000");
    assertThat(first().text()).isEqualTo("1000");
    robot.type(KeyCode.ENTER);
    window.waitUntil(() -> window.find("#verdict-0") != null);
    window.waitUntil(() -> first().state() == Slot.State.WRONG);
    press("#hint-0");
    press("#hint-0");
    press("#hint-0");
    window.waitUntil(() -> window.find("#blank-0") == null);
    assertThat(window.journal.review().of("k-means").kinds().keySet())
        .allMatch(kind -> kind.startsWith("by-hand:"));
  }

  private Slot first() {
    return TestWindow.onFx(
        () -> stage().model().handwork().orElseThrow().numbers().getFirst().slot());
  }

  @Test
  void who_looks_for_a_mistake_sees_values_and_is_told_whether_one_is_the_first_false_one() {
    robot.type(KeyCode.M);
    window.waitUntil(() -> window.text("#practice-title").startsWith("One mistake hides"));
    assertThat(window.text("#variant")).contains("a mistake for you to find");
    assertThat(window.find("#setting-mistake")).isNull();
    assertThat(window.find("#practice-accuse").isDisabled()).isTrue();
    press("#tab-code");
    assertThat(window.find("#right-way").isVisible()).isTrue();
    assertThat(TestWindow.onFx(() -> window.find("#panel").lookupAll(".listing-line:current")))
        .isEmpty();
    press("#tab-questions");
    robot.type(KeyCode.W);
    window.waitUntil(() -> !window.find("#practice-accuse").isDisabled());
    press("#practice-accuse");
    window.waitUntil(
        () -> window.find("#option-1") != null || window.find("#practice-accuse").isDisabled());
    robot.type(KeyCode.M);
    window.waitUntil(() -> !window.find("#practice-band").isVisible());
    window.waitUntil(() -> window.text("#variant").endsWith(": "));
    assertThat(window.failures).isEmpty();
  }

  @Test
  void a_folded_panel_opens_for_the_numbers_and_presenting_goes_without_them() {
    window.run(() -> window.settings.update(now -> now.withPanel(Settings.Panel.FOLDED)));
    window.waitUntil(() -> !window.find("#panel").isVisible());
    robot.type(KeyCode.H);
    window.waitUntil(() -> window.find("#panel").isVisible());
    assertThat(window.find("#tab-by-hand")).isNotNull();
    robot.type(KeyCode.RIGHT);
    window.waitUntil(() -> window.find("#hand-on") != null);
    press("#hand-on");
    window.waitForCounter("Assign: step 2 of 135");
    window.run(() -> window.window.presentInPlace());
    robot.type(KeyCode.H);
    assertThat(window.find("#practice-band").isVisible()).isFalse();
  }
}
