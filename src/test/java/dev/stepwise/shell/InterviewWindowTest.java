package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.interview.Criterion;
import dev.stepwise.interview.Interview;
import dev.stepwise.interview.Phase;
import dev.stepwise.testing.OneAtATime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// A mock interview from the first click to the history.
@OneAtATime
class InterviewWindowTest {
  private final FxRobot robot = new FxRobot();
  private TestWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window =
        TestWindow.show(
            1000, 900, TestWindow.still(UnaryOperator.identity()), TestWindow.everyExercise());
    press("#open-interview");
    window.waitUntil(() -> window.find("#interview-start") != null);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void press(String selector) {
    window.waitUntil(() -> window.find(selector) != null && !window.find(selector).isDisabled());
    window.run(() -> window.find(selector, ButtonBase.class).fire());
  }

  @Test
  void the_advice_is_found_by_the_search_and_shown_with_the_words_selected() {
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    window.waitUntil(
        () -> window.find("#lesson-search") != null && window.find("#lesson-search").isFocused());
    robot.write("broadcasts as a row");
    window.waitUntil(() -> window.find(".hit") != null);
    robot.type(KeyCode.ENTER);
    window.waitUntil(() -> window.find("#interview-start") != null);
    window.waitUntil(() ->
        window.find(".text-selection") != null
            && TestWindow.onFx(() ->
                window.find("#interview-start").lookupAll(".text-selection").stream()
                    .map(Path.class::cast)
                    .anyMatch(selection -> !selection.getElements().isEmpty())));
  }

  private Interview interview() {
    return TestWindow.onFx(() -> window.interviews.open().orElseThrow());
  }

  private void pass(Duration time) {
    window.run(() -> {
      for (var left = time; left.isPositive(); left = left.minusSeconds(1)) {
        window.time.updateAndGet(now -> now.plusSeconds(1));
        window.ticker.advanceMillis(1000);
      }
    });
  }

  private void begin(String title) {
    window.run(() -> {
      @SuppressWarnings("unchecked") // titles
      var box = (ComboBox<String>) window.find("#interview-exercise", ComboBox.class);
      box.setValue(title);
    });
    press("#minutes-30");
    press("#begin-interview");
    window.waitUntil(() -> window.find("#interview-desk") != null);
  }

  @Test
  void an_interview_is_held_from_the_problem_to_the_rating_and_kept() {
    begin(title("k-means"));
    assertThat(interview().exerciseId()).isEqualTo("k-means");
    assertThat(window.text("#interview-desk .interview-clock")).isEqualTo("30:00");
    pass(Duration.ofSeconds(65));
    assertThat(window.text("#interview-desk .interview-clock")).isEqualTo("28:55");

    window.run(() -> window.find("#interview-code").requestFocus());
    robot.write("if x:").type(KeyCode.ENTER).type(KeyCode.TAB).write("b");
    assertThat(window.find("#interview-code", TextArea.class).getText()).isEqualTo("if x:\n    b");
    press("#interview-nudge");
    press("#interview-nudge");
    assertThat(interview()).returns(2, Interview::nudges).returns("if x:\n    b", Interview::code);
    assertThat(window.root.lookupAll(".interview-nudge")).hasSize(2);

    press("#interview-pause");
    pass(Duration.ofMinutes(5));
    assertThat(window.text("#interview-desk .interview-clock")).isEqualTo("28:55");
    press("#interview-pause");

    press("#phase-questions");
    assertThat(window.root.lookupAll(".interview-text .question").size()).isGreaterThan(9);
    press("#phase-rating");
    assertThat(window.find("#interview-finish").isDisabled()).isTrue();
    for (var criterion : Criterion.values()) {
      press("#rate-%s-2".formatted(criterion.name().toLowerCase(Locale.ROOT)));
    }
    press("#interview-finish");
    window.waitUntil(() -> window.find("#interview-history") != null);
    assertThat(window.kept.getLast().past())
        .singleElement()
        .returns(10, Interview::points)
        .returns("if x:\n    b", Interview::code);
    assertThat(window.failures).isEmpty();
  }

  @Test
  void leaving_for_the_run_stops_the_clock_and_coming_back_finds_all_as_it_was() {
    begin("Drawn for me");
    window.run(() -> window.find("#interview-notes", TextArea.class).setText("shapes"));
    pass(Duration.ofMinutes(2));
    press("#phase-rating");
    press("#rate-talking-1");
    press("#interview-run");
    window.waitUntil(window.window::isSettled);
    assertThat(window.interviews.isRunning()).isFalse();
    assertThat(window.kept.getLast().open()).contains(interview());
    pass(Duration.ofMinutes(9));
    press("#nav-interview");
    window.waitUntil(() -> window.find("#interview-desk") != null);
    assertThat(window.find("#interview-notes", TextArea.class).getText()).isEqualTo("shapes");
    assertThat(window.text("#interview-desk .interview-clock")).isEqualTo("28:00");
    assertThat(interview().phase()).isEqualTo(Phase.RATING);
    assertThat(window.text("#interview-pause")).isEqualTo("Go on");
  }

  @Test
  void time_is_told_when_it_is_up_and_the_window_that_closes_keeps_the_last_letter() {
    begin(title("k-means"));
    pass(Duration.ofMinutes(31));
    assertThat(window.text("#interview-desk .interview-clock")).isEqualTo("Time is up");
    assertThat(window.find("#interview-pause").isDisabled()).isTrue();
    window.run(() -> window.find("#interview-notes", TextArea.class).setText("late"));
    window.run(window.stage::hide);
    assertThat(window.kept.getLast().open().orElseThrow().notes()).isEqualTo("late");
  }

  @Test
  void the_advice_opens_with_its_tables_and_lists() {
    var panes =
        TestWindow.onFx(() ->
            window.root.lookupAll(".interview-advice").stream()
                .map(TitledPane.class::cast)
                .toList());
    assertThat(panes).extracting(Labeled::getText).contains("Preparation", "How to use the time");
    window.run(() -> panes.forEach(pane -> pane.setExpanded(true)));
    assertThat(panes).allSatisfy(pane -> assertThat(pane.getContent()).isNotNull());
    assertThat(List.copyOf(window.failures)).isEmpty();
  }

  private static String title(String id) {
    var entry = (Registry.Ready<?, ?>) TestWindow.everyExercise().entry(id).orElseThrow();
    return entry.view().exercise().title();
  }
}
