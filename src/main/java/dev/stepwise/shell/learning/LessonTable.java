package dev.stepwise.shell.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// A table as wide as its parent lets it be: columns are as wide as what is in them where that
/// fits; else those that need more than an even share divide what the others leave. Style classes:
/// `lesson-table`, `lesson-rule`.
final class LessonTable extends Region {
  private final List<List<Sentence>> rows;
  private final List<Region> rules = new ArrayList<>();
  private final double gap;
  private final double padding;

  /// @param rows the head first, each with as many cells
  LessonTable(List<List<Sentence>> rows, Setting setting) {
    this.rows = rows.stream().map(List::copyOf).toList();
    gap = setting.px(16);
    padding = setting.px(6);
    getStyleClass().add("lesson-table");
    setMinWidth(0);
    for (var row : rows) {
      getChildren().addAll(row);
      var rule = new Region();
      rule.getStyleClass().add("lesson-rule");
      rules.add(rule);
      getChildren().add(rule);
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    double all = 0;
    for (int c = 0; c < columns(); c++) {
      all += natural(c);
    }
    return all + gap * (columns() - 1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double[] widths = widths(width < 0 ? computePrefWidth(-1) : width);
    return rows.stream().mapToDouble(row -> height(row, widths)).sum();
  }

  private int columns() {
    return rows.getFirst().size();
  }

  private double natural(int column) {
    return rows.stream()
        .mapToDouble(row -> {
          var cell = row.get(column);
          cell.limit(Double.MAX_VALUE);
          return Math.ceil(cell.prefWidth(-1)) + 1;
        })
        .max()
        .orElse(0);
  }

  private double[] widths(double width) {
    double room = width - gap * (columns() - 1);
    double[] natural = IntStream.range(0, columns()).mapToDouble(this::natural).toArray();
    double[] widths = natural.clone();
    double left = room;
    int open = columns();
    boolean[] done = new boolean[columns()];
    boolean settled = false;
    while (!settled) {
      settled = true;
      for (int c = 0; c < columns(); c++) {
        if (!done[c] && natural[c] <= left / open) {
          done[c] = true;
          left -= natural[c];
          open--;
          settled = false;
        }
      }
    }
    for (int c = 0; c < columns(); c++) {
      widths[c] = done[c] ? natural[c] : Math.max(1, Math.floor(left / open));
      for (var row : rows) {
        row.get(c).limit(widths[c]);
      }
    }
    return widths;
  }

  private double height(List<Sentence> row, double[] widths) {
    double highest = 0;
    for (int c = 0; c < row.size(); c++) {
      highest = Math.max(highest, row.get(c).prefHeight(widths[c]));
    }
    return Math.ceil(highest) + 2 * padding;
  }

  @Override
  protected void layoutChildren() {
    double[] widths = widths(getWidth());
    double y = 0;
    for (int r = 0; r < rows.size(); r++) {
      double height = height(rows.get(r), widths);
      double x = 0;
      for (int c = 0; c < columns(); c++) {
        var cell = rows.get(r).get(c);
        cell.resizeRelocate(x, y + padding, widths[c], height - 2 * padding);
        x += widths[c] + gap;
      }
      y += height;
      rules.get(r).resizeRelocate(0, y - 1, getWidth(), 1);
    }
  }
}
