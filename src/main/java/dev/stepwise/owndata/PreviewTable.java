package dev.stepwise.owndata;

import dev.stepwise.scenario.Table;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The first rows of a table as they are understood.
final class PreviewTable extends TableView<PreviewTable.Row> {
  /// How many rows are shown at most.
  static final int ROWS = 50;

  private static final double NARROWEST = 56;
  private static final double PADDING_IN_EMS = 3.2;

  /// A row with its number in the file, from 1.
  record Row(int number, List<String> cells) {}

  PreviewTable() {
    setId("import-preview");
    getStyleClass().add("import-preview");
    setAccessibleText("The first rows of the table");
    setPlaceholder(new Label("Nothing read yet"));
    setEditable(false);
  }

  void show(Table table) {
    getColumns().setAll(List.of(column("row", row -> Integer.toString(row.number()))));
    for (int c = 0; c < table.columns().size(); c++) {
      int index = c;
      getColumns().add(column(table.columns().get(c).name(), row -> row.cells().get(index)));
    }
    getItems()
        .setAll(
            IntStream.range(0, Math.min(ROWS, table.size()))
                .mapToObj(row -> new Row(table.rowNumber(row), cells(table, row)))
                .toList());
  }

  /// Numbers as they are understood: `1,234` is shown as 1234 or as 1.234.
  private static List<String> cells(Table table, int row) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(column -> shown(table, row, column))
        .toList();
  }

  private static String shown(Table table, int row, int column) {
    double number = table.number(row, column);
    boolean asText =
        table.columns().get(column).content() == Table.Content.TEXTS || Double.isNaN(number);
    if (asText) {
      return table.cell(row, column);
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  void clear() {
    getItems().clear();
    getColumns().clear();
  }

  private static TableColumn<Row, String> column(String name, Function<Row, String> text) {
    var column = new TableColumn<Row, String>(name);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    // The name stands in a label of its own, whose font tells how wide the column must be.
    var heading = new Label(name);
    heading.fontProperty().subscribe(font -> column.setPrefWidth(width(name, font)));
    column.setGraphic(heading);
    return column;
  }

  private static double width(String name, Font font) {
    var text = new Text(name);
    text.setFont(font);
    return Math.max(
        NARROWEST, Math.ceil(text.getLayoutBounds().getWidth() + PADDING_IN_EMS * font.getSize()));
  }
}
