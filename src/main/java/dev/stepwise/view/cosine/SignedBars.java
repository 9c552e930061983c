package dev.stepwise.view.cosine;

import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import java.util.List;

/// Words with a number and a bar each, to the right of zero or to the left; in as many columns as
/// there is room for.
record SignedBars(List<Bar> bars) {
  private static final double ROW = 21;
  private static final double COLUMN = 330;

  /// A bar.
  record Bar(String word, double value, String note, Element element) {}

  void draw(Surface surface, Box area, Look look, Hits hits) {
    double row = look.px(ROW);
    int perColumn = Math.max(1, (int) (area.height() / row));
    int wanted = (bars.size() + perColumn - 1) / perColumn;
    int columns = Math.clamp(wanted, 1, Math.max(1, (int) (area.width() / look.px(COLUMN))));
    double width = area.width() / columns;
    double largest = bars.stream().mapToDouble(bar -> Math.abs(bar.value())).max().orElse(1);
    boolean signed = bars.stream().anyMatch(bar -> bar.value() < 0);
    var word = new Type(Type.Face.MEDIUM, look.px(12.5), look.palette().text());
    double words =
        Math.min(
            width * 0.32,
            bars.stream().mapToDouble(bar -> surface.textWidth(bar.word(), word)).max().orElse(0));
    for (int i = 0; i < Math.min(bars.size(), perColumn * columns); i++) {
      var bar = bars.get(i);
      int column = i / perColumn;
      var box =
          new Box(
              area.x() + column * width,
              area.y() + (i % perColumn) * row,
              width - look.px(18),
              row);
      double baseline = box.centreY() + look.px(4.5);
      Written.draw(surface, bar.word(), box.x(), baseline, word, words);
      double figures = box.x() + words + look.px(60);
      surface.text(
          Numbers.text(bar.value()),
          figures,
          baseline,
          new Type(Type.Face.MONO, look.px(12), look.palette().text()).aligned(Type.Align.RIGHT));
      var note = new Type(Type.Face.REGULAR, look.px(11), look.palette().muted());
      double notes = surface.textWidth(bar.note(), note);
      double left = figures + look.px(10);
      double length = Math.max(0, box.right() - left - (notes > 0 ? notes + look.px(8) : 0));
      double zero = signed ? left + length / 2 : left;
      double end = zero + bar.value() / largest * (signed ? length / 2 : length);
      var colour = look.palette().category(bar.value() < 0 ? 0 : 4);
      surface.rectangle(
          new Box(
              Math.min(zero, end),
              box.centreY() - look.px(6),
              Math.max(1, Math.abs(end - zero)),
              look.px(12)),
          look.px(2),
          Ink.filled(colour));
      if (notes > 0) {
        surface.text(bar.note(), box.right(), baseline, note.aligned(Type.Align.RIGHT));
      }
      hits.add(bar.element(), box, bar.word() + " " + Numbers.text(bar.value()));
    }
  }
}
