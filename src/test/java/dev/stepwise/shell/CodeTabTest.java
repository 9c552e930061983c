package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.lesson.Listing;
import dev.stepwise.panel.ListingView;
import dev.stepwise.panel.ValueTable;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The lines of the code and the run, by the mouse and by the keyboard.
@OneAtATime
class CodeTabTest {
  private static final Listing LISTING = Listing.of("k-means");
  private static final PseudoClass BREAK = PseudoClass.getPseudoClass("break");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final FxRobot robot = new FxRobot();

  @SuppressWarnings("NullAway.Init") // each test opens its own
  private TestWindow window;

  private void openKMeans() throws TimeoutException {
    window = TestWindow.show(1000, 900, TestWindow.still(UnaryOperator.identity()));
    window.openKMeans("bad-start", "1");
    window.waitUntil(() -> window.text(".counter").startsWith("step 1 of "));
    openCode();
  }

  /// The screen is no wider, so the panel lies over the stage.
  private void openCode() {
    window.run(() -> window.find("#fold-panel", ToggleButton.class).fire());
    window.run(() -> window.find("#tab-code", ButtonBase.class).fire());
    window.waitUntil(() -> listing() != null && listing().getHeight() > 0);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private ListingView listing() {
    return window.find(".listing", ListingView.class);
  }

  private void clickWords(String anchor) {
    robot.clickOn(row(anchor).getChildren().getLast());
  }

  private void clickNumber(String anchor) {
    robot.clickOn(row(anchor).getChildren().getFirst());
  }

  /// The row of a line, scrolled to.
  private HBox row(String anchor) {
    var row = listing().line(LISTING.line(anchor));
    window.run(() -> {
      var scroll = window.find(".listing-scroll", ScrollPane.class);
      double hidden = listing().getHeight() - scroll.getViewportBounds().getHeight();
      scroll.setVvalue(Math.clamp((row.getLayoutY() - 60) / hidden, 0, 1));
    });
    return row;
  }

  private boolean has(PseudoClass mark, String anchor) {
    return listing().line(LISTING.line(anchor)).getPseudoClassStates().contains(mark);
  }

  private void focusListing() {
    window.run(() -> window.find("#copy-code").requestFocus());
    robot.type(KeyCode.TAB);
    assertThat(listing().isFocused()).isTrue();
  }

  @Test
  void a_click_on_a_line_goes_to_its_next_execution_inside_and_round_to_the_first()
      throws TimeoutException {
    openKMeans();
    clickWords("mean");
    window.waitUntil(() -> has(CURRENT, "mean"));
    assertThat(window.text("#crumbs .above")).contains("Iteration 1");
    var first = window.text(".counter");
    clickWords("mean");
    window.waitUntil(() -> !window.text(".counter").equals(first));
    assertThat(has(CURRENT, "mean")).isTrue();
    robot.type(KeyCode.END);
    window.waitUntil(() -> !has(CURRENT, "mean"));
    clickWords("mean");
    window.waitForCounter(first);
    window.waitUntil(() -> window.text(".toast").contains("No later step executes line"));
    assertThat(window.failures).isEmpty();
  }

  @Test
  void a_click_on_a_number_marks_the_line_and_playing_pauses_there() throws TimeoutException {
    openKMeans();
    clickNumber("assign");
    window.waitUntil(() -> has(BREAK, "assign"));
    assertThat(listing().getAccessibleText()).doesNotContain("playing pauses here");
    clickWords("given");
    clickWords("assign");
    window.waitForCounter("Iteration 1: step 1 of 2");
    assertThat(listing().getAccessibleText()).contains("playing pauses here");
    robot.type(KeyCode.SPACE);
    window.waitUntil(() -> {
      window.ticker.advanceMillis(1000);
      return window.text(".counter").equals("Iteration 2: step 1 of 2");
    });
    window.run(() -> window.ticker.advanceMillis(5000));
    assertThat(window.text(".counter")).isEqualTo("Iteration 2: step 1 of 2");
    clickNumber("assign");
    window.waitUntil(() -> !has(BREAK, "assign"));
  }

  @Test
  void the_keyboard_alone_goes_to_lines_marks_them_and_copies_the_code() throws TimeoutException {
    openKMeans();
    focusListing();
    int from = LISTING.line("draws");
    window.run(() -> assertThat(listing().getAccessibleText()).startsWith("Line "));
    for (int i = 0; i < listing().length(); i++) {
      robot.type(KeyCode.UP);
    }
    for (int i = 1; i < from; i++) {
      robot.type(KeyCode.DOWN);
    }
    assertThat(listing().getAccessibleText()).startsWith("Line " + from + ":");
    robot.type(KeyCode.F9);
    window.waitUntil(() -> has(BREAK, "draws"));
    for (int i = from; i < LISTING.line("nearest"); i++) {
      robot.type(KeyCode.DOWN);
    }
    robot.type(KeyCode.ENTER);
    window.waitForCounter("Assign: step 1 of 135");
    robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
    assertThat(TestWindow.onFx(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(String.join("\n", LISTING.lines()) + "\n");
    robot.type(KeyCode.RIGHT);
    window.waitForCounter("Assign: step 2 of 135");
  }

  @Test
  void every_array_of_the_lit_line_tells_its_shape_and_opens_as_a_table() throws TimeoutException {
    window =
        TestWindow.show(
            1000, 900, TestWindow.still(UnaryOperator.identity()), TestWindow.everyExercise());
    for (var id : TestWindow.ids().toList()) {
      window.run(() -> window.window.open(id));
      window.waitUntil(window.window::isSettled);
      openCode();
      window.waitUntil(() -> !openers().isEmpty());
      for (var opener : TestWindow.onFx(this::openers)) {
        assertThat(opener.getAccessibleText()).matches("Show all of \\S.*, \\d+(×\\d+)*");
        window.run(((ButtonBase) opener)::fire);
        window.waitUntil(CodeTabTest::isTableShown);
        window.run(() -> window.window.perform(Command.LEAVE));
        window.waitUntil(() -> !isTableShown());
      }
    }
    assertThat(window.failures).isEmpty();
  }

  private List<Node> openers() {
    return window.root.lookupAll(".variable-open").stream().limit(4).toList();
  }

  private static boolean isTableShown() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .flatMap(shown -> shown.getScene().getRoot().lookupAll("*").stream())
        .anyMatch(ValueTable.class::isInstance);
  }
}
