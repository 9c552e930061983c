package dev.stepwise.view.page;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.FormulaLayout;
import dev.stepwise.view.marks.Formulas;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
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
    if (!large && !page.listing().isEmpty()) {
      var room = new Box(box.x(), y + look.px(6), box.width(), box.bottom() - y - look.px(26));
      ListingPainter.draw(surface, room, page.listing(), page.step().line(), look);
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
    double row = size * 1.75;
    int fitting = Math.min(table.rows().size(), (int) ((box.bottom() - y) / row) - 1);
    if (fitting < 1) {
      return;
    }
    double column = box.width() / table.head().size();
    var head = new Type(Type.Face.REGULAR, size * 0.92, look.palette().muted());
    row(table.head(), head, column, size, row);
    for (int i = 0; i < fitting; i++) {
      boolean cut = i == fitting - 1 && fitting < table.rows().size();
      if (cut) {
        row(List.of("and %d more".formatted(table.rows().size() - i)), head, column, size, row);
        return;
      }
      var face = i == table.telling() ? Type.Face.MONO_BOLD : Type.Face.MONO;
      row(table.rows().get(i), new Type(face, size, look.palette().text()), column, size, row);
    }
    y += look.px(10);
  }

  private void row(List<String> cells, Type type, double column, double size, double height) {
    for (int i = 0; i < cells.size(); i++) {
      surface.text(cells.get(i), box.x() + i * column, y + size * 1.2, type);
    }
    surface.line(
        box.x(), y + height, box.right(), y + height, new Ink.Stroke(look.palette().faint(), 1));
    y += height;
  }
}
