package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Evaluation;
import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.Series.Prefix;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CurvesMark;
import dev.stepwise.draw.CurvesMark.Curve;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Scale;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.gradient.CurveNotes.Entry;
import dev.stepwise.view.gradient.CurvePainter.Numbered;
import dev.stepwise.view.gradient.GradientElement.OfEpochAccuracy;
import dev.stepwise.view.gradient.GradientElement.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Draws how many samples were right, epoch by epoch: of those trained on, each measured before its
/// batch's update, and of those held out, measured after each epoch.
final class AccuracyCurvePainter {
  /// The axis ends here, so it holds still while the training goes on.
  private static final double ALL = 1;

  private static final double REACH = 8;

  private final Sheet<?> sheet;
  private final Pen pen;
  private final NetworkFrame frame;

  AccuracyCurvePainter(NetworkScene scene) {
    this.sheet = scene.sheet();
    this.pen = scene.pen();
    this.frame = scene.frame();
  }

  /// A curve and what its numbers are about.
  ///
  /// @param firstX the epoch at which the first one was measured
  private record Line(Part part, String name, Color colour, double firstX, Prefix values) {}

  private List<Line> lines() {
    var curves = frame.moment().curves();
    var palette = pen.palette();
    var lines = new ArrayList<Line>();
    if (curves.accuracies().size() > 0) {
      // Measured all along the epoch, so in the middle of it.
      lines.add(
          new Line(Part.TRAINING, "training, mean", palette.accent(), 0.5, curves.accuracies()));
    }
    if (curves.heldAccuracies().size() > 0) {
      var held = palette.category(4);
      lines.add(new Line(Part.HELD_OUT, "held-out", held, 0, curves.heldAccuracies()));
    }
    return lines;
  }

  void paint(Box area) {
    var lines = lines();
    var notes = new CurveNotes(pen);
    var entries =
        lines.stream()
            .map(line ->
                new Entry(line.name(), line.colour(), Evaluation.percent(line.values().last())))
            .toList();
    notes.heading(area, "Accuracy", "of each epoch", entries);
    var curves =
        lines.stream()
            .map(line ->
                new Curve(
                    line.colour(),
                    pen.px(Space.LINE),
                    line.firstX(),
                    1,
                    new Numbered(line.values())))
            .toList();
    boolean stopped = frame.focus() instanceof NetworkFocus.Stopped;
    int epochs = stopped ? frame.moment().epoch() : frame.problem().descent().epochs();
    double end = Math.max(1, epochs);
    var mark = new CurvesMark(new Axes("epoch", ""), Scale.Kind.LINEAR, end, ALL, ALL, curves);
    var part = CurvePainter.part(sheet);
    mark.draw(pen.surface(), pen.below(area), pen.look(), part);
    var plot = mark.frame(pen.below(area), pen.look(), part);
    var hits = sheet.shown().hits();
    hits.zoomable(CurvePainter.ID, plot.box());
    notes.rates(frame.problem().descent(), plot, plot.box().bottom() - pen.px(Space.SMALL));
    if (lines.isEmpty()) {
      pen.write("measured from the first epoch on", plot.box(), pen.type(Role.NOTE).centred());
      return;
    }
    lines.forEach(line -> end(line, plot, notes));
    hits.add(new Lookup(lines, plot, pen.px(REACH)));
  }

  private void end(Line line, PlotFrame plot, CurveNotes notes) {
    int last = line.values().size() - 1;
    double x = plot.pixelX(line.firstX() + last);
    double y = plot.pixelY(line.values().at(last));
    if (plot.box().inset(-pen.px(Space.LINE)).contains(x, y)) {
      notes.dot(x, y, line.colour());
    }
  }

  private record Lookup(List<Line> lines, PlotFrame plot, double radius) implements Hits.Lookup {
    @Override
    public Optional<Hits.Hit> at(double x, double y) {
      if (!plot.box().contains(x, y)) {
        return Optional.empty();
      }
      return lines.stream()
          .map(line -> hit(line, nearest(line, x)))
          .min((a, b) ->
              Double.compare(Math.abs(a.box().centreY() - y), Math.abs(b.box().centreY() - y)));
    }

    private int nearest(Line line, double x) {
      long index = Math.round(plot.dataX(x) - line.firstX());
      return (int) Math.clamp(index, 0, line.values().size() - 1L);
    }

    @Override
    public Optional<Hits.Hit> of(Element element) {
      return element instanceof OfEpochAccuracy(var part, int index)
          ? lines.stream()
              .filter(line -> line.part() == part && index < line.values().size())
              .map(line -> hit(line, index))
              .findFirst()
          : Optional.empty();
    }

    private Hits.Hit hit(Line line, int index) {
      double value = line.values().at(index);
      double x = plot.pixelX(line.firstX() + index);
      double y = Math.clamp(plot.pixelY(value), plot.box().y(), plot.box().bottom());
      return new Hits.Hit(
          new OfEpochAccuracy(line.part(), index),
          new Box(x - radius, y - radius, 2 * radius, 2 * radius),
          "accuracy, %s: %s".formatted(line.name(), Evaluation.percent(value)));
    }
  }
}
