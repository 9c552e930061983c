package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.export.Handout;
import dev.stepwise.lecture.Freedom;
import dev.stepwise.lecture.Stop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is said at a stop, to be read and changed, and what is done with the lecture's file.
final class LecturePane {
  private static final double WIDTH = 286;
  private static final Duration TYPING = Duration.millis(700);

  private final Lecturing lecturing;
  private final LectureEdits edits;
  private final LectureFiles files;
  private final TextField lectureTitle = new TextField();
  private final TextField title = new TextField();
  private final Spinner<Integer> minutes = new Spinner<>(0, Stop.MOST_MINUTES, 0);
  private final TextArea notes = new TextArea();
  private final TextArea question = new TextArea();
  private final TextArea answer = new TextArea();
  private final Map<Freedom, CheckBox> freedoms = new EnumMap<>(Freedom.class);
  private final Label shows = Controls.paragraph("", "muted");
  private final Label state = Controls.label("", "muted");
  private final Button undo;
  private final Button redo;
  private final ScrollPane scroll;
  private final List<Runnable> taking = new ArrayList<>();
  private boolean filling;

  LecturePane(Lecturing lecturing, LectureEdits edits, LectureFiles files) {
    this.lecturing = lecturing;
    this.edits = edits;
    this.files = files;
    undo =
        Controls.iconButton(
            "lecture-undo", Feather.ROTATE_CCW, "Take the change back (Ctrl+Z)", edits::undo);
    redo =
        Controls.iconButton(
            "lecture-redo", Feather.ROTATE_CW, "Make it again (Ctrl+Shift+Z)", edits::redo);
    var save =
        Controls.button(
            "lecture-save",
            "Save",
            Feather.SAVE,
            "the lecture, in its file",
            () -> files.save(() -> {}));
    save.getStyleClass().add(Styles.SMALL);
    var use =
        Controls.button(
            "stop-use",
            "Use what I see now",
            Feather.CAMERA,
            "this stop shows it from then on",
            edits::use);
    var end =
        Controls.button(
            "stop-until",
            "It ends here",
            Feather.CHEVRONS_RIGHT,
            "the step on the screen is the last one of this stop",
            edits::endHere);
    use.getStyleClass().add(Styles.SMALL);
    end.getStyleClass().add(Styles.SMALL);
    var box =
        new VBox(
            6,
            field("Lecture", lectureTitle),
            new HBox(2, save, file(), undo, redo),
            state,
            field("Stop", title),
            shows,
            new FlowPane(6, 6, use, end),
            new HBox(8, Controls.label("Minutes"), minutes),
            area("Notes, for you alone", notes, 9),
            area("Question to the room", question, 2),
            area("Answer, for you alone", answer, 3),
            Controls.label("Students may", "muted"));
    for (var freedom : Freedom.values()) {
      var check = new CheckBox(freedom.words());
      check.setId("freedom-" + freedom.id());
      check.setOnAction(_ -> edits.edit(stop -> stop.allowing(chosen())));
      freedoms.put(freedom, check);
      box.getChildren().add(check);
    }
    box.getStyleClass().add("lecture-pane");
    title.setId("stop-title");
    notes.setId("stop-notes");
    minutes.setId("stop-minutes");
    minutes.setEditable(true);
    minutes.setPrefWidth(96);
    minutes
        .valueProperty()
        .subscribe((_, now) -> {
          if (!filling && now != null) {
            edits.edit(stop -> stop.taking(now));
          }
        });
    whenLeft(lectureTitle, () -> edits.change(open -> open.titled(lectureTitle.getText())));
    whenLeft(title, () -> edits.edit(stop -> stop.titled(title.getText())));
    whenLeft(notes, () -> edits.edit(stop -> stop.noted(notes.getText())));
    Runnable asked = () -> edits.edit(stop -> stop.asking(question.getText(), answer.getText()));
    whenLeft(question, asked);
    whenLeft(answer, asked);
    scroll = new ScrollPane(box);
    scroll.setId("lecture-pane");
    scroll.getStyleClass().addAll("panel-body", "lecture-fields");
    scroll.setFitToWidth(true);
    scroll.setPrefWidth(WIDTH);
    scroll.setMinWidth(WIDTH);
    scroll.managedProperty().bind(scroll.visibleProperty());
    edits.onChange(this::show);
  }

