package dev.stepwise.view.page;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Paragraph;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.formula.FormulaLayout;
import dev.stepwise.formula.Formulas;
import java.util.List;

/// Draws what a step says, from the top of a column downwards; what has no room is left out, the
/// listing first.
final class WordsPainter {
  private static final double LEAST = 0.7;
  private static final double STEP = 0.05;
  private static final double PADDING = 12; // of the card of formulas

  /// Rows of a table that are worth its head.
  private static final int ROWS = 3;

  private final Surface surface;
  private final Box box;
  private Look look;
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
    fit(narration);
    title(narration).draw(surface, box.x(), y);
    y += title(narration).height() + look.px(4);
    caption(narration).draw(surface, box.x(), y);
    y += caption(narration).height() + look.px(12);
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

  /// Makes all smaller until the formulas and the beginning of the table have room: what a step
  /// says is left out last of all.
  private void fit(Narration narration) {
    var wanted = look;
    for (double share = 1;
        share - STEP > LEAST - STEP / 2 && height(narration) > box.bottom() - y; ) {
      share -= STEP;
      look = new Look(wanted.palette(), wanted.scale() * share, wanted.density());
    }
  }

  private double height(Narration narration) {
    double height = title(narration).height() + caption(narration).height() + look.px(16);
    if (!narration.formulas().isEmpty()) {
      height += layout(narration.formulas()).height() + look.px(2 * PADDING + 12);
    }
    int rows = Math.min(ROWS, narration.table().rows().size());
    return rows == 0 ? height : height + (rows + 1) * TablePainter.ROW * tableSize();
  }

  private Paragraph title(Narration narration) {
    var type = new Type(Type.Face.BOLD, look.px(large ? 28 : 20), look.palette().text());
    return Paragraph.of(surface, narration.title(), type, box.width());
  }

  private Paragraph caption(Narration narration) {
    var colour = large ? look.palette().muted() : look.palette().text();
    var type = new Type(Type.Face.REGULAR, look.px(large ? 18 : 14), colour);
    return Paragraph.of(surface, narration.caption(), type, box.width());
  }

  private FormulaLayout layout(List<String> sources) {
    double room = box.width() - 2 * look.px(PADDING);
    return FormulaLayout.of(formulas, sources, room, look.px(large ? 22 : 17));
  }

  private double tableSize() {
    return look.px(large ? 17 : 13);
  }

  private void formulas(List<String> sources) {
    if (sources.isEmpty()) {
      return;
    }
    double padding = look.px(PADDING);
    var layout = layout(sources);
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
    var room = new Box(box.x(), y, box.width(), box.bottom() - y);
    y = new TablePainter(surface, look, table, room, tableSize()).draw() + look.px(10);
  }
}
