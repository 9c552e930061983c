package dev.stepwise.view.plain;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Space;
import java.util.ArrayList;
import java.util.List;

/// Panels in lines from left to right, with cells as large as the area allows.
///
/// @param boxes where each panel is, in the panels' order
/// @param cell how wide a cell is
record PanelFlow(List<Box> boxes, double cell) {
  private static final double LARGEST = 76;
  private static final double SMALLEST = 1;
  private static final double SHRINKING = 0.94;

  /// What is laid out.
  @FunctionalInterface
  interface Item {
    /// How large it is with cells so wide, no wider than the area.
    Size size(double cell);
  }

  /// How large an item is, all around its cells included.
  record Size(double width, double height) {}

  static PanelFlow of(List<? extends Item> items, Box area, Look look) {
    double gap = look.px(Space.WIDE);
    double cell = look.px(LARGEST);
    var boxes = laid(items, area, cell, gap);
    while (cell > SMALLEST && bottom(boxes) > area.bottom()) {
      cell = Math.max(SMALLEST, cell * SHRINKING);
      boxes = laid(items, area, cell, gap);
    }
    return new PanelFlow(boxes, cell);
  }

  private static double bottom(List<Box> boxes) {
    return boxes.stream().mapToDouble(Box::bottom).max().orElse(0);
  }

  private static List<Box> laid(List<? extends Item> items, Box area, double cell, double gap) {
    var boxes = new ArrayList<Box>();
    double x = area.x();
    double y = area.y();
    double line = 0;
    for (var item : items) {
      var size = item.size(cell);
      if (x > area.x() && x + size.width() > area.right()) {
        x = area.x();
        y += line + gap;
        line = 0;
      }
      boxes.add(new Box(x, y, size.width(), size.height()));
      line = Math.max(line, size.height());
      x += size.width() + gap;
    }
    return boxes;
  }
}
