package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import dev.stepwise.view.lstm.LstmElement.OfInput;
import dev.stepwise.view.lstm.LstmElement.OfTime;
import dev.stepwise.view.lstm.LstmElement.OfValue;
import dev.stepwise.view.lstm.TracesLayout.Row;
import java.util.Optional;
import java.util.OptionalInt;

/// Draws what the gates and states did over time: for each a strip of all units and the course of
/// the unit that is looked at, with a cursor at the step's time.
final class TracesPainter {
  private static final double CURSOR = 3;

  /// The largest triangle on a cell.
  private static final double TRIANGLE = 2.7;

  private final Scene scene;
  private final Pen pen;
  private final Box area;
  private final StripCache cache;
  private final TracesLayout layout;
  private final TimeAxis axis;

  TracesPainter(Scene scene, Box area, StripCache cache) {
    this.scene = scene;
    this.pen = scene.pen();
    this.area = area;
    this.cache = cache;
    var problem = scene.time().problem();
    this.layout = TracesLayout.of(problem.cell(), problem.hidden(), problem.inputs(), area, pen);
    double left = pen.speaks() ? pen.px(RowLabels.LEFT) : 0;
    double right = pen.speaks() ? pen.px(RowLabels.RIGHT) : 0;
    this.axis =
        TimeAxis.of(
            area.x() + left,
            area.width() - left - right,
            scene.shown().viewport("time"),
            problem.x().length);
  }

  void paint() {
    input();
    var labels = new RowLabels(scene, axis);
    for (var row : layout.rows()) {
      strip(row);
      row.plot().ifPresent(box -> plot(row, box));
      if (pen.speaks()) {
        labels.draw(row);
      }
    }
    if (pen.speaks()) {
      labels.input(layout.input());
      new TimeLabels(scene, axis, layout).draw(area);
      noteHits();
    }
    cursor();
  }

  private void input() {
    var problem = scene.time().problem();
    var box = layout.input();
    var scale = new ColourScale(ColourMap.diverging(pen.palette()), inputScale());
    var pixels = cache.input(problem, scene.time().history(), axis, (int) box.height(), scale);
    pen.surface().pixels(pixels, axis.left(), box.y());
    cover(scene.time().t() + 1, box, 0.55);
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
    pen.surface().pixels(pixels, axis.left(), box.y());
    int known = scene.frame().known(quantity);
    if (complete <= scene.time().t()) {
      hideUnknownUnits(box, known);
    }
    cover(scene.time().t() + 1, box, 1);
    if (pen.speaks()) {
      saturation(row, known);
    }
  }

  /// The units of the current time step that no step has computed yet.
  private void hideUnknownUnits(Box box, int known) {
    double top = Math.ceil(box.height() * known / scene.time().hidden());
    var column = axis.column(scene.time().t(), 1, box.y() + top, box.height() - top);
    pen.surface().rectangle(column, 0, Ink.filled(pen.palette().background()));
    pen.surface().rectangle(column, 0, Ink.filled(pen.palette().raised()));
  }

  /// Hides the time steps from one on: nobody knows them yet.
  private void cover(int from, Box box, double opacity) {
    if (from >= axis.length()) {
      return;
    }
    var future = axis.column(from, axis.length() - from, box.y(), box.height());
    pen.surface()
        .faded(
            opacity,
            () -> {
              pen.surface().rectangle(future, 0, Ink.filled(pen.palette().background()));
              pen.surface().rectangle(future, 0, Ink.filled(pen.palette().raised()));
            });
  }

  /// Triangles on saturated cells, or dashes where cells are low.
  private void saturation(Row row, int known) {
    int hidden = scene.time().hidden();
    double cell = row.strip().height() / hidden;
    var sign = SaturationMark.sign(axis.step(), cell, pen);
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
                mark.draw(pen.surface(), x, y, Math.min(pen.px(TRIANGLE), cell * 0.42), colour);
              } else {
                SaturationMark.dash(pen.surface(), x, y, axis.step(), cell, colour);
              }
            });
      }
    }
  }

  private void plot(Row row, Box box) {
    var inside = new Box(axis.left(), box.y(), axis.width(), box.height());
    if (row.bars()) {
      new MemoryBars(scene, axis).draw(inside);
    } else {
      new UnitLine(scene, axis).draw(row.quantity(), inside);
    }
  }

  /// The time of the step, and faintly the one under the pointer.
  private void cursor() {
    var palette = pen.palette();
    double top = layout.top() - pen.px(CURSOR);
    double height = layout.bottom() - top + pen.px(CURSOR);
    pointedTime()
        .ifPresent(t -> {
          var column = axis.column(t, 1, top, height);
          pen.surface().rectangle(column, 0, Ink.filled(Pen.faded(palette.accent(), 0.13)));
        });
    int t = scene.time().t();
    if (t < axis.first() || t > axis.last()) {
      return;
    }
    double shift = (cursorFrom(t) - t) * axis.step();
    var column = axis.column(t, 1, top, height);
    double beyond = pen.px(Space.HAIR);
    double width = Math.max(column.width(), pen.px(Space.LINE)) + beyond;
    var frame = new Box(column.x() + shift - beyond, top, width, height);
    pen.frame(frame, palette.accent(), pen.speaks() ? Space.LINE : Space.HAIR);
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
    var spots = scene.sheet().spots();
    var whole = new Box(axis.left(), layout.top(), axis.width(), area.bottom() - layout.top());
    hits.zoomable("time", whole);
    hits.track(whole, x -> new OfTime(axis.at(x)));
    hits.add(
        new GridLookup(
            whole, axis, 1, (t, _) -> Optional.of(new OfTime(t)), (_, _) -> Optional.empty()));
    spots.add(
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
      spots.add(strips(row));
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
