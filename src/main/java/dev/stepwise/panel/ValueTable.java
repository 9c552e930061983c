package dev.stepwise.panel;

import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All numbers of a variable in a table, to look through and to copy. Style class: `value-table`.
public final class ValueTable extends VBox {
  /// A table with more columns would take long to open; what is copied is whole.
  private static final int MOST_COLUMNS = 256;

  private static final double ROW = 26;
  private static final double COLUMN = 108;
  private static final double HEAD = 30;
  private static final int MOST_ROWS_SEEN = 14;
  private static final double WIDEST = 640;

  private final TableView<Integer> table = new TableView<>();
  private final Label remark = new Label();
  private ValueSheets.Sheet sheet = new ValueSheets.Sheet("", 0, 0, (_, _) -> "");

  /// @param name the variable's
  public ValueTable(String name, Value value) {
    super(10);
    getStyleClass().add("value-table");
    var sheets = ValueSheets.of(value);
    var title = new Label(value.shape().isEmpty() ? name : name + "   " + value.shape());
    title.getStyleClass().add("value-title");
    title.setMinWidth(USE_PREF_SIZE);
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    var copy = new Button("Copy");
    copy.setId("copy-values");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setAccessibleText("Copy all numbers, with all digits, as a table");
    copy.setOnAction(_ -> copy());
    var head = new HBox(10, title, spring, copy);
    head.getStyleClass().add("value-head");
    if (sheets.size() > 1) {
      head.getChildren().add(1, chooser(sheets));
    }
    table.setId("values");
    table.setFixedCellSize(ROW);
    table.setAccessibleText("The numbers of " + name);
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
            event.consume();
          }
        });
    remark.getStyleClass().add("muted");
    getChildren().setAll(head, table, remark);
    show(sheets.getFirst());
  }

  private ComboBox<String> chooser(List<ValueSheets.Sheet> sheets) {
    var box =
        new ComboBox<>(
            FXCollections.observableArrayList(
                sheets.stream().map(ValueSheets.Sheet::title).toList()));
    box.setAccessibleText("Which part");
    box.getSelectionModel().selectFirst();
    box.getSelectionModel()
        .selectedIndexProperty()
        .subscribe((_, index) -> show(sheets.get(index.intValue())));
    return box;
  }

  private void show(ValueSheets.Sheet shown) {
    sheet = shown;
    int columns = Math.min(shown.columns(), MOST_COLUMNS);
    table.getColumns().clear();
    table.getColumns().add(column("", COLUMN * 0.55, row -> Integer.toString(row)));
    for (int j = 0; j < columns; j++) {
      int column = j;
      table.getColumns().add(column(Integer.toString(j), COLUMN, row -> sheet.shown(row, column)));
    }
    table.getItems().setAll(IntStream.range(0, shown.rows()).boxed().toList());
    table.setPrefHeight(HEAD + ROW * Math.clamp(shown.rows(), 1, MOST_ROWS_SEEN) + ROW * 0.8);
    table.setPrefWidth(Math.clamp(COLUMN * (columns + 0.55) + 20, 240, WIDEST));
    remark.setText(
        columns < shown.columns()
            ? "Copy takes all %d columns; %d are shown.".formatted(shown.columns(), columns)
            : "");
    remark.setManaged(!remark.getText().isEmpty());
  }

  private static TableColumn<Integer, String> column(
      String head, double width, IntFunction<String> text) {
    var column = new TableColumn<Integer, String>(head);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add("value-column");
    return column;
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(sheet.copied());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
