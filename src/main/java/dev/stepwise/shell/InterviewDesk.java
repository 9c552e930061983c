package dev.stepwise.shell;

import dev.stepwise.compute.text.Phrases;
import dev.stepwise.interview.Interview;
import dev.stepwise.interview.MockInterviews;
import dev.stepwise.interview.Phase;
import dev.stepwise.shell.learning.Excerpts;
import java.time.Duration;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The interview that is under way: what the interviewer says at the left, two blank pages at the
/// right, the clock above.
final class InterviewDesk {
  private static final String INDENT = "    ";

  private final MockInterviews interviews;
  private final InterviewContent content;
  private final Excerpts excerpts;
  private final Runnable run;
  private final Runnable changed;
  private final BorderPane pane = new BorderPane();
  private final Label clock = Controls.label("", "interview-clock");
  private final Button pause =
      Controls.button("interview-pause", "Pause", Feather.PAUSE, "stop the clock", this::toggle);
  private final ScrollPane said = new ScrollPane();
  private final TextArea notes = new TextArea();
  private final TextArea code = new TextArea();
  private final VBox earlier = new VBox(8);
  private final VBox latest = new VBox(8);
  private final VBox foot = new VBox(8);
  private final Button nudge =
      Controls.button(
          "interview-nudge",
          "Ask for a nudge",
          Feather.HELP_CIRCLE,
          "as an interviewer would give one; each is counted",
          this::askForNudge);

  /// @param run told that the run to check against is wanted
  /// @param changed told that the interview has ended
  InterviewDesk(
      MockInterviews interviews,
      String title,
      InterviewContent content,
      Excerpts excerpts,
      Runnable run,
      Runnable changed) {
    this.interviews = interviews;
    this.content = content;
    this.excerpts = excerpts;
    this.run = run;
    this.changed = changed;
    pane.setId("interview-desk");
    pane.setMinSize(0, 0);
    said.setFitToWidth(true);
    said.getStyleClass().addAll("panel-body", "interview-said");
    said.setMinWidth(0);
    earlier.setMinWidth(0);
    latest.setMinWidth(0);
    foot.getChildren().setAll(nudge, latest);
    foot.getStyleClass().add("interview-foot");
    foot.setMinWidth(0);
    var left = new BorderPane(said);
    left.setBottom(foot);
    left.setMinSize(0, 0);
    page(notes, "interview-notes", "Notes: the task in your words, shapes, a tiny example");
    notes.setWrapText(true);
    page(code, "interview-code", "Code");
    code.getStyleClass().add("interview-code");
    code.addEventFilter(KeyEvent.KEY_PRESSED, this::indent);
    interviews
        .open()
        .ifPresent(open -> {
          notes.setText(open.notes());
          code.setText(open.code());
          show(open.phase());
        });
    notes.textProperty().subscribe((_, _) -> write());
    code.textProperty().subscribe((_, _) -> write());
    var pages = new SplitPane(labelled("Notes", notes), labelled("Code", code));
    pages.setOrientation(Orientation.VERTICAL);
    pages.setDividerPositions(0.34);
    pages.setMinWidth(0);
    var both = new SplitPane(left, pages);
    both.setDividerPositions(0.5);
    both.setMinSize(0, 0);
    pane.setTop(bar(title));
    pane.setCenter(both);
    showClock();
  }

  Region node() {
    return pane;
  }

  private FlowPane bar(String title) {
    var group = new ToggleGroup();
    var phases = new SegmentedButton();
    for (var phase : Phase.values()) {
      var button = new ToggleButton(name(phase));
      button.setId("phase-" + phase.name().toLowerCase(Locale.ROOT));
      button.setToggleGroup(group);
      button.setSelected(interviews.open().filter(open -> open.phase() == phase).isPresent());
      button.setOnAction(_ -> {
        button.setSelected(true);
        interviews.goTo(phase);
        show(phase);
      });
      phases.getButtons().add(button);
    }
    phases.setToggleGroup(group);
    var discard =
        Controls.iconButton(
            "interview-discard", Feather.TRASH_2, "Give this interview up", this::discard);
    var bar =
        new FlowPane(
            14, 8, Controls.label(title, "interview-title"), clock, pause, phases, discard);
    bar.getStyleClass().add("interview-bar");
    bar.setMinWidth(0);
    return bar;
  }

  private static String name(Phase phase) {
    return switch (phase) {
      case PROBLEM -> "Problem";
      case QUESTIONS -> "Follow-ups";
      case RATING -> "Rating";
    };
  }