  private MenuButton file() {
    var menu = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));
    menu.setId("lecture-file");
    menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
    menu.setAccessibleText("Save as, open, handout");
    menu.setTooltip(Controls.tip("Save as, open, handout"));
    menu.getItems()
        .setAll(
            item("lecture-save-as", "Save as…", () -> files.saveAs(() -> {})),
            item("lecture-open", "Open…", files::ask),
            item(
                "handout-room",
                "Handout for the room (PDF or web page)…",
                () -> files.handout(Handout.Copy.ROOM)),
            item(
                "handout-notes",
                "The same with your notes…",
                () -> files.handout(Handout.Copy.NOTES)));
    return menu;
  }

  private static MenuItem item(String id, String text, Runnable action) {
    var item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  ScrollPane node() {
    return scroll;
  }

  private static VBox field(String name, TextField field) {
    field.setAccessibleText(name);
    return new VBox(2, Controls.label(name, "muted"), field);
  }

  private static VBox area(String name, TextArea area, int rows) {
    area.setAccessibleText(name);
    area.setWrapText(true);
    area.setPrefRowCount(rows);
    return new VBox(2, Controls.label(name, "muted"), area);
  }

  /// A text is taken over once it is left, or nobody types for a moment: a change a key would be no
  /// use to undo, and what is typed must not be lost.
  private void whenLeft(TextInputControl field, Runnable use) {
    taking.add(use);
    var pause = new PauseTransition(TYPING);
    pause.setOnFinished(_ -> use.run());
    field
        .textProperty()
        .subscribe((_, _) -> {
          if (!filling) {
            pause.playFromStart();
          }
        });
    field
        .focusedProperty()
        .subscribe((was, is) -> {
          if (was && !is && !filling) {
            use.run();
          }
        });
  }

  /// Takes over what is being typed.
  void take() {
    if (lecturing.lecture().isPresent()) {
      taking.forEach(Runnable::run);
    }
  }

  private EnumSet<Freedom> chosen() {
    var chosen = EnumSet.noneOf(Freedom.class);
    freedoms.forEach((freedom, check) -> {
      if (check.isSelected()) {
        chosen.add(freedom);
      }
    });
    return chosen;
  }

  private void show() {
    var lecture = lecturing.lecture();
    if (lecture.isEmpty()) {
      return;
    }
    filling = true;
    var stop = lecture.get().stops().get(lecturing.index());
    fill(lectureTitle, lecture.get().title());
    fill(title, stop.title());
    fill(notes, stop.notes());
    fill(question, stop.question());
    fill(answer, stop.answer());
    minutes.getValueFactory().setValue(stop.minutes());
    freedoms.forEach((freedom, check) -> check.setSelected(stop.freedoms().contains(freedom)));
    var steps = stop.until().map(end -> stop.begins() + " to " + end).orElse("" + stop.begins());
    shows.setText("Shows " + stop.bookmark().scenario().title() + ", step " + steps);
    var name =
        files.file().map(path -> String.valueOf(path.getFileName())).orElse("in no file yet");
    state.setText(edits.isSaved() ? name : name + " · not saved");
    undo.setDisable(!edits.canUndo());
    redo.setDisable(!edits.canRedo());
    filling = false;
  }

  /// The cursor of what somebody types in stays where it is.
  private static void fill(TextInputControl field, String text) {
    if (!field.isFocused() && !field.getText().equals(text)) {
      field.setText(text);
    }
  }
}
