package dev.stepwise.view.page;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.formula.FormulaLayout;
import dev.stepwise.formula.Formulas;
import java.util.List;

/// Draws what a step says, from the top of a column downwards; what has no room is left out, the
/// listing first.
final class WordsPainter {
  private final Surface surface;
  private final Box box;
  private final Look look;
  private final Formulas formulas;
  private final boolean large;
  private double y;

  WordsPainter(Surface surface, Box box, Look look, Formulas formulas) {
    this.surface = surface;
    this.box = box;
    this.look = look;
    this.formulas = formulas;
    this.large = look.density() == Look.Density.PRESENT;
    this.y = box.y();
  }

  void paint(Page<?> page) {
    var narration = page.step().narration();
    crumbs(page.crumbs());
    paragraph(narration.title(), Type.Face.BOLD, large ? 28 : 20, look.px(4));
    paragraph(narration.caption(), Type.Face.REGULAR, large ? 18 : 14, look.px(12));
    formulas(narration.formulas());
    table(narration.table());
    if (!large && !page.listing().lines().isEmpty()) {
      var room = new Box(box.x(), y + look.px(6), box.width(), box.bottom() - y - look.px(26));
      ListingPainter.draw(
          surface, room, page.listing().lines(), page.listing().line(page.step().anchor()), look);
    }
  }

  private void crumbs(List<String> crumbs) {
    double size = look.px(large ? 16 : 12.5);
    var plain = new Type(Type.Face.REGULAR, size, look.palette().muted());
    var last = new Type(Type.Face.MEDIUM, size, look.palette().accent());
    double x = box.x();
    double baseline = y + size;
    for (int i = 0; i < crumbs.size(); i++) {
      boolean isLast = i == crumbs.size() - 1;
      String text = isLast ? crumbs.get(i) : crumbs.get(i) + "  ›  ";
      var type = isLast ? last : plain;
      double width = surface.textWidth(text, type);
      if (x + width > box.right() && x > box.x()) {
        x = box.x();
        baseline += size * 1.5;
      }
      surface.text(text, x, baseline, type);
      x += width;
    }
    y = baseline + look.px(large ? 14 : 10);
  }

  private void paragraph(String text, Type.Face face, double size, double after) {
    var colour = face == Type.Face.BOLD ? look.palette().text() : look.palette().muted();
    var type =
        new Type(
            face, look.px(size), large || face == Type.Face.BOLD ? colour : look.palette().text());
    var paragraph = Paragraph.of(surface, text, type, box.width());
    paragraph.draw(surface, box.x(), y);
    y += paragraph.height() + after;
  }

  private void formulas(List<String> sources) {
    if (sources.isEmpty()) {
      return;
    }
    double padding = look.px(12);
    double size = look.px(large ? 22 : 17);
    var layout = FormulaLayout.of(formulas, sources, box.width() - 2 * padding, size);
    double height = layout.height() + 2 * padding;
    if (y + height > box.bottom()) {
      return;
    }
    surface.rectangle(
        new Box(box.x(), y, box.width(), height),
        look.px(6),
        Ink.filled(look.palette().raised()).withStroke(look.palette().faint(), 1));
    for (var line : layout.lines()) {
      line.formula()
          .draw(
              surface,
              box.x() + padding + line.x(),
              y + padding + line.baseline(),
              line.size(),
              look.palette().text());
    }
    y += height + look.px(12);
  }

  private void table(Narration.Table table) {
    if (table.head().isEmpty()) {
      return;
    }
    double size = look.px(large ? 17 : 13);
    var room = new Box(box.x(), y, box.width(), box.bottom() - y);
    y = new TablePainter(surface, look, table, room, size).draw() + look.px(10);
  }
}
