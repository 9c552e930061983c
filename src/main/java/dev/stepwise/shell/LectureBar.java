package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.Stop;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The slim bar above a lecture: which stop it is, what is asked there, the stops around it.
final class LectureBar {
  private static final double MOST_TITLE = 240;

  private final Lecturing lecturing;
  private final HBox box = new HBox(10);
  private final MenuButton outline = new MenuButton();
  private final Label number = Controls.label("", "muted");
  private final Label title =
      new Label() {
        @Override
        protected double computeMinWidth(double height) {
          return Math.min(MOST_TITLE, computePrefWidth(height)); // the others give way first
        }
      };
  private final Label step = Controls.label("", "muted");
  private final Label question = new Label();
  private final Button locked = new Button("", new FontIcon(Feather.LOCK));
  private final Button back;
  private final Button previous;
  private final Button next;
  private final ToggleButton edit = new ToggleButton("Notes", new FontIcon(Feather.EDIT_3));

  /// @param close leaves the lecture
  LectureBar(Lecturing lecturing, Runnable close) {
    this.lecturing = lecturing;
    back =
        Controls.button(
            "lecture-return",
            "Back to the stop",
            Feather.CORNER_UP_LEFT,
            "where the lecture was left (Backspace)",
            lecturing::comeBack);
    back.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
    back.managedProperty().bind(back.visibleProperty());
    previous =
        Controls.iconButton(
            "lecture-previous",
            Feather.CHEVRON_LEFT,
            "The stop before",
            () -> lecturing.go(lecturing.index() - 1));
    next =
        Controls.iconButton(
            "lecture-next",
            Feather.CHEVRON_RIGHT,
            "The next stop",
            () -> lecturing.go(lecturing.index() + 1));
    var leave = Controls.iconButton("lecture-close", Feather.X, "Leave the lecture", close);
    locked.setId("lecture-locked");
    locked.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    locked.setMinWidth(Region.USE_PREF_SIZE);
    locked.managedProperty().bind(locked.visibleProperty());
    locked.setOnAction(_ -> edit.setSelected(true));
    edit.selectedProperty().subscribe((_, _) -> show());
    outline.setId("lecture-outline");
    outline.setGraphic(new FontIcon(Feather.BOOK_OPEN));
    outline.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    outline.setAccessibleText("The stops of the lecture");
    outline.setMinWidth(0);
    edit.setId("lecture-notes");
    edit.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    edit.setMinWidth(Region.USE_PREF_SIZE);
    edit.setTooltip(Controls.tip("The stops and notes of the lecture, to be read and changed"));
    title.getStyleClass().add("stop-title");
    question.getStyleClass().add("stop-question");
    question.setMinWidth(0);
    question.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(question, Priority.ALWAYS);
    box.setId("lecture-bar");
    box.getStyleClass().add("lecture-bar");
    box.getChildren()
        .setAll(outline, number, title, step, question, locked, back, edit, previous, next, leave);
    box.managedProperty().bind(box.visibleProperty());
    box.setMinWidth(0);
    lecturing.onChange(this::show);
    show();
  }

  HBox node() {
    return box;
  }

  /// Shows and hides the stops and their notes.
  ToggleButton edit() {
    return edit;
  }

  private void show() {
    var lecture = lecturing.lecture();
    box.setVisible(lecture.isPresent());
    lecture.ifPresent(this::show);
  }

  private void show(Lecture lecture) {
    int index = lecturing.index();
    var stop = lecture.stops().get(index);
    outline.setText(lecture.title().isBlank() ? "Lecture" : lecture.title());
    outline.getItems().setAll(items(lecture, index));
    number.setText("stop %d of %d".formatted(index + 1, lecture.stops().size()));
    title.setText(stop.title());
    title.setTooltip(Controls.tip(stop.title()));
    step.setText(step());
    question.setText(stop.question());
    question.setTooltip(stop.question().isBlank() ? null : Controls.longTip(stop.question()));
    back.setVisible(lecturing.isDetour());
    var reason = StudentLock.reason(stop.freedoms());
    locked.setVisible(reason.isPresent() && !edit.isSelected() && !lecturing.isDetour());
    locked.setText("Locked");
    locked.setTooltip(reason.map(Controls::longTip).orElse(null));
    locked.setAccessibleText(reason.orElse(""));
    previous.setDisable(index == 0);
    next.setDisable(index == lecture.stops().size() - 1);
  }

  private String step() {
    if (lecturing.isDetour()) {
      return "detour";
    }
    return lecturing
        .way()
        .filter(way -> way.steps().size() > 1)
        .flatMap(way ->
            lecturing
                .place()
                .map(here -> "step %d of %d".formatted(way.number(here), way.steps().size())))
        .orElse("");
  }

  private MenuItem[] items(Lecture lecture, int here) {
    var items = new MenuItem[lecture.stops().size()];
    for (int i = 0; i < items.length; i++) {
      int to = i;
      items[i] = new MenuItem(name(lecture, i, lecture.stops().get(i)));
      items[i].setMnemonicParsing(false); // titles are typed by people
      items[i].setGraphic(new FontIcon(i == here ? Feather.ARROW_RIGHT : Feather.MINUS));
      items[i].setOnAction(_ -> lecturing.go(to));
    }
    return items;
  }

  private static String name(Lecture lecture, int index, Stop stop) {
    return "%d:00   %d  %s".formatted(lecture.begins(index), index + 1, stop.title());
  }
}
