package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.lecture.Freedom;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.Stop;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.History;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The stop of a lecture with its notes, to be read and changed, and what makes and moves stops.
/// Each change can be taken back.
final class LecturePane {
  private static final double WIDTH = 320;

  private final Lecturing lecturing;
  private final Supplier<Optional<Bookmark>> seen;
  private final History<Lecture> history = new History<>();
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
  private boolean filling;
  private boolean saved = true;

  /// @param seen what is on the screen; empty where that is no run
  /// @param save asks where to, and saves; then runs what it is given
  LecturePane(
      Lecturing lecturing, Supplier<Optional<Bookmark>> seen, BiConsumer<Lecture, Runnable> save) {
    this.lecturing = lecturing;
    this.seen = seen;
    undo = Controls.iconButton("lecture-undo", Feather.ROTATE_CCW, "Take it back", this::undo);
    redo = Controls.iconButton("lecture-redo", Feather.ROTATE_CW, "Make it again", this::redo);
    var add =
        Controls.button(
            "lecture-add",
            "Add what I see now",
            Feather.CAMERA,
            "as the stop after this one",
            this::add);
    add.getStyleClass().add(Styles.ACCENT);
    var keep =
        Controls.button(
            "lecture-save",
            "Save…",
            Feather.SAVE,
            "the lecture as a file",
            () -> lecturing.lecture().ifPresent(open -> save.accept(open, this::saved)));
    var moves =
        new HBox(
            2,
            Controls.iconButton("stop-up", Feather.ARROW_UP, "Move it before", () -> move(-1)),
            Controls.iconButton("stop-down", Feather.ARROW_DOWN, "Move it after", () -> move(1)),
            Controls.iconButton("stop-copy", Feather.COPY, "Duplicate it", this::duplicate),
            Controls.iconButton("stop-remove", Feather.TRASH_2, "Remove it", this::remove),
            undo,
            redo);
    var use =
        Controls.button(
            "stop-use",
            "Use what I see now",
            Feather.CAMERA,
            "this stop shows it from then on",
            this::use);
    use.getStyleClass().add(Styles.SMALL);
    var box =
        new VBox(
            6,
            field("Lecture", lectureTitle),
            new FlowPane(6, 6, add, keep),
            state,
            moves,
            field("Stop", title),
            new HBox(8, Controls.label("Minutes"), minutes),
            shows,
            use,
            area("Notes, for you alone", notes, 9),
            area("Question to the room", question, 2),
            area("Answer, for you alone", answer, 3),
            Controls.label("Students may", "muted"));
    for (var freedom : Freedom.values()) {
      var check = new CheckBox(freedom.words());
      check.setOnAction(_ -> edit(stop -> stop.allowing(chosen())));
      freedoms.put(freedom, check);
      box.getChildren().add(check);
    }
    box.getStyleClass().add("lecture-pane");
    minutes.setEditable(true);
    minutes.setPrefWidth(96);
    minutes
        .valueProperty()
        .subscribe((_, now) -> edit(stop -> now == null ? stop : stop.taking(now)));
    whenLeft(lectureTitle, () -> change(open -> open.titled(lectureTitle.getText())));
    whenLeft(title, () -> edit(stop -> stop.titled(title.getText())));
    whenLeft(notes, () -> edit(stop -> stop.noted(notes.getText())));
    Runnable asked = () -> edit(stop -> stop.asking(question.getText(), answer.getText()));
    whenLeft(question, asked);
    whenLeft(answer, asked);
    scroll = new ScrollPane(box);
    scroll.setId("lecture-pane");
    scroll.getStyleClass().add("panel-body");
    scroll.setFitToWidth(true);
    scroll.setPrefWidth(WIDTH);
    scroll.setMinWidth(WIDTH);
    scroll.setVisible(false);
    scroll.managedProperty().bind(scroll.visibleProperty());
    lecturing.onChange(this::show);
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

  /// A text is taken over as a whole, once it is left: a change a key would be no use to undo.
  private void whenLeft(TextInputControl field, Runnable use) {
    field
        .focusedProperty()
        .subscribe((was, is) -> {
          if (was && !is && !filling) {
            use.run();
          }
        });
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
      scroll.setVisible(false);
      return;
    }
    if (!history.now().equals(lecture)) {
      history.begin(lecture.get());
      saved = true;
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
    state.setText(
        "%d min in all%s"
            .formatted(lecture.get().minutes(), saved ? "" : " · changed, not saved yet"));
    undo.setDisable(!history.canUndo());
    redo.setDisable(!history.canRedo());
    filling = false;
  }

  /// The cursor of what somebody types in stays where it is.
  private static void fill(TextInputControl field, String text) {
    if (!field.isFocused() && !field.getText().equals(text)) {
      field.setText(text);
    }
  }

  private void edit(UnaryOperator<Stop> edit) {
    change(open -> open.changing(lecturing.index(), edit));
  }

  private void change(UnaryOperator<Lecture> edit) {
    take(edit, lecturing.index());
  }

  private void take(UnaryOperator<Lecture> edit, int at) {
    take(edit, changed -> lecturing.change(changed, at));
  }

  private void takeSeen(UnaryOperator<Lecture> edit, int at) {
    take(edit, changed -> lecturing.changeToSeen(changed, at));
  }

  private void take(UnaryOperator<Lecture> edit, Consumer<Lecture> use) {
    if (filling) {
      return;
    }
    lecturing
        .lecture()
        .ifPresent(open -> {
          var changed = edit.apply(open);
          if (!changed.equals(open)) {
            saved = false;
            history.add(changed);
            use.accept(changed);
          }
        });
  }

  private void add() {
    int after = lecturing.index() + 1;
    seen.get().ifPresent(now -> takeSeen(open -> open.with(after, Stop.at(now)), after));
  }

  private void use() {
    int here = lecturing.index();
    seen.get()
        .ifPresent(now -> takeSeen(open -> open.changing(here, stop -> stop.showing(now)), here));
  }

  private void duplicate() {
    int here = lecturing.index();
    take(open -> open.with(here + 1, open.stops().get(here)), here + 1);
  }

  private void remove() {
    int here = lecturing.index();
    lecturing
        .lecture()
        .filter(open -> open.stops().size() > 1)
        .ifPresent(_ -> take(open -> open.without(here), Math.max(0, here - 1)));
  }

  private void move(int by) {
    int here = lecturing.index();
    int to = here + by;
    lecturing
        .lecture()
        .filter(open -> to >= 0 && to < open.stops().size())
        .ifPresent(_ -> take(open -> open.moving(here, to), to));
  }

  private void undo() {
    history.undo().ifPresent(this::turn);
  }

  private void redo() {
    history.redo().ifPresent(this::turn);
  }

  private void turn(Lecture version) {
    saved = false;
    lecturing.change(version, Math.min(lecturing.index(), version.stops().size() - 1));
  }

  private void saved() {
    saved = true;
    show();
  }
}
