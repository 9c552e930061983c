package dev.stepwise.view.marks;

import dev.stepwise.compute.run.Narration;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The table of a narration: the row that decides stands out, rows of a category have its marker.
/// Columns of numbers are set flush right. Style classes: `number-table`, `table-head`,
/// `table-cell-text`, `telling`.
public final class NumberTable extends GridPane {
  private static final double FONT = 13;

  private final RowCategory categories;

  /// An empty table.
  public NumberTable(RowCategory categories) {
    this.categories = categories;
    getStyleClass().add("number-table");
  }

  /// Shows a table.
  public void show(Narration.Table table, Look look) {
    getChildren().clear();
    getColumnConstraints().clear();
    int columns = table.head().size();
    for (int column = 0; column < columns; column++) {
      boolean flushRight = column > 0 && isNumeric(table, column);
      addColumn(flushRight, column == columns - 1);
      var head = new Label(table.head().get(column));
      Fonts.BUNDLED.set(head, Type.Face.REGULAR, look.px(FONT - 1));
      add(cell(head, 0, -1, "table-head", flushRight), column, 0);
      for (int row = 0; row < table.rows().size(); row++) {
        var content = content(table, row, column, look);
        add(cell(content, row + 1, table.telling() + 1, "table-row", flushRight), column, row + 1);
      }
    }
  }

  private void addColumn(boolean flushRight, boolean last) {
    var constraints = new ColumnConstraints();
    constraints.setHalignment(flushRight ? HPos.RIGHT : HPos.LEFT);
    constraints.setHgrow(last ? Priority.ALWAYS : Priority.SOMETIMES);
    constraints.setFillWidth(true);
    getColumnConstraints().add(constraints);
  }

  private static HBox cell(Region content, int row, int telling, String style, boolean flushRight) {
    var cell = new HBox(content);
    cell.setAlignment(flushRight ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    cell.getStyleClass().addAll("table-cell-text", style);
    if (row == telling) {
      cell.getStyleClass().add("telling");
    }
    return cell;
  }

  private Region content(Narration.Table table, int row, int column, Look look) {
    boolean telling = row == table.telling();
    var text = table.rows().get(row).get(column);
    var label = new Label(text);
    Fonts.BUNDLED.set(label, face(text, telling), look.px(FONT));
    label.setWrapText(!isNumber(text));
    var category = categories.of(table, row);
    if (column > 0 || category.isEmpty()) {
      return label;
    }
    var box = new HBox(look.px(8), marker(category.getAsInt(), look), label);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static Type.Face face(String text, boolean telling) {
    if (isNumber(text)) {
      return telling ? Type.Face.MONO_BOLD : Type.Face.MONO;
    }
    return telling ? Type.Face.BOLD : Type.Face.REGULAR;
  }

  private static Canvas marker(int category, Look look) {
    double side = look.px(15);
    var canvas = new Canvas(side, side);
    var surface = new CanvasSurface(canvas.getGraphicsContext2D());
    var ink = Ink.filled(look.palette().category(category));
    MarkerShape.of(category).draw(surface, side / 2, side / 2, look.px(5.2), ink);
    return canvas;
  }

  private static boolean isNumeric(Narration.Table table, int column) {
    return table.rows().stream().allMatch(row -> isNumber(row.get(column)));
  }

  private static boolean isNumber(String text) {
    return text.matches("[-−+]?[0-9][0-9.,eE×·−+-]*%?|[-−]?inf|nan|∞");
  }
}
