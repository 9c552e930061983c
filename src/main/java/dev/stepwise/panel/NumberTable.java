package dev.stepwise.panel;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MarkerShape;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.draw.TextWidths;
import dev.stepwise.draw.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.application.Platform;
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
/// Columns of numbers are set flush right, and smaller where they would not fit. Style classes:
/// `number-table`, `table-head`, `table-cell-text`, `telling`.
public final class NumberTable extends GridPane {
  private static final double FONT = 13;
  private static final double PADDING =
      13; // of a cell as in marks.css, its border, a snapped pixel
  private static final double LEAST = 0.7;

  private final RowCategory categories;
  private final List<Label> texts = new ArrayList<>(); // row by row
  private final TextWidths widths = new TextWidths();
  private Shape shape = Shape.NONE;
  private Runnable again = () -> {};

  /// What cells there are and how they look: where it stays, a step changes words alone.
  ///
  /// @param numbers which cells hold numbers, row by row
  /// @param categories of the rows
  private record Shape(
      List<String> head,
      List<Boolean> numbers,
      List<OptionalInt> categories,
      int telling,
      double scale,
      Palette palette) {
    private static final Shape NONE =
        new Shape(List.of(), List.of(), List.of(), -1, 0, Palette.LIGHT);

    static Shape of(Narration.Table table, RowCategory categories, Look look) {
      return new Shape(
          table.head(),
          table.rows().stream().flatMap(List::stream).map(NumberTable::isNumber).toList(),
          IntStream.range(0, table.rows().size())
              .mapToObj(row -> categories.of(table, row))
              .toList(),
          table.telling(),
          look.scale(),
          look.palette());
    }
  }

  /// An empty table.
  public NumberTable(RowCategory categories) {
    this.categories = categories;
    getStyleClass().add("number-table");
    // Not within the layout that changed the width: nodes made there would miss their style.
    widthProperty().subscribe((_, _) -> Platform.runLater(() -> again.run()));
  }

  /// None: it takes the width that it is given, and sets its texts smaller; else a wide table would
  /// make all that stands above it too wide to be read.
  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  /// Shows a table.
  public void show(Narration.Table table, Look look) {
    again = () -> show(table, look);
    var fitting = fitting(table, look);
    var wanted = Shape.of(table, categories, fitting);
    if (!wanted.equals(shape)) {
      shape = wanted;
      build(table, fitting);
    }
    var words = table.rows().stream().flatMap(List::stream).iterator();
    texts.forEach(label -> label.setText(words.next()));
  }

  /// The look in which a table fits into the width there is, as far as it stays legible: numbers in
  /// one line, words broken between words.
  private Look fitting(Narration.Table table, Look look) {
    double needed = 0;
    int columns = table.head().size();
    for (int column = 0; column < columns; column++) {
      needed += leastWidth(table, column, look);
    }
    double room = getWidth() - columns * PADDING;
    double factor = getWidth() <= 0 || needed <= room ? 1 : Math.max(LEAST, room / needed);
    // In whole steps, so that a step whose numbers are a digit longer does not make all others
    // move.
    double step = Math.floor(factor * 20) / 20;
    return new Look(look.palette(), look.scale() * step, look.density());
  }

  private double leastWidth(Narration.Table table, int column, Look look) {
    var bold = table.telling() >= 0;
    var head = new Type(Type.Face.REGULAR, look.px(FONT - 1), look.palette().text());
    var figures = new Type(Type.Face.MONO, look.px(FONT), look.palette().text());
    var words =
        new Type(bold ? Type.Face.BOLD : Type.Face.REGULAR, look.px(FONT), look.palette().text());
    double least = widestWord(table.head().get(column), head);
    for (var row : table.rows()) {
      var text = row.get(column);
      least =
          Math.max(
              least,
              isNumber(text)
                  ? widths.width("0".repeat(text.length()), figures)
                  : widestWord(text, words));
    }
    return least;
  }

  private double widestWord(String text, Type type) {
    double widest =
        Arrays.stream(text.split(" ", -1))
            .mapToDouble(word -> widths.width(word, type))
            .max()
            .orElse(0);
    return Math.ceil(widest) + 1; // labels are snapped to pixels
  }

  private void build(Narration.Table table, Look look) {
    var labels = new Label[table.rows().size()][table.head().size()];
    getChildren().clear();
    getColumnConstraints().clear();
    int columns = table.head().size();
    for (int column = 0; column < columns; column++) {
      boolean flushRight = column > 0 && isNumeric(table, column);
      addColumn(flushRight, column == columns - 1);
      var head = new Label(table.head().get(column));
      Fonts.BUNDLED.set(head, Type.Face.REGULAR, look.px(FONT - 1));
      head.setWrapText(true);
      head.setMinWidth(
          widestWord(
              head.getText(),
              new Type(Type.Face.REGULAR, look.px(FONT - 1), look.palette().text())));
      add(cell(head, 0, -1, "table-head", flushRight), column, 0);
      for (int row = 0; row < table.rows().size(); row++) {
        var label = label(table, row, column, look);
        labels[row][column] = label;
        var content = column == 0 ? marked(label, categories.of(table, row), look) : label;
        add(cell(content, row + 1, table.telling() + 1, "table-row", flushRight), column, row + 1);
      }
    }
    texts.clear();
    Arrays.stream(labels).flatMap(Arrays::stream).forEach(texts::add);
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

  private Label label(Narration.Table table, int row, int column, Look look) {
    boolean telling = row == table.telling();
    var text = table.rows().get(row).get(column);
    var label = new Label(text);
    Fonts.BUNDLED.set(label, face(text, telling), look.px(FONT));
    label.setWrapText(!isNumber(text));
    // A number that gives way says another number, and a word that breaks says nothing.
    label.setMinWidth(
        isNumber(text)
            ? Region.USE_PREF_SIZE
            : widestWord(
                text, new Type(face(text, telling), look.px(FONT), look.palette().text())));
    return label;
  }

  private static Region marked(Label label, OptionalInt category, Look look) {
    if (category.isEmpty()) {
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
    return table.rows().stream()
        .map(row -> row.get(column))
        .allMatch(text -> isNumber(text) || text.equals("…"));
  }

  private static boolean isNumber(String text) {
    return text.matches("[-−+]?[0-9][0-9.,eE×·−+-]*%?|[-−]?inf|nan|[-−]?∞|NaN|≈ ?[-−]?[01]|–|");
  }
}
