package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.playback.Speed;
import dev.stepwise.session.Offer;
import dev.stepwise.testing.OneAtATime;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

@OneAtATime
class KeyboardTest {
  private final FxRobot robot = new FxRobot();
  private TestWindow window;
  private int length;

  @BeforeEach
  void openBadStart() throws TimeoutException {
    window = TestWindow.show(1000, 900, TestWindow.still(UnaryOperator.identity()));
    window.openKMeans("bad-start", "1");
    window.waitUntil(() -> window.text(".counter").startsWith("step 1 of "));
    length = Integer.parseInt(window.text(".counter").substring("step 1 of ".length()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void the_keyboard_alone_leads_into_a_point_and_back_out_to_the_end() {
    robot.type(KeyCode.RIGHT);
    window.waitForCounter(step(2));
    robot.type(KeyCode.DOWN);
    window.waitForCounter("Iteration 1: step 1 of 2");
    robot.type(KeyCode.DOWN);
    window.waitForCounter("Assign: step 1 of 135");
    robot.type(KeyCode.DOWN);
    window.waitUntil(() -> window.text(".counter").endsWith("1 of 5"));
    robot.type(KeyCode.UP, KeyCode.UP, KeyCode.UP);
    window.waitForCounter(step(2));
    robot.type(KeyCode.END);
    window.waitForCounter(step(length));
    robot.type(KeyCode.PAGE_UP);
    window.waitForCounter(step(length - 1));
    robot.type(KeyCode.HOME);
    window.waitForCounter(step(1));
  }

  @Test
  void shift_and_an_arrow_go_to_the_next_phase_at_the_same_depth() {
    robot.type(KeyCode.RIGHT, KeyCode.DOWN);
    window.waitForCounter("Iteration 1: step 1 of 2");
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
    window.waitUntil(() -> window.text("#crumbs .above").equals("Iteration 2"));
    assertThat(window.text(".counter")).isEqualTo("Iteration 2: step 1 of 2");
  }

  @Test
  void home_goes_to_the_start_of_the_top_level_and_plays_by_its_steps() {
    robot.type(KeyCode.RIGHT, KeyCode.DOWN);
    window.waitForCounter("Iteration 1: step 1 of 2");
    assertThat(window.text("#grain")).isEqualTo("by half");
    robot.type(KeyCode.HOME);
    window.waitForCounter(step(1));
    assertThat(window.text("#grain")).isEqualTo("by iteration");
    robot.type(KeyCode.RIGHT);
    window.waitForCounter(step(2));
  }

  @Test
  void what_a_run_is_played_by_can_be_chosen() {
    robot.type(KeyCode.RIGHT);
    window.waitForCounter(step(2));
    window.run(() -> window.find("#grain", MenuButton.class).getItems().get(2).fire());
    window.waitForCounter("Assign: step 1 of 135");
    assertThat(window.text("#grain")).isEqualTo("by point");
    window.run(() -> window.find("#grain", MenuButton.class).getItems().get(0).fire());
    window.waitForCounter(step(2));
  }

  @Test
  void keys_are_off_while_somebody_types() {
    var field = window.find("#setting-k", TextField.class);
    window.run(() -> {
      field.requestFocus();
      field.selectAll();
    });
    robot.type(KeyCode.DIGIT4, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END);
    assertThat(window.text(".counter")).isEqualTo(step(1));
    assertThat(field.getText()).isEqualTo("4");
  }

  @Test
  void arrows_move_the_choice_of_the_preset_box_and_enter_takes_it() {
    var box = presets();
    window.run(box::requestFocus);
    robot.type(KeyCode.DOWN);
    window.waitUntil(box::isShowing);
    var before = box.getValue();
    typeInList(box, KeyCode.DOWN);
    var next = box.getValue();
    assertThat(((ComboBoxListViewSkin<?>) box.getSkin()).getPopupContent().prefHeight(-1))
        .as("a list that is higher than the screen is not below its box")
        .isBetween(100.0, 800.0);
    assertThat(next).isNotEqualTo(before);
    assertThat(box.isShowing()).isTrue();
    assertThat(window.text(".counter")).isEqualTo(step(1));
    typeInList(box, KeyCode.ENTER);
    window.waitUntil(() -> !box.isShowing() && window.window.isSettled());
    assertThat(box.getValue()).isEqualTo(next);
    // The keys are the run's again: the box has given them away.
    window.waitUntil(() -> !box.isFocused());
  }

  @Test
  void escape_leaves_the_preset_as_it_was() {
    var box = presets();
    var before = box.getValue();
    window.run(box::requestFocus);
    robot.type(KeyCode.DOWN);
    window.waitUntil(box::isShowing);
    typeInList(box, KeyCode.DOWN);
    typeInList(box, KeyCode.DOWN);
    assertThat(box.getValue()).isNotEqualTo(before);
    typeInList(box, KeyCode.ESCAPE);
    window.run(box::hide);
    assertThat(box.getValue()).isEqualTo(before);
    assertThat(window.text(".counter")).isEqualTo(step(1));
  }

  @Test
  void after_enter_in_a_field_the_keys_step_again() {
    var field = window.find("#setting-k", TextField.class);
    window.run(() -> {
      field.requestFocus();
      field.selectAll();
    });
    robot.type(KeyCode.DIGIT4, KeyCode.ENTER);
    window.waitUntil(window.window::isSettled);
    robot.type(KeyCode.HOME);
    window.waitUntil(() -> window.text(".counter").startsWith("step 1 of "));
    robot.type(KeyCode.RIGHT);
    window.waitUntil(() -> window.text(".counter").startsWith("step 2 of "));
    assertThat(field.getText()).isEqualTo("4");
  }

  /// The headless screen gives its keys to the window alone, and not to a list that is open over
  /// it.
  private void typeInList(ComboBox<Offer> box, KeyCode key) {
    window.run(() -> {
      var list = ((ComboBoxListViewSkin<?>) box.getSkin()).getPopupContent();
      list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    });
  }

  @SuppressWarnings("unchecked") // what the bar offers
  private ComboBox<Offer> presets() {
    return window.find("#presets", ComboBox.class);
  }

  @Test
  void every_place_that_tab_leads_to_is_one_where_something_can_be_done() {
    robot.type(KeyCode.RIGHT, KeyCode.DOWN);
    window.waitForCounter("Iteration 1: step 1 of 2");
    assertThat(window.find("#crumbs").isFocusTraversable()).isFalse();
    assertThat(window.root.lookupAll(".crumb-link"))
        .extracting(Node::isFocusTraversable)
        .contains(true);
  }

  @Test
  void tab_and_arrows_lead_to_every_button_that_can_be_pressed() {
    var reached = new HashSet<Node>();
    window.run(() -> window.find("#stage").requestFocus());
    do {
      robot.type(KeyCode.TAB);
      reached.add(focused());
      alongGroup(KeyCode.LEFT, reached);
      alongGroup(KeyCode.RIGHT, reached);
    } while (!focused().equals(window.find("#stage")));
    assertThat(window.root.lookupAll("*"))
        .filteredOn(ButtonBase.class::isInstance)
        .filteredOn(button -> button.isFocusTraversable() && isShown(button))
        .isSubsetOf(reached);
    assertThat(window.text(".counter")).as("no arrow stepped").isEqualTo(step(1));
  }

  @Test
  void enter_on_the_tab_that_an_arrow_led_to_shows_it_and_gives_the_arrows_back() {
    window.run(() -> window.find("#fold-panel", ToggleButton.class).fire());
    window.run(() -> window.find("#tab-step").requestFocus());
    robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
    robot.type(KeyCode.TAB, KeyCode.RIGHT);
    assertThat(focused().getId()).isEqualTo("tab-code");
    assertThat(window.text(".counter")).isEqualTo(step(1));
    robot.type(KeyCode.ENTER);
    assertThat(window.find("#tab-code", ToggleButton.class).isSelected()).isTrue();
    robot.type(KeyCode.RIGHT);
    window.waitForCounter(step(2));
  }

  @Test
  void arrows_step_after_a_click_on_a_button_of_a_group() {
    robot.clickOn("#tool-draw").type(KeyCode.RIGHT);
    window.waitForCounter(step(2));
  }

  private void alongGroup(KeyCode key, Set<Node> reached) {
    if (focused() instanceof ToggleButton button && button.getToggleGroup() != null) {
      for (int i = 0; i < button.getToggleGroup().getToggles().size(); i++) {
        robot.type(key);
        reached.add(focused());
      }
    }
  }

  private Node focused() {
    return window.root.getScene().getFocusOwner();
  }

  private static boolean isShown(Node node) {
    return node.isVisible()
        && !node.isDisabled()
        && (node.getParent() == null || isShown(node.getParent()));
  }

  @Test
  void space_plays_and_does_not_press_the_focused_button() {
    robot.type(KeyCode.RIGHT);
    window.waitForCounter(step(2));
    window.run(() -> window.find("#restart").requestFocus());
    robot.type(KeyCode.SPACE);
    window.waitUntil(() -> window.find("#play", Button.class).getText().equals("Pause"));
    assertThat(window.text(".counter")).isEqualTo(step(2));
  }

  @Test
  void enter_presses_the_focused_button() {
    window.run(() -> window.find("#over").requestFocus());
    robot.type(KeyCode.ENTER);
    window.waitForCounter(step(2));
  }

  @Test
  void plus_and_minus_change_the_speed_and_it_is_remembered() {
    robot.press(KeyCode.SHIFT).type(KeyCode.EQUALS).release(KeyCode.SHIFT);
    window.waitUntil(() -> window.text(".speed-label").equals("2×"));
    assertThat(window.settings.get().speed()).isEqualTo(Speed.DOUBLE);
    robot.type(KeyCode.SUBTRACT, KeyCode.MINUS);
    window.waitUntil(() -> window.text(".speed-label").equals("0.5×"));
  }

  @Test
  void playing_takes_a_step_a_second_of_the_injected_clock() {
    robot.type(KeyCode.SPACE);
    window.waitUntil(() -> window.find("#play", Button.class).getText().equals("Pause"));
    window.run(() -> window.ticker.advanceMillis(0));
    window.run(() -> window.ticker.advanceMillis(999));
    assertThat(window.text(".counter")).isEqualTo(step(1));
    window.run(() -> window.ticker.advanceMillis(1));
    window.waitForCounter(step(2));
  }

  @Test
  void any_key_ends_a_blank_screen_and_does_nothing_else() {
    robot.type(KeyCode.B);
    assertThat(window.find("#blank").isVisible()).isTrue();
    robot.type(KeyCode.RIGHT);
    assertThat(window.find("#blank").isVisible()).isFalse();
    assertThat(window.text(".counter")).isEqualTo(step(1));
  }

  @Test
  void escape_leaves_the_lab_and_the_keys_are_the_runs() {
    window.run(() -> window.find("#show-lab", ButtonBase.class).fire());
    assertThat(window.find("#stage")).isNull();
    robot.type(KeyCode.ESCAPE);
    assertThat(window.find("#stage")).isNotNull();
    robot.type(KeyCode.RIGHT);
    window.waitForCounter(step(2));
  }

  @Test
  void escape_leaves_pen_then_spotlight() {
    robot.type(KeyCode.L, KeyCode.D);
    assertThat(window.find("#spotlight").isVisible()).isTrue();
    assertThat(window.find("#draw").isVisible()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(window.find("#draw").isVisible()).isFalse();
    assertThat(window.find("#spotlight").isVisible()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(window.find("#spotlight").isVisible()).isFalse();
  }

  @Test
  void a_click_on_a_crumb_goes_there() {
    robot.type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN);
    window.waitForCounter("Assign: step 1 of 135");
    robot.clickOn("Assign");
    window.waitForCounter("Iteration 1: step 1 of 2");
  }

  @Test
  void a_changed_setting_makes_a_new_run_and_can_be_undone() {
    var field = window.find("#setting-k", TextField.class);
    window.run(() -> {
      field.setText("2");
      field.fireEvent(new ActionEvent());
    });
    window.waitUntil(() -> !window.find("#undo").isDisabled());
    assertThat(field.getText()).isEqualTo("2");
    window.run(() -> window.find("#undo", Button.class).fire());
    window.waitUntil(() -> window.find("#undo").isDisabled());
    assertThat(field.getText()).isEqualTo("5");
  }

  private String step(int number) {
    return "step " + number + " of " + length;
  }
}
