package dev.stepwise.draw;

import dev.stepwise.compute.run.Numbers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/// One or several series of numbers as lines over their index. Numbers that are not finite are
/// gaps; on a logarithmic axis so are those that are not positive. A series of a million numbers is
/// thinned to the least and the greatest of each pixel column, so that no peak is lost.
///
/// @param axes what the axes mean
/// @param kind how the values are spread along the y axis
/// @param lastX the x axis reaches at least so far, so that it holds still while a series grows
/// @param series in the order in which they are drawn
public record LineChart(Axes axes, Scale.Kind kind, double lastX, List<Series> series) {
  private static final double DOT = 2.4;
  private static final double CURRENT = 4.5;
  private static final double REACH = 5;

  /// How far from its dot a value is written.
  private static final double APART = 9;

  /// How far apart the names of series are.
  private static final double NAME = 16;

  private static final double MARGIN = 0.08;
  private static final int MOST_DOTS = 40;

  /// A label is kept clear of so many values on each side.
  private static final int NEIGHBOURS = 12;

  /// A series. The array is shared and never written to.
  ///
  /// @param name shown beside its end if there are several series; may be empty
  /// @param firstX the x of the first value; the next ones follow at a distance of 1
  /// @param current the index of the value to be marked, or -1
  /// @param label what to write at the marked value; may be empty
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Series(
      String name, Color colour, double firstX, double[] values, int current, String label) {}

  /// Copies the list.
  public LineChart {
    series = List.copyOf(series);
  }

  /// The plot's frame in an area.
  public PlotFrame frame(Box area, Look look) {
    double first = series.stream().mapToDouble(Series::firstX).min().orElse(0);
    double last =
        series.stream().mapToDouble(s -> s.firstX + s.values.length - 1).max().orElse(first);
    var values = series.stream().flatMapToDouble(s -> Arrays.stream(s.values)).toArray();
    return new PlotFrame(
        axes.inside(area, look),
        new WholeScale(first, Math.max(last, lastX)),
        Scale.over(kind, values, MARGIN));
  }

  /// Draws the chart with its axes.
  public void draw(Surface surface, Box area, Look look) {
    var frame = frame(area, look);
    cited()
        .ifPresentOrElse(
            cited -> axes.draw(surface, frame, look, cited), () -> axes.draw(surface, frame, look));
    for (var each : series) {
      new LineTrace(each.values, each.firstX)
          .draw(surface, frame, new Ink.Stroke(each.colour, look.px(Space.LINE)));
      drawDots(surface, frame, look, each);
    }
    // Marks and words come last, above all lines.
    series.forEach(each -> drawCurrent(surface, frame, look, each));
    if (series.size() > 1 && look.speaks()) {
      drawNames(surface, frame, look);
    }
  }

  /// The x of the first value that is marked: the one that a text speaks of.
  private Optional<Axes.Cited> cited() {
    return series.stream()
        .filter(each -> each.current >= 0 && each.current < each.values.length)
        .mapToDouble(each -> each.firstX + each.current)
        .mapToObj(x -> new Axes.Cited(x, Numbers.text(x)))
        .findFirst();
  }

  /// Draws the chart and notes where the values of its first series are: the value that is nearest
  /// in x is hit anywhere in the plot.
  ///
  /// @param spots what each value of the first series stands for, by index
  public void draw(Surface surface, Box area, Look look, Hits hits, IntFunction<Spot> spots) {
    draw(surface, area, look);
    if (!series.isEmpty()) {
      hits.add(new ValueLookup(series.getFirst(), frame(area, look), look.px(REACH), spots));
    }
  }

  private static void drawDots(Surface surface, PlotFrame frame, Look look, Series series) {
    if (series.values.length > MOST_DOTS) {
      return;
    }
    for (int i = 0; i < series.values.length; i++) {
      double y = frame.pixelY(series.values[i]);
      if (!Double.isNaN(y)) {
        surface.circle(frame.pixelX(series.firstX + i), y, look.px(DOT), Ink.filled(series.colour));
      }
    }
  }

  private static void drawCurrent(Surface surface, PlotFrame frame, Look look, Series series) {
    int i = series.current;
    if (i < 0 || i >= series.values.length || Double.isNaN(frame.pixelY(series.values[i]))) {
      return;
    }
    double x = frame.pixelX(series.firstX + i);
    double y = frame.pixelY(series.values[i]);
    var background = look.palette().background();
    surface.circle(
        x,
        y,
        look.px(CURRENT),
        Ink.filled(series.colour).withStroke(background, look.px(Space.LINE)));
    if (series.label.isEmpty() || !look.speaks()) {
      return;
    }
    var type = Role.DETAIL.in(look).bold().coloured(look.palette().text());
    double width = surface.textWidth(series.label, type);
    var box = frame.box();
    var place = labelPlace(box, width, type.size(), x, y, look, path(series, i, frame));
    double left = place.x();
    double baseline = place.bottom() - 0.3 * type.size();
    var plate = place.inset(-look.px(Space.LINE));
    surface.rectangle(plate, look.px(Space.TIGHT), Ink.filled(Pen.faded(background, 0.85)));
    surface.text(series.label, left, baseline, type);
  }