  private static void page(TextArea area, String id, String prompt) {
    area.setId(id);
    area.setPromptText(prompt);
    area.setAccessibleText(prompt + ". Ctrl + Tab leads out.");
    area.setWrapText(false);
  }

  private static VBox labelled(String words, TextArea area) {
    VBox.setVgrow(area, Priority.ALWAYS);
    area.setMinHeight(0);
    var box = new VBox(4, Controls.label(words, "muted"), area);
    box.getStyleClass().add("interview-sheet");
    box.setMinSize(0, 0);
    return box;
  }

  /// Tab is four spaces on the page of code; Ctrl and Shift with it lead elsewhere.
  private void indent(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isShiftDown()) {
      code.replaceSelection(INDENT);
      event.consume();
    }
  }

  private void write() {
    interviews.write(notes.getText(), code.getText());
  }

  private void show(Phase phase) {
    var box =
        switch (phase) {
          case PROBLEM -> problem();
          case QUESTIONS -> questions();
          case RATING ->
              new InterviewRating(interviews, content.checklist(), excerpts, run, this::end);
        };
    boolean nudged = phase == Phase.PROBLEM && !content.nudges().isEmpty();
    foot.setVisible(nudged);
    foot.setManaged(nudged);
    box.getStyleClass().add("interview-text");
    box.setMinWidth(0);
    said.setContent(box);
    said.setVvalue(0);
  }

  private VBox problem() {
    showNudges();
    return new VBox(14, excerpts.of(content.problem()), earlier);
  }

  private VBox questions() {
    var lead =
        Controls.paragraph(
            "Answer each aloud before you look. Which ones you get to is up to the clock.",
            "muted");
    return new VBox(14, lead, excerpts.of(content.questions()));
  }

  private void askForNudge() {
    interviews.nudge();
    showNudges();
    nudge.requestFocus();
  }

  private void showNudges() {
    int all = content.nudges().size();
    int given = Math.min(interviews.open().map(Interview::nudges).orElse(0), all);
    earlier.getChildren().clear();
    latest.getChildren().clear();
    for (int i = 0; i < given; i++) {
      (i < given - 1 ? earlier : latest).getChildren().add(nudge(i));
    }
    nudge.setText(
        given == all
            ? "No nudge is left"
            : given == 0
                ? "Ask for a nudge"
                : "Ask for another nudge (%s so far)".formatted(Phrases.count(given, "nudge")));
    nudge.setDisable(given == all);
  }

  private HBox nudge(int index) {
    var text = excerpts.of(content.nudges().get(index));
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(8, Controls.label(index + 1 + ".", "muted"), text);
    row.getStyleClass().add("interview-nudge");
    row.setMinWidth(0);
    return row;
  }

  private void toggle() {
    if (interviews.isRunning()) {
      interviews.pause();
    } else {
      interviews.resume();
    }
    showClock();
  }

  /// Shows what is left.
  void showClock() {
    var open = interviews.open();
    if (open.isEmpty()) {
      return;
    }
    var left = open.get().left();
    boolean over = open.get().isOver();
    var words = over ? "Time is up" : words(left);
    if (!words.equals(clock.getText())) {
      clock.setText(words);
      clock.setAccessibleText(over ? words : words + " left");
    }
    if (over && !clock.getStyleClass().contains("over")) {
      clock.getStyleClass().add("over");
    }
    pause.setDisable(over);
    boolean running = interviews.isRunning();
    if (running != pause.getText().equals("Pause")) {
      pause.setText(running ? "Pause" : "Go on");
      pause.setGraphic(new FontIcon(running ? Feather.PAUSE : Feather.PLAY));
      pause.setAccessibleText(running ? "Pause: stop the clock" : "Go on: the clock runs again");
    }
  }

  /// Minutes and seconds, a second that has begun being counted whole.
  static String words(Duration left) {
    long seconds = (left.toMillis() + 999) / 1000;
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  private void end() {
    interviews.end();
    changed.run();
  }

  private void discard() {
    var sure =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "What you wrote is thrown away. To keep it, go to Rating and finish there.",
            ButtonType.CANCEL,
            ButtonType.OK);
    sure.initOwner(pane.getScene().getWindow());
    sure.setHeaderText("Give this interview up?");
    sure.showAndWait()
        .filter(ButtonType.OK::equals)
        .ifPresent(_ -> {
          interviews.discard();
          changed.run();
        });
  }
}
