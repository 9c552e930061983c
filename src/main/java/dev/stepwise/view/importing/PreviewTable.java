package dev.stepwise.view.importing;

import dev.stepwise.scenario.CsvTable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The first rows of a table as they stand in the file.
final class PreviewTable extends TableView<PreviewTable.Row> {
  /// How many rows are shown at most.
  static final int ROWS = 50;

  private static final double COLUMN_WIDTH = 104;
  private static final double NUMBER_WIDTH = 48;

  /// A row with its number in the file, from 1.
  record Row(int number, List<String> cells) {}

  PreviewTable() {
    setId("import-preview");
    setAccessibleText("The first rows of the table");
    setPlaceholder(new Label("Nothing read yet"));
    setEditable(false);
  }

  void show(CsvTable table) {
    getColumns().setAll(List.of(column("row", row -> Integer.toString(row.number()))));
    getColumns().getFirst().setPrefWidth(NUMBER_WIDTH);
    for (int c = 0; c < table.columns().size(); c++) {
      int index = c;
      getColumns().add(column(table.columns().get(c).name(), row -> row.cells().get(index)));
    }
    int first = table.header() == CsvTable.Header.NAMED ? 2 : 1;
    getItems()
        .setAll(
            IntStream.range(0, Math.min(ROWS, table.rows().size()))
                .mapToObj(i -> new Row(first + i, table.rows().get(i)))
                .toList());
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
    column.setPrefWidth(COLUMN_WIDTH);
    return column;
  }
}
