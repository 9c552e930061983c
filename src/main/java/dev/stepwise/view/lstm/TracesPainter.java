package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.lstm.LstmElement.OfInput;
import dev.stepwise.view.lstm.LstmElement.OfTime;
import dev.stepwise.view.lstm.LstmElement.OfValue;
import dev.stepwise.view.lstm.TracesLayout.Row;
import java.util.Optional;
import java.util.OptionalInt;

/// Draws what the gates and states did over time: for each a strip of all units and the course of
/// the unit that is looked at, with a cursor at the step's time.
final class TracesPainter {
  private static final double LABELS = 112;
  private static final double VALUES = 76;

  private final Surface surface;
  private final Scene scene;
  private final Look look;
  private final Box area;
  private final StripCache cache;
  private final TracesLayout layout;
  private final TimeAxis axis;
  private final boolean thumbnail;

  TracesPainter(Surface surface, Scene scene, Box area, StripCache cache) {
    this.surface = surface;
    this.scene = scene;
    this.look = scene.look();
    this.area = area;
    this.cache = cache;
    this.thumbnail = look.density() == Look.Density.THUMBNAIL;
    var problem = scene.time().problem();
    this.layout = TracesLayout.of(problem.cell(), problem.hidden(), problem.inputs(), area, look);
    double left = thumbnail ? 0 : look.px(LABELS);
    double right = thumbnail ? 0 : look.px(VALUES);
    this.axis =
        TimeAxis.of(
            area.x() + left,
            area.width() - left - right,
            scene.shown().viewport("time"),
            problem.x().length);
  }

  void paint() {
    input();
    for (var row : layout.rows()) {
      strip(row);
      row.plot().ifPresent(box -> plot(row, box));
      if (!thumbnail) {
        new RowLabels(surface, scene, axis).draw(row);
      }
    }
    if (!thumbnail) {
      new TimeLabels(surface, scene, axis, layout).draw(area);
      noteHits();
    }
    cursor();
  }

  private void input() {
    var problem = scene.time().problem();
    var box = layout.input();
    double furthest = 0;
    for (double number : scene.time().x()) {
      furthest = Math.max(furthest, Math.abs(number));
    }
    var scale = new ColourScale(ColourMap.diverging(look.palette()), inputScale());
    var pixels = cache.input(problem, scene.time().history(), axis, (int) box.height(), scale);
    surface.pixels(pixels, axis.left(), box.y());
    cover(scene.time().t() + 1, box, 0.55);
    if (!thumbnail) {
      new RowLabels(surface, scene, axis).input(box);
    }
  }

  /// Inputs of a few units' size; larger ones have the colour of the ends.
  private static LinearScale inputScale() {
    return new LinearScale(-1.5, 1.5);
  }

  private void strip(Row row) {
    var quantity = row.quantity();
    var box = row.strip();
    int complete = scene.frame().knownSteps(quantity, scene.time().hidden() - 1);
    var pixels =
        cache.strip(
            scene.time().history(),
            quantity,
            axis,
            (int) box.height(),
            scene.scale(quantity),
            scene.time().t() + 1);
    surface.pixels(pixels, axis.left(), box.y());
    int known = scene.frame().known(quantity);
    if (complete <= scene.time().t()) {
      hideUnknownUnits(box, known);
    }
    cover(scene.time().t() + 1, box, 1);
    if (!thumbnail) {
      saturation(row, known);
      lights(row);
    }
  }

  /// The units of the current time step that no step has computed yet.
  private void hideUnknownUnits(Box box, int known) {
    double top = Math.ceil(box.height() * known / scene.time().hidden());
    var column = axis.column(scene.time().t(), 1, box.y() + top, box.height() - top);
    surface.rectangle(column, 0, Ink.filled(look.palette().background()));
    surface.rectangle(column, 0, Ink.filled(look.palette().raised()));
  }

  /// Hides the time steps from one on: nobody knows them yet.
  private void cover(int from, Box box, double opacity) {
    if (from >= axis.length()) {
      return;
    }
    var future = axis.column(from, axis.length() - from, box.y(), box.height());
    surface.faded(
        opacity,
        () -> {
          surface.rectangle(future, 0, Ink.filled(look.palette().background()));
          surface.rectangle(future, 0, Ink.filled(look.palette().raised()));
        });
  }

  /// Triangles on saturated cells, or dashes where cells are low.
  private void saturation(Row row, int known) {
    int hidden = scene.time().hidden();
    double cell = row.strip().height() / hidden;
    var sign = SaturationMark.sign(axis.step(), cell, look);
    if (row.quantity().range() != Quantity.Range.GATE || sign == SaturationMark.Sign.NONE) {
      return;
    }
    int last = Math.min(axis.last(), scene.time().t());
    for (int t = axis.first(); t <= last; t++) {
      double[] values = scene.time().history().moment(t).values(row.quantity());
      int units = t == scene.time().t() ? known : hidden;
      for (int unit = 0; unit < units; unit++) {
        double x = axis.middle(t);
        double y = row.strip().y() + (unit + 0.5) * cell;
        var colour = scene.scale(row.quantity()).textOn(values[unit]);
        SaturationMark.of(values[unit])
            .ifPresent(mark -> {
              if (sign == SaturationMark.Sign.TRIANGLE) {
                mark.draw(surface, x, y, Math.min(look.px(2.7), cell * 0.42), colour);
              } else {
                SaturationMark.dash(surface, x, y, axis.step(), cell, colour);
              }
            });
      }
    }
  }

