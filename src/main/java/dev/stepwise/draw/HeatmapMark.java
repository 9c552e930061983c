package dev.stepwise.draw;

import java.util.List;
import javafx.scene.paint.Color;

/// A matrix as coloured cells. The values are written in the cells while they fit. The arrays are
/// shared and never written to.
///
/// @param values rows of equal length; what is not finite leaves its cell empty, with its name in
///   it
/// @param scale which value has which colour
/// @param rows labels at the left; empty for none
/// @param columns labels at the top; empty for none
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record HeatmapMark(
    double[][] values, ColourScale scale, List<String> rows, List<String> columns) {
  private static final double FONT = 12;
  private static final double ADVANCE = 0.62; // a generous average of Inter's letters, in ems

  /// Copies the labels.
  ///
  /// @throws IllegalArgumentException if the rows are not equally long
  public HeatmapMark {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    for (var row : values) {
      if (row.length != values[0].length) {
        throw new IllegalArgumentException("rows of unequal length");
      }
    }
  }

  /// Where the cells are in an area, the labels left out; on whole pixels.
  public Box grid(Box area, Look look) {
    double left =
        rows.isEmpty() ? 0 : longest(rows) * look.px(FONT) * ADVANCE + look.px(Space.SMALL);
    double top = columns.isEmpty() ? 0 : look.px(FONT * 1.7);
    var inside = area.inset(top, 0, 0, Math.min(left, area.width() / 2));
    double x = Math.round(inside.x());
    double y = Math.round(inside.y());
    return new Box(x, y, Math.floor(inside.right() - x), Math.floor(inside.bottom() - y));
  }

  /// Where a cell is; its edges are on whole pixels.
  public Box cell(Box area, Look look, int row, int column) {
    var grid = grid(area, look);
    double left = edge(grid.width(), column, width());
    double top = edge(grid.height(), row, values.length);
    return new Box(
        grid.x() + left,
        grid.y() + top,
        edge(grid.width(), column + 1, width()) - left,
        edge(grid.height(), row + 1, values.length) - top);
  }

  private static double edge(double length, int index, int count) {
    return Math.floor(length * index / count);
  }

  private int width() {
    return values.length == 0 ? 0 : values[0].length;
  }

  private static int longest(List<String> labels) {
    return labels.stream().mapToInt(String::length).max().orElse(0);
  }

  /// Draws it.
  public void draw(Surface surface, Box area, Look look) {
    var grid = grid(area, look);
    if (width() == 0 || grid.width() < 1 || grid.height() < 1) {
      return;
    }
    surface.pixels(ground(grid), grid.x(), grid.y());
    if (look.density() != Look.Density.THUMBNAIL) {
      drawLabels(surface, area, look);
      drawValues(surface, area, look);
    }
  }

  private Pixels ground(Box grid) {
    var pixels = new Pixels((int) grid.width(), (int) grid.height());
    int[] rowOf = owners(pixels.height(), values.length);
    int[] columnOf = owners(pixels.width(), width());
    int width = pixels.width();
    for (int y = 0; y < pixels.height(); y++) {
      if (y > 0 && rowOf[y] == rowOf[y - 1]) {
        System.arraycopy(pixels.argb(), (y - 1) * width, pixels.argb(), y * width, width);
      } else {
        scale.fill(values[rowOf[y]], columnOf, pixels.argb(), y * width);
      }
    }
    return pixels;
  }

  /// Which cell each pixel belongs to. Where there are more cells than pixels, each pixel shows one
  /// of its cells.
  private static int[] owners(int pixels, int cells) {
    var owners = new int[pixels];
    for (int cell = 0; cell < cells; cell++) {
      for (int i = (int) edge(pixels, cell, cells); i < edge(pixels, cell + 1, cells); i++) {
        owners[i] = cell;
      }
    }
    return owners;
  }

  private void drawLabels(Surface surface, Box area, Look look) {
    var type = Role.NOTE.in(look);
    for (int row = 0; row < Math.min(rows.size(), values.length); row++) {
      var cell = cell(area, look, row, 0);
      if (cell.height() >= type.size()) {
        double x = cell.x() - look.px(Space.SMALL);
        double baseline = cell.centreY() + type.drop();
        surface.text(rows.get(row), x, baseline, type.right());
      }
    }
    for (int column = 0; column < Math.min(columns.size(), width()); column++) {
      var cell = cell(area, look, 0, column);
      if (surface.textWidth(columns.get(column), type) <= cell.width()) {
        double baseline = cell.y() - look.px(Space.SMALL);
        surface.text(columns.get(column), cell.centreX(), baseline, type.centred());
      }
    }
  }

  private void drawValues(Surface surface, Box area, Look look) {
    var first = cell(area, look, 0, 0);
    if (first.height() < look.px(FONT * 1.25) || first.width() < look.px(FONT * 1.5)) {
      return;
    }
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < width(); column++) {
        double value = values[row][column];
        var colour = Double.isFinite(value) ? scale.textOn(value) : look.palette().alarm();
        drawValue(surface, cell(area, look, row, column), look, ValueText.of(value), colour);
      }
    }
  }

  private static void drawValue(Surface surface, Box cell, Look look, String text, Color colour) {
    var value = Role.VALUE.in(look).coloured(colour).centred();
    var type = value.at(Math.min(value.size(), cell.height() * 0.6));
    if (surface.textWidth(text, type) <= cell.width() - look.px(Space.TIGHT)) {
      surface.text(text, cell.centreX(), cell.centreY() + type.drop(), type);
    }
  }
}