  /// Where a label covers the least of its line: above the dot where it can be, else beside it or
  /// below; never over the plot's edges.
  private static Box labelPlace(
      Box plot, double width, double size, double x, double y, Look look, Corner.Path line) {
    double height = 1.3 * size;
    double gap = look.px(APART);
    var above = new Box(x - width / 2, y - gap - height, width, height);
    var below = new Box(x - width / 2, y + gap, width, height);
    var right = new Box(x + gap, y - gap - height / 2, width, height);
    var left = new Box(x - gap - width, y - gap - height / 2, width, height);
    var higher = new Box(above.x(), above.y() - 2 * gap, width, height);
    return Stream.of(above, right, left, below, higher)
        .map(place -> place.within(plot))
        .min(
            Comparator.comparingLong(
                place -> line.within(place) + (place.contains(x, y) ? 1_000 : 0)))
        .orElse(above);
  }

  /// A series around one of its values.
  private static Corner.Path path(Series series, int around, PlotFrame frame) {
    int first = Math.max(0, around - NEIGHBOURS);
    int last = Math.min(series.values.length - 1, around + NEIGHBOURS);
    return new Corner.Path(
        IntStream.rangeClosed(first, last)
            .mapToDouble(at -> frame.pixelX(series.firstX + at))
            .toArray(),
        IntStream.rangeClosed(first, last)
            .mapToDouble(at -> frame.pixelY(series.values[at]))
            .toArray());
  }

  /// Names the series in their colours, one below the other: at the top right, or if all values are
  /// there and so nothing moves, in the corner that they leave free.
  private void drawNames(Surface surface, PlotFrame frame, Look look) {
    var type = Role.NOTE.in(look).bold();
    double width =
        series.stream().mapToDouble(each -> surface.textWidth(each.name, type)).max().orElse(0)
            + look.px(Space.SMALL);
    double height = series.size() * look.px(NAME) + look.px(Space.TIGHT);
    boolean grows = series.stream().anyMatch(each -> each.firstX + each.values.length - 1 < lastX);
    var corner =
        grows
            ? Corner.TOP_RIGHT
            : Corner.free(
                frame.box(),
                width,
                height,
                Corner.TOP_RIGHT,
                series.stream().map(each -> path(each, frame)).toList());
    var box = corner.in(frame.box(), width, height);
    double baseline = box.y() + look.px(Space.GAP);
    for (var each : series) {
      var own = type.coloured(each.colour);
      if (corner.isRight()) {
        surface.text(each.name, box.right() - look.px(Space.TIGHT), baseline, own.right());
      } else {
        surface.text(each.name, box.x() + look.px(Space.TIGHT), baseline, own);
      }
      baseline += look.px(NAME);
    }
  }

  /// A series in so many places that a corner can tell whether it is crossed.
  private static Corner.Path path(Series series, PlotFrame frame) {
    int places = Math.min(series.values.length, 200);
    var xs = new double[places];
    var ys = new double[places];
    for (int i = 0; i < places; i++) {
      int at = (int) ((long) i * (series.values.length - 1) / Math.max(1, places - 1));
      xs[i] = frame.pixelX(series.firstX + at);
      ys[i] = frame.pixelY(series.values[at]);
    }
    return new Corner.Path(xs, ys);
  }

  private record ValueLookup(Series series, PlotFrame frame, double radius, IntFunction<Spot> spots)
      implements Hits.Lookup {

    @Override
    public Optional<Hits.Hit> at(double x, double y) {
      if (series.values.length == 0 || !frame.box().inset(-radius).contains(x, y)) {
        return Optional.empty();
      }
      long nearest = Math.round(frame.dataX(x) - series.firstX);
      return hit(Math.clamp(nearest, 0, series.values.length - 1));
    }

    @Override
    public Optional<Hits.Hit> of(Element element) {
      return IntStream.range(0, series.values.length)
          .filter(i -> spots.apply(i).element().equals(element))
          .boxed()
          .findFirst()
          .flatMap(this::hit);
    }

    private Optional<Hits.Hit> hit(int index) {
      double x = frame.pixelX(series.firstX + index);
      double y = frame.pixelY(series.values[index]);
      if (Double.isNaN(y)) {
        return Optional.empty();
      }
      var spot = spots.apply(index);
      var dot = new Box(x - radius, y - radius, 2 * radius, 2 * radius);
      return Optional.of(new Hits.Hit(spot.element(), dot, spot.description()));
    }
  }
}