  private void lights(Row row) {
    for (var element : scene.shown().lit()) {
      light(row, element);
    }
    scene.shown().picked().ifPresent(element -> light(row, element));
  }

  private void light(Row row, Element element) {
    if (element instanceof OfValue(var quantity, int t, int unit)
        && quantity == row.quantity()
        && scene.frame().knows(quantity, t, unit)) {
      ring(row, t, unit);
    }
  }

  private void ring(Row row, int t, int unit) {
    surface.rectangle(
        cell(row.strip(), t, unit, scene.time().hidden()),
        0,
        Ink.stroked(look.palette().accent(), look.px(2)));
  }

  private Box cell(Box strip, int t, int unit, int cells) {
    double top = Math.floor(strip.height() * unit / cells);
    double bottom = Math.ceil(strip.height() * (unit + 1) / cells);
    return axis.column(t, 1, strip.y() + top, bottom - top);
  }

  private void plot(Row row, Box box) {
    var inside = new Box(axis.left(), box.y(), axis.width(), box.height());
    if (row.bars()) {
      new MemoryBars(surface, scene, axis).draw(inside);
    } else {
      new UnitLine(surface, scene, axis).draw(row.quantity(), inside);
    }
  }

  /// The time of the step, and faintly the one under the pointer.
  private void cursor() {
    var palette = look.palette();
    double top = layout.top() - look.px(3);
    double height = layout.bottom() - top + look.px(3);
    pointedTime()
        .ifPresent(t -> {
          var column = axis.column(t, 1, top, height);
          surface.rectangle(column, 0, Ink.filled(palette.accent().deriveColor(0, 1, 1, 0.13)));
        });
    int t = scene.time().t();
    if (t < axis.first() || t > axis.last()) {
      return;
    }
    double shift = (cursorFrom(t) - t) * axis.step();
    var column = axis.column(t, 1, top, height);
    double width = Math.max(column.width(), look.px(2));
    surface.rectangle(
        new Box(column.x() + shift - look.px(1), top, width + look.px(1), height),
        look.px(3),
        Ink.stroked(palette.accent(), thumbnail ? 1.2 : look.px(2)));
  }

  /// Where the cursor is on its way to a time step, in time steps.
  private double cursorFrom(int t) {
    double progress = scene.shown().progress();
    return scene
        .before()
        .map(frame -> frame.time().t())
        .filter(earlier -> progress < 1 && Math.abs(earlier - t) == 1)
        .map(earlier -> earlier + progress * (t - earlier))
        .orElse((double) t);
  }

  private OptionalInt pointedTime() {
    int t =
        switch (scene.shown().pointed().orElse(null)) {
          case OfValue(_, int at, _) -> at;
          case OfInput(int at, _) -> at;
          case OfTime(int at) -> at;
          case null, default -> -1;
        };
    return t >= 0 && t < axis.length() ? OptionalInt.of(t) : OptionalInt.empty();
  }

  private void noteHits() {
    var hits = scene.shown().hits();
    var whole = new Box(axis.left(), layout.top(), axis.width(), area.bottom() - layout.top());
    hits.zoomable("time", whole);
    hits.track(whole, x -> new OfTime(axis.at(x)));
    hits.add(
        new GridLookup(
            whole, axis, 1, (t, _) -> Optional.of(new OfTime(t)), (_, _) -> Optional.empty()));
    hits.add(
        new GridLookup(
            layout.input(),
            axis,
            scene.time().problem().inputs(),
            (t, k) ->
                scene.frame().hasInput(t, k) ? Optional.of(new OfInput(t, k)) : Optional.empty(),
            (element, at) ->
                element instanceof OfInput(int t, int k) && scene.frame().hasInput(t, k)
                    ? Optional.of(at.cell(t, k))
                    : Optional.empty()));
    for (var row : layout.rows()) {
      hits.add(strips(row));
      row.plot().ifPresent(box -> hits.add(plots(row, box)));
    }
  }

  private GridLookup strips(Row row) {
    return new GridLookup(
        row.strip(),
        axis,
        scene.time().hidden(),
        (t, unit) -> known(row.quantity(), t, unit),
        (element, at) ->
            element instanceof OfValue(var quantity, int t, int unit)
                    && quantity == row.quantity()
                    && scene.frame().knows(quantity, t, unit)
                ? Optional.of(at.cell(t, unit))
                : Optional.empty());
  }

  private GridLookup plots(Row row, Box box) {
    return new GridLookup(
        box, axis, 1, (t, _) -> known(row.quantity(), t, scene.unit()), (_, _) -> Optional.empty());
  }

  private Optional<LstmElement> known(Quantity quantity, int t, int unit) {
    return scene.frame().knows(quantity, t, unit)
        ? Optional.of(new OfValue(quantity, t, unit))
        : Optional.empty();
  }
}
