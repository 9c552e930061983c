package dev.stepwise.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Horizontal bars, one below the other: a marker, a label, the value in figures, the bar, a note.
/// The columns keep their places from step to step.
///
/// @param bars from top to bottom
/// @param maximum the value of a full bar; 0 for the greatest value here
public record BarsMark(List<Bar> bars, double maximum) {
  /// The category of a bar that has none.
  public static final int NONE = -1;

  private static final double TALLEST = 27;
  private static final double SHORTEST = 14;
  private static final double THICKEST = 16;

  /// A bar.
  ///
  /// @param value its length; negative and not finite values have no bar
  /// @param text the value as it is written
  /// @param category gives colour and marker; [#NONE] for the accent colour and no marker
  /// @param note what to say at its end, such as `nearest`; may be empty
  public record Bar(
      String label, double value, String text, int category, String note, Emphasis emphasis) {}

  /// How much a bar stands out.
  public enum Emphasis {
    PLAIN,
    /// The bar that decides.
    TELLING,
    /// A bar that matters less.
    FADED
  }

  /// Copies the list.
  public BarsMark {
    bars = List.copyOf(bars);
  }

  /// The rows of the bars that fit, from the top.
  public List<Box> rows(Box area, Look look) {
    int fitting = Math.min(bars.size(), (int) (area.height() / look.px(SHORTEST)));
    double height = Math.min(look.px(TALLEST), area.height() / Math.max(1, fitting));
    var rows = new ArrayList<Box>();
    for (int i = 0; i < fitting; i++) {
      rows.add(new Box(area.x(), area.y() + i * height, area.width(), height));
    }
    return rows;
  }

  /// Draws the bars.
  public void draw(Surface surface, Box area, Look look) {
    var rows = rows(area, look);
    if (rows.isEmpty()) {
      return;
    }
    var columns = Columns.of(this, surface, area, look, rows.getFirst().height());
    for (int i = 0; i < rows.size(); i++) {
      var bar = bars.get(i);
      var row = rows.get(i);
      boolean last = i == rows.size() - 1 && rows.size() < bars.size();
      if (last) {
        var more = "and %d more".formatted(bars.size() - i);
        surface.text(more, area.x(), columns.baseline(row), columns.words(look));
      } else if (bar.emphasis() == Emphasis.FADED) {
        surface.faded(0.45, () -> columns.draw(surface, row, look, bar));
      } else {
        columns.draw(surface, row, look, bar);
      }
    }
  }

  /// Draws the bars and notes where their rows are.
  ///
  /// @param spots what each bar stands for, by index
  public void draw(Surface surface, Box area, Look look, Hits hits, IntFunction<Spot> spots) {
    draw(surface, area, look);
    var rows = rows(area, look);
    for (int i = 0; i < rows.size(); i++) {
      var spot = spots.apply(i);
      hits.add(spot.element(), rows.get(i), spot.description());
    }
  }

  /// Where the columns are.
  ///
  /// @param size of the text in pixels
  /// @param figures where the values end
  /// @param start where the bars begin
  /// @param length of a full bar
  private record Columns(
      double size, double label, double figures, double start, double length, double maximum) {

    static Columns of(BarsMark mark, Surface surface, Box area, Look look, double rowHeight) {
      double size = Math.min(Role.VALUE.in(look).size(), rowHeight * 0.72);
      var words = Role.BODY.in(look).bold().at(size);
      var figures = Role.TELLING.in(look).at(size);
      boolean marked = mark.bars.stream().anyMatch(bar -> bar.category() != NONE);
      double label = area.x() + (marked ? size * 1.5 : 0);
      double labels = widest(mark.bars.stream().map(Bar::label).toList(), surface, words);
      double texts = widest(mark.bars.stream().map(Bar::text).toList(), surface, figures);
      double notes = widest(mark.bars.stream().map(Bar::note).toList(), surface, words);
      double end = label + labels + (labels > 0 ? size * 0.8 : 0) + texts;
      double start = end + size * 0.8;
      double length = area.right() - start - (notes > 0 ? notes + size * 0.6 : 0);
      double maximum =
          mark.maximum > 0
              ? mark.maximum
              : mark.bars.stream().mapToDouble(Bar::value).filter(Double::isFinite).max().orElse(1);
      return new Columns(size, label, end, start, Math.max(0, length), maximum);
    }

    private static double widest(List<String> texts, Surface surface, Type type) {
      return texts.stream().mapToDouble(text -> surface.textWidth(text, type)).max().orElse(0);
    }

    double baseline(Box row) {
      return row.centreY() + size * 0.36;
    }

    Type words(Look look) {
      return Role.NOTE.in(look).at(size);
    }

    void draw(Surface surface, Box row, Look look, Bar bar) {
      var palette = look.palette();
      boolean telling = bar.emphasis() == Emphasis.TELLING;
      var colour = bar.category() == NONE ? palette.accent() : palette.category(bar.category());
      double baseline = baseline(row);
      if (bar.category() != NONE) {
        MarkerShape.of(bar.category())
            .draw(surface, row.x() + size * 0.5, row.centreY(), size * 0.42, Ink.filled(colour));
      }
      var plain = Role.BODY.in(look).at(size);
      var word = telling ? plain.bold() : plain;
      surface.text(bar.label(), label, baseline, word);
      var figure = (telling ? Role.TELLING : Role.VALUE).in(look).at(size).right();
      surface.text(bar.text(), figures, baseline, figure);
      double end = start;
      if (bar.value() > 0 && Double.isFinite(bar.value()) && maximum > 0) {
        double height = Math.min(row.height() * 0.62, look.px(THICKEST));
        double width = Math.max(1, Math.min(1, bar.value() / maximum) * length);
        var box = new Box(start, row.centreY() - height / 2, width, height);
        surface.rectangle(box, Math.min(look.px(Space.LINE), width / 2), Ink.filled(colour));
        end = box.right();
      }
      surface.text(bar.note(), end + size * 0.5, baseline, word);
    }
  }
}
