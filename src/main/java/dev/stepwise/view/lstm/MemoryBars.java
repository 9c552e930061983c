package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Interaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/// Draws the memory of one unit over time: what was kept as a broad bar from 0, what was added as a
/// narrow one from there, and a dash where both end, the new memory.
final class MemoryBars {
  /// Up to so many multiplications the whole sequence is computed, so that the axis holds still.
  private static final double CHEAP = 1e7;

  /// How broad a bar of what was kept is, and one of what was added, as a share of a time step.
  private static final double KEPT = 0.8;

  private static final double ADDED = 0.44;

  /// How far apart numbers beside the bars are at least.
  private static final double APART = 10;

  /// How far the axis reaches to both sides at least.
  private static final double LEAST = 0.1;

  private final Scene scene;
  private final Pen pen;
  private final TimeAxis axis;
  private final Quantity memory;

  MemoryBars(Scene scene, TimeAxis axis) {
    this.scene = scene;
    this.pen = scene.pen();
    this.axis = axis;
    this.memory = scene.time().cell().memory();
  }

  void draw(Box box) {
    var palette = pen.palette();
    var surface = pen.surface();
    surface.rectangle(box, 0, Ink.filled(palette.raised()));
    var scale = scale();
    double zero = y(box, scale, 0);
    surface.line(box.x(), zero, box.right(), zero, pen.stroke(palette.muted(), Space.HAIR));
    numbers(box, scale);
    int known = scene.frame().knownSteps(memory, scene.unit());
    int end = Math.min(known, axis.last() + 1);
    if (axis.step() < UnitLine.DENSE) {
      dense(box, scale, end);
    } else {
      for (int t = axis.first(); t < end; t++) {
        bar(t, axis.column(t, 1, box.y(), box.height()), box, scale);
      }
    }
    parts(box, scale, known);
  }

  /// A pixel column shows the last of its time steps.
  private void dense(Box box, LinearScale scale, int end) {
    var plot = new PixelPlot(box);
    var history = scene.time().history();
    double[][] kept = history.values(Quantity.KEPT, end);
    double[][] total = history.values(memory, end);
    int unit = scene.unit();
    double zero = y(box, scale, 0);
    var keptColour = scene.colour(Quantity.KEPT);
    var addedColour = scene.colour(Quantity.ADDED);
    double half = pen.px(Space.LINE) / 2;
    for (int t = axis.first(); t < end; t++) {
      double middle = y(box, scale, kept[t][unit]);
      double top = y(box, scale, total[t][unit]);
      double from = Math.max(axis.edge(t), axis.left());
      double to = Math.min(Math.max(axis.edge(t + 1), from + 1), axis.right());
      for (double x = from; x < to; x++) {
        plot.stroke(x, zero, middle, keptColour);
        plot.stroke(x, middle, top, addedColour);
        plot.stroke(x, top - half, top + half, pen.palette().text());
      }
    }
    plot.draw(pen.surface());
  }

  /// The kept part alone, where the step has come no further.
  private void parts(Box box, LinearScale scale, int known) {
    int t = scene.time().t();
    if (known == t && t <= axis.last() && scene.frame().known(Quantity.KEPT) > scene.unit()) {
      double kept = scene.time().value(Quantity.KEPT, scene.unit());
      var column = axis.column(t, 1, box.y(), box.height());
      bar(column, KEPT, y(box, scale, 0), y(box, scale, kept), scene.colour(Quantity.KEPT));
    }
  }

  private void bar(int t, Box column, Box box, LinearScale scale) {
    int unit = scene.unit();
    var moment = scene.time().history().moment(t);
    double grown = isNew(t) ? scene.shown().progress() : 1;
    double kept = moment.values(Quantity.KEPT)[unit];
    double total = moment.values(memory)[unit];
    double zero = y(box, scale, 0);
    double middle = y(box, scale, kept * Math.min(1, 2 * grown));
    double end = y(box, scale, kept + (total - kept) * Math.max(0, 2 * grown - 1));
    bar(column, KEPT, zero, middle, scene.colour(Quantity.KEPT));
    if (grown > 0.5) {
      bar(column, ADDED, middle, end, scene.colour(Quantity.ADDED));
      double height = Math.max(2, pen.px(Space.LINE));
      var dash = new Box(column.x(), end - height / 2, Math.max(1, column.width()), height);
      pen.surface().rectangle(dash, 0, Ink.filled(pen.palette().text()));
    }
  }

  private boolean isNew(int t) {
    return t == scene.time().t()
        && scene.before().filter(frame -> frame.knownSteps(memory, scene.unit()) == t).isPresent();
  }

  private void bar(Box column, double share, double from, double to, Color colour) {
    double width =
        column.width() < 4 ? Math.max(1, column.width()) : Math.floor(column.width() * share);
    double x = column.x() + Math.floor((column.width() - width) / 2);
    var bar = new Box(x, Math.min(from, to), width, Math.abs(from - to));
    pen.surface().rectangle(bar, 0, Ink.filled(colour));
  }

  /// The zero line's number, and from the outermost on those that touch no other.
  private void numbers(Box box, LinearScale scale) {
    var type = pen.type(Role.LABEL).right();
    int most = Math.max(5, (int) (box.height() / pen.px(Space.WIDE)));
    var ticks = new ArrayList<>(scale.ticks(most));
    ticks.sort(
        Comparator.comparingDouble(
            tick -> tick.value() == 0 ? Double.NEGATIVE_INFINITY : -Math.abs(tick.value())));
    var taken = new ArrayList<Double>();
    for (var tick : ticks) {
      double y = y(box, scale, tick.value());
      if (taken.stream().allMatch(other -> Math.abs(y - other) >= pen.px(APART))) {
        pen.write(tick.label(), box.x() - pen.px(Space.TIGHT), y + type.drop(), type);
        taken.add(y);
      }
    }
  }

  private LinearScale scale() {
    var problem = scene.time().problem();
    double work = 4.0 * axis.length() * problem.hidden() * (problem.hidden() + problem.inputs());
    boolean ahead = scene.shown().interaction().outlook() == Interaction.Outlook.WHOLE_RUN;
    var drawn =
        Stream.of(Quantity.KEPT, memory)
            .flatMapToDouble(quantity -> {
              int known = scene.frame().knownSteps(quantity, scene.unit());
              int steps = ahead && work < CHEAP ? axis.length() : known;
              var values = scene.time().history().values(quantity, steps);
              return IntStream.range(0, steps).mapToDouble(t -> values[t][scene.unit()]);
            })
            .summaryStatistics();
    return new LinearScale(Math.min(-LEAST, drawn.getMin()), Math.max(LEAST, drawn.getMax()));
  }

  private double y(Box box, LinearScale scale, double value) {
    double margin = Math.min(pen.px(Space.TIGHT), box.height() * 0.1);
    return box.bottom() - margin - scale.place(value) * (box.height() - 2 * margin);
  }
}
