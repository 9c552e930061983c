package dev.stepwise.view.page;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Paragraph;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.formula.FormulaLayout;
import dev.stepwise.formula.Formulas;
import java.util.List;

/// Draws what a step says, from the top of a column downwards; what has no room is left out, the
/// listing first.
final class WordsPainter {
  private static final double LEAST = 0.7;
  private static final double STEP = 0.05;
  private static final double FORMULA = 15.2;

  /// How much larger than the title of a picture that of a step is.
  private static final double TITLE = 1.3;

  /// What is left free below a listing, for the heading of the page.
  private static final double BELOW = 24;

  /// Rows of a table that are worth its head.
  private static final int ROWS = 3;

  private final Box box;
  private final Formulas formulas;
  private Pen pen;
  private double y;

  WordsPainter(Pen pen, Box box, Formulas formulas) {
    this.pen = pen;
    this.box = box;
    this.formulas = formulas;
    this.y = box.y();
  }

  /// @param listing its lines; none where it is not to be shown
  void paint(Page<?> page, List<String> listing) {
    var narration = page.step().narration();
    crumbs(page.crumbs());
    fit(narration);
    y = title(narration).draw(pen, box.x(), y) + pen.px(Space.TIGHT);
    y = caption(narration).draw(pen, box.x(), y) + pen.px(Space.GAP);
    formulas(narration.formulas());
    if (!narration.table().head().isEmpty()) {
      y = new TablePainter(pen, narration.table(), rest()).draw() + pen.px(Space.SMALL);
    }
    if (!listing.isEmpty()) {
      var room = rest().inset(pen.px(Space.TIGHT), 0, pen.px(BELOW), 0);
      ListingPainter.draw(pen, room, listing, page.listing().line(page.step().anchor()));
    }
  }

  private Box rest() {
    return box.inset(y - box.y(), 0, 0, 0);
  }

  private void crumbs(List<String> crumbs) {
    var plain = pen.type(Role.NOTE);
    var last = plain.bold().coloured(pen.palette().accent());
    double x = box.x();
    double baseline = y + plain.size();
    for (int i = 0; i < crumbs.size(); i++) {
      boolean isLast = i == crumbs.size() - 1;
      String text = isLast ? crumbs.get(i) : crumbs.get(i) + "  ›  ";
      var type = isLast ? last : plain;
      double width = pen.width(text, type);
      if (x + width > box.right() && x > box.x()) {
        x = box.x();
        baseline += plain.size() * 1.5;
      }
      pen.write(text, x, baseline, box.right() - x, type);
      x += width;
    }
    y = baseline + pen.px(Space.SMALL);
  }

  /// Makes all smaller until the formulas and the beginning of the table have room: what a step
  /// says is left out last of all.
  private void fit(Narration narration) {
    var wanted = pen;
    for (double share = 1;
        share - STEP > LEAST - STEP / 2 && height(narration) > box.bottom() - y; ) {
      share -= STEP;
      pen = wanted.scaled(share);
    }
  }

  private double height(Narration narration) {
    double height = title(narration).height() + pen.px(Space.TIGHT);
    height += caption(narration).height() + pen.px(Space.GAP);
    if (!narration.formulas().isEmpty()) {
      height += layout(narration.formulas()).height() + 3 * pen.px(Space.GAP);
    }
    int rows = Math.min(ROWS, narration.table().rows().size());
    return rows == 0 ? height : height + TablePainter.height(pen, rows);
  }

  private Paragraph title(Narration narration) {
    return Paragraph.of(pen, narration.title(), pen.type(Role.TITLE).sized(TITLE), box.width());
  }

  private Paragraph caption(Narration narration) {
    return Paragraph.of(pen, narration.caption(), pen.type(Role.BODY), box.width());
  }

  private FormulaLayout layout(List<String> sources) {
    double room = box.width() - 2 * pen.px(Space.GAP);
    return FormulaLayout.of(formulas, sources, room, pen.px(FORMULA));
  }

  private void formulas(List<String> sources) {
    if (sources.isEmpty()) {
      return;
    }
    double padding = pen.px(Space.GAP);
    var layout = layout(sources);
    double height = layout.height() + 2 * padding;
    if (y + height > box.bottom()) {
      return;
    }
    pen.card(new Box(box.x(), y, box.width(), height));
    var colour = pen.palette().text();
    for (var line : layout.lines()) {
      double x = box.x() + padding + line.x();
      double baseline = y + padding + line.baseline();
      line.formula().draw(pen.surface(), x, baseline, line.size(), colour);
    }
    y += height + pen.px(Space.GAP);
  }
}
