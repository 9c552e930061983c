package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import java.util.List;
import java.util.function.Function;

/// Words with a number and a bar each, to the right of zero or to the left; in as many columns as
/// there is room for.
record SignedBars(List<Bar> bars) {
  private static final double ROW = 21;
  private static final double COLUMN = 330;
  private static final double FIGURES = 60;
  private static final double BAR = 12;
  private static final double MOST_WORDS = 0.32;

  /// A bar.
  record Bar(String word, double value, String note, Element element) {}

  /// The parts of a row.
  private record Columns(double words, double notes, double largest, boolean signed) {}

  void draw(Sheet<CosineFrame> sheet, Box area) {
    var pen = sheet.pen();
    int perColumn = Rows.fitting(area, pen.px(ROW));
    int wanted = (bars.size() + perColumn - 1) / perColumn;
    int count = Math.clamp(wanted, 1, Math.max(1, (int) (area.width() / pen.px(COLUMN))));
    double width = area.width() / count;
    var columns =
        new Columns(
            Math.min(width * MOST_WORDS, widest(pen, Role.BODY, Bar::word)),
            widest(pen, Role.LABEL, Bar::note),
            bars.stream().mapToDouble(bar -> Math.abs(bar.value())).max().orElse(1),
            bars.stream().anyMatch(bar -> bar.value() < 0));
    for (int i = 0; i < Math.min(bars.size(), perColumn * count); i++) {
      int place = i / perColumn;
      double left = area.x() + place * width;
      var column = new Box(left, area.y(), width - pen.px(Space.WIDE), area.height());
      draw(
          sheet, bars.get(i), new Rows(column, perColumn, pen.px(ROW)).row(i % perColumn), columns);
    }
  }

  private double widest(Pen pen, Role role, Function<Bar, String> text) {
    return bars.stream().map(text).mapToDouble(each -> pen.width(each, role)).max().orElse(0);
  }

  private static void draw(Sheet<CosineFrame> sheet, Bar bar, Box row, Columns columns) {
    var pen = sheet.pen();
    var word = new Span(row.x(), columns.words());
    var figure = new Span(word.end(), pen.px(FIGURES));
    pen.write(bar.word(), word.of(row), pen.type(Role.BODY));
    pen.figure(Numbers.text(bar.value()), figure.of(row), pen.type(Role.VALUE).right());
    double end = row.right() - (columns.notes() > 0 ? columns.notes() + pen.px(Space.SMALL) : 0);
    var length = Span.between(figure.end() + pen.px(Space.GAP), end);
    double zero = length.x() + (columns.signed() ? length.width() / 2 : 0);
    double reach = (columns.signed() ? length.width() / 2 : length.width()) / columns.largest();
    double tip = zero + bar.value() * reach;
    var thick =
        new Box(
            Math.min(zero, tip),
            row.centreY() - pen.px(BAR) / 2,
            Math.max(1, Math.abs(tip - zero)),
            pen.px(BAR));
    var colour = pen.palette().category(bar.value() < 0 ? 0 : 4);
    pen.surface().rectangle(thick, pen.px(Space.LINE), Ink.filled(colour));
    pen.write(bar.note(), row, pen.type(Role.LABEL).right());
    var place = row.inset(pen.px(Space.LINE), 0, pen.px(Space.LINE), 0);
    sheet.spots().add(bar.element(), place, bar.word() + " " + Numbers.text(bar.value()));
  }
}
