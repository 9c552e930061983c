package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.draw.Look;
import dev.stepwise.lecture.Stop;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The stops of the lecture with their pictures: a click goes to one, dragging one moves it.
final class StopList implements AutoCloseable {
  private static final double WIDTH = 286;
  private static final double PICTURE = 64;

  private final Lecturing lecturing;
  private final LectureEdits edits;
  private final StopDrawings drawings;
  private final ObservableValue<Look> look;
  private final SmallPictures pictures = new SmallPictures();
  private final ListView<Stop> list = new ListView<>();
  private final Label count = Controls.label("", "stop-title");
  private final Label minutes = Controls.label("", "muted");
  private final Button remove;
  private final BorderPane node = new BorderPane();
  private List<Stop> shown = List.of();
  private boolean filling;

  StopList(
      Lecturing lecturing, LectureEdits edits, StopDrawings drawings, ObservableValue<Look> look) {
    this.lecturing = lecturing;
    this.edits = edits;
    this.drawings = drawings;
    this.look = look;
    remove = Controls.iconButton("stop-remove", Feather.TRASH_2, "Remove the stop", edits::remove);
    list.setId("stops");
    list.setAccessibleText("The stops of the lecture");
    list.setCellFactory(_ -> new Row());
    list.getSelectionModel()
        .selectedIndexProperty()
        .subscribe((_, to) -> {
          int index = to.intValue();
          if (!filling && index >= 0 && index != lecturing.index()) {
            lecturing.go(index);
          }
        });
    // Alt and an arrow move a stop, for whoever does not drag.
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    var add =
        Controls.button(
            "lecture-add",
            "Add what I see now",
            Feather.CAMERA,
            "as the stop after this one",
            edits::add);
    add.getStyleClass().add(Styles.ACCENT);
    add.setMaxWidth(Double.MAX_VALUE);
    var tools =
        new HBox(
            8,
            count,
            minutes,
            Controls.spring(),
            new HBox(
                Controls.iconButton(
                    "stop-copy", Feather.COPY, "Duplicate the stop", edits::duplicate),
                Controls.iconButton(
                    "stop-up", Feather.ARROW_UP, "Move it before (Alt+↑)", () -> edits.move(-1)),
                Controls.iconButton(
                    "stop-down", Feather.ARROW_DOWN, "Move it after (Alt+↓)", () -> edits.move(1)),
                remove));
    tools.setAlignment(Pos.CENTER_LEFT);
    var head = new VBox(6, tools, add);
    head.getStyleClass().add("stop-list-head");
    node.setId("stop-list");
    node.setTop(head);
    node.setCenter(list);
    node.setPrefWidth(WIDTH);
    node.setMinWidth(WIDTH);
    node.managedProperty().bind(node.visibleProperty());
    edits.onChange(this::show);
    node.visibleProperty().subscribe(_ -> show());
  }

  BorderPane node() {
    return node;
  }

  @Override
  public void close() {
    pictures.close();
  }

  private void move(KeyEvent event) {
    int by = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
    if (event.isAltDown() && by != 0) {
      edits.move(by);
      event.consume();
    }
  }

  private void show() {
    var lecture = lecturing.lecture();
    if (lecture.isEmpty()) {
      forget();
      return;
    }
    if (!node.isVisible()) {
      return;
    }
    filling = true;
    var stops = lecture.get().stops();
    if (!stops.equals(shown)) {
      shown = stops;
      list.getItems().setAll(stops);
    }
    list.getSelectionModel().clearAndSelect(lecturing.index());
    filling = false;
    int all = stops.size();
    count.setText(all == 1 ? "1 stop" : all + " stops");
    minutes.setText(lecture.get().minutes() + " min");
    remove.setDisable(all == 1);
  }

  /// Nothing of a lecture that was left is kept.
  private void forget() {
    filling = true;
    shown = List.of();
    list.getItems().clear();
    pictures.forget();
    filling = false;
  }

  private final class Row extends ListCell<Stop> {
    private final Label number = Controls.label("", "muted", "stop-number");
    private final PicturePlace picture = new PicturePlace(pictures, PICTURE);
    private final Label title = new Label();
    private final Label place = Controls.label("", "muted", Styles.TEXT_SMALL);
    private final Label planned = Controls.label("", "muted");
    private final HBox line;

    Row() {
      title.setMinWidth(0);
      place.setMinWidth(0);
      title.getStyleClass().add("stop-title");
      var words = new VBox(1, title, place);
      words.setMinWidth(0);
      words.setAlignment(Pos.CENTER_LEFT);
      line = new HBox(8, number, picture, words, Controls.spring(), planned);
      line.setAlignment(Pos.CENTER_LEFT);
      line.setMinWidth(0);
      line.setPrefWidth(WIDTH - 36);
      setOnDragDetected(event -> {
        if (!isEmpty()) {
          var content = new ClipboardContent();
          content.putString(Integer.toString(getIndex()));
          startDragAndDrop(TransferMode.MOVE).setContent(content);
          event.consume();
        }
      });
      setOnDragOver(event -> {
        if (event.getGestureSource() instanceof Row row && row != this && !isEmpty()) {
          event.acceptTransferModes(TransferMode.MOVE);
          getStyleClass().remove("drop-here");
          getStyleClass().add("drop-here");
        }
        event.consume();
      });
      setOnDragExited(_ -> getStyleClass().remove("drop-here"));
      setOnDragDropped(event -> {
        int from = Integer.parseInt(event.getDragboard().getString());
        event.setDropCompleted(true);
        event.consume();
        edits.moveTo(from, getIndex());
      });
    }

    @Override
    protected void updateItem(Stop stop, boolean empty) {
      super.updateItem(stop, empty);
      setText(null);
      if (empty || stop == null) {
        setGraphic(null);
        return;
      }
      setGraphic(line);
      number.setText(Integer.toString(getIndex() + 1));
      title.setText(stop.title());
      place.setText(stop.bookmark().scenario().title() + " · step " + stop.begins());
      planned.setText(stop.minutes() == 0 ? "" : Integer.toString(stop.minutes()));
      picture.show(stop.bookmark(), look.getValue().palette(), drawings.sketch(stop), _ -> {});
    }
  }
}
