package dev.stepwise.shell.checking;

import dev.stepwise.check.Report.Sides;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.CellGrid;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.MatrixPanel;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Spots;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// Two arrays beside each other, those of their numbers marked that differ, the first one framed.
/// Where there is more width than height they stand side by side, else one above the other.
final class ArraysPicture extends Region {
  private static final double LARGEST_CELL = 54;
  private static final double CORNER = 0.28;
  private static final double GAP = 36;

  private final Canvas canvas = new Canvas();
  private final CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
  private final ObservableValue<Look> look;
  private final Slice slice;
  private final Sides sides;
  private final String yours;
  private final String run;

  /// @param yours the name of the learner's array
  /// @param run the name of the run's
  ArraysPicture(ObservableValue<Look> look, Slice slice, Sides sides, String yours, String run) {
    this.look = look;
    this.slice = slice;
    this.sides = sides;
    this.yours = yours;
    this.run = run;
    setId("check-picture");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(
        "Yours, %s, beside the run's, %s: %d of %d numbers differ"
            .formatted(yours, run, sides.differing(), sides.size()));
    setMinSize(0, 0);
    canvas.setManaged(false);
    getChildren().add(canvas);
    look.when(sceneProperty().isNotNull()).subscribe(() -> paint()); // made anew for each answer
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    paint();
  }

  private void paint() {
    canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (canvas.getWidth() < 2 || canvas.getHeight() < 2) {
      return;
    }
    var pen = new Pen(surface, look.getValue());
    var room = new Box(0, 0, canvas.getWidth(), canvas.getHeight());
    var scale = scale(pen);
    var mine = panel("yours", yours, slice.yours(), scale);
    var right = panel("the run", run, slice.run(), scale);
    double beside = cell(pen, mine, (room.width() - pen.px(GAP)) / 2, room.height());
    double above = cell(pen, mine, room.width(), (room.height() - pen.px(GAP)) / 2);
    boolean isBeside = beside >= above;
    double cell = Math.min(pen.px(LARGEST_CELL), Math.max(beside, above));
    var margin = mine.margin(pen, cell);
    double width = margin.left() + cell * slice.columns();
    double height = margin.top() + cell * slice.rows();
    var first = new Box(0, 0, width, height);
    var second =
        isBeside
            ? new Box(Math.max(width + pen.px(GAP), room.width() / 2), 0, width, height)
            : new Box(0, height + pen.px(GAP), width, height);
    draw(pen, mine, first, pen.palette().alarm());
    draw(pen, right, second, pen.palette().right());
  }

  /// How large a cell can be in a room.
  private double cell(Pen pen, MatrixPanel panel, double width, double height) {
    double most = pen.px(LARGEST_CELL);
    var margin = panel.margin(pen, most);
    return Math.max(
        1,
        Math.min(
            (width - margin.left()) / slice.columns(), (height - margin.top()) / slice.rows()));
  }

  private static MatrixPanel panel(
      String title, String note, double[][] values, ColourScale scale) {
    return MatrixPanel.of(title, new MatrixMark(values, scale, values.length * values[0].length))
        .noted(note)
        .named(
            values.length > 1 ? numbers(values.length) : List.of(),
            values[0].length > 1 ? numbers(values[0].length) : List.of());
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private ColourScale scale(Pen pen) {
    var all = new double[][] {flat(slice.yours()), flat(slice.run())};
    return ColourScale.centred(ColourMap.diverging(pen.palette()), all);
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows)
        .flatMapToDouble(Arrays::stream)
        .mapMulti((double value, DoubleConsumer use) -> {
          if (Double.isFinite(value)) {
            use.accept(value);
          }
        })
        .toArray();
  }

  private void draw(Pen pen, MatrixPanel panel, Box box, Color edge) {
    var spots = Spots.untouched(pen, new Hits());
    var grid = panel.grid(spots, box);
    panel.draw(spots, grid);
    for (int row = 0; row < slice.rows(); row++) {
      for (int column = 0; column < slice.columns(); column++) {
        if (sides.differ(slice.yours()[row][column], slice.run()[row][column])) {
          mark(pen, grid.cell(row, column));
        }
      }
    }
    frame(pen, grid, edge);
  }

  private static void mark(Pen pen, Box cell) {
    double side = Math.min(cell.width(), cell.height()) * CORNER;
    pen.surface()
        .polygon(
            new double[] {cell.right() - side, cell.right(), cell.right()},
            new double[] {cell.y(), cell.y(), cell.y() + side},
            Ink.filled(pen.palette().difference()));
  }

  private void frame(Pen pen, CellGrid grid, Color edge) {
    pen.frame(grid.cell(slice.row(), slice.column()).inset(-pen.px(Space.HAIR)), edge, Space.LINE);
  }
}
