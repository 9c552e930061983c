package dev.stepwise.view.plain;

import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import java.util.ArrayList;
import java.util.List;

/// Panels in lines from left to right, with cells as large as the area allows.
///
/// @param boxes where the cells of each panel are, in the panels' order
record PanelFlow(List<Box> boxes) {
  private static final double LARGEST = 110;
  private static final double SMALLEST = 1;
  private static final double GAP = 28;
  private static final double HEADING = 26;

  static PanelFlow of(List<Panel> panels, Surface surface, Box area, Look look) {
    double size = look.px(LARGEST);
    var flow = laid(panels, surface, area, look, size);
    while (size > SMALLEST && bottom(flow) > area.bottom()) {
      size = Math.max(SMALLEST, size * 0.92);
      flow = laid(panels, surface, area, look, size);
    }
    return new PanelFlow(flow);
  }

  private static double bottom(List<Box> boxes) {
    return boxes.stream().mapToDouble(Box::bottom).max().orElse(0);
  }

  private static List<Box> laid(
      List<Panel> panels, Surface surface, Box area, Look look, double size) {
    var heading = new Type(Type.Face.BOLD, look.text(13), look.palette().text());
    var boxes = new ArrayList<Box>();
    double x = area.x();
    double y = area.y();
    double lineHeight = 0;
    for (var panel : panels) {
      double width = Math.min(panel.columns() * size, area.width());
      double height = panel.rows() * size * (width / (panel.columns() * size));
      double wide = Math.max(width, surface.textWidth(panel.title(), heading));
      if (!panel.hasCells()) {
        height = look.px(22);
        wide = Math.max(wide, surface.textWidth(panel.text(), heading));
      }
      if (x > area.x() && x + wide > area.right()) {
        x = area.x();
        y += lineHeight + look.px(GAP);
        lineHeight = 0;
      }
      boxes.add(new Box(x, y + look.px(HEADING), width, height));
      lineHeight = Math.max(lineHeight, look.px(HEADING) + height);
      x += wide + look.px(GAP);
    }
    return boxes;
  }
}
