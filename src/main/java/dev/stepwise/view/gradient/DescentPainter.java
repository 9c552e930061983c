package dev.stepwise.view.gradient;

import static dev.stepwise.view.gradient.RegressionScene.bounded;

import dev.stepwise.compute.gradient.RegressionNarration;
import dev.stepwise.compute.gradient.Series.Prefix;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import java.util.stream.IntStream;

/// Draws the loss of linear regression as a surface over two of its parameters, with its lowest
/// place and the path of the descent across it.
///
/// @param bowl draws the surface
/// @param scene the step
record DescentPainter(BowlPainter bowl, RegressionScene scene) {
  /// The arms of the cross at the lowest place.
  private static final double ARM = 6;

  private static final double STOP = 2.4;
  private static final double NOW = 6;
  private static final int MOST_STOPS = 200;

  /// Two of the parameters whose path is kept, by their places among these.
  private record Plane(PlotFrame plot, int first, int second) {}

  void paint(Box area) {
    var frame = scene.frame();
    var pen = scene.pen();
    int[] tracked = frame.problem().tracked();
    boolean weights =
        tracked.length == 3
            && scene.sheet().shown().choice(GradientView.PLANE).equals(GradientView.TWO_WEIGHTS);
    int second = weights ? 1 : tracked.length - 1;
    int across = tracked[0];
    int up = tracked[second];
    pen.heading(
        area,
        "Loss surface",
        tracked.length == 3 ? "the others as they are now" : "one contour a factor of 2");
    var axes =
        new Axes(RegressionNarration.name(frame, across), RegressionNarration.name(frame, up));
    var plot = new PlotFrame(axes.inside(pen.below(area), pen.look()), range(0), range(second));
    bowl.draw(pen, plot, frame, across, up);
    axes.draw(pen.surface(), plot, pen.look());
    var bottom = frame.bowl().bottom();
    pen.surface()
        .clipped(
            plot.box(),
            () -> {
              double x = plot.pixelX(bottom.parameter(across));
              double y = plot.pixelY(bottom.parameter(up));
              cross(x, y);
              path(new Plane(plot, 0, second));
              lowest(plot, x, y);
            });
  }

  /// What is seen of a tracked parameter, from the first step to the last.
  private LinearScale range(int tracked) {
    var reach = scene.axes().reach().get(tracked);
    return new LinearScale(reach.least(), reach.most());
  }

  private void path(Plane plane) {
    var frame = scene.frame();
    var pen = scene.pen();
    var across = frame.path().get(plane.first());
    var up = frame.path().get(plane.second());
    int all = across.size();
    int batches = frame.problem().batches();
    if (batches > 1) {
      batchPath(plane.plot(), across, up, Math.max(0, frame.epoch() - 1) * batches);
    }
    int[] ends = IntStream.range(0, all).filter(i -> i % batches == 0 || i == all - 1).toArray();
    int last = ends.length - 1;
    var xs = xs(plane.plot(), across, IntStream.of(ends));
    var ys = ys(plane.plot(), up, IntStream.of(ends));
    if (last > 0
        && scene.before().filter(earlier -> earlier.path().getFirst().size() < all).isPresent()) {
      xs[last] = scene.between(xs[last - 1], xs[last]);
      ys[last] = scene.between(ys[last - 1], ys[last]);
    }
    var colour = pen.palette().alarm();
    if (last > 0) {
      pen.surface().line(xs, ys, pen.stroke(colour, Space.LINE));
    }
    int stride = Math.max(1, ends.length / MOST_STOPS);
    for (int i = 0; i < last; i += stride) {
      pen.surface().circle(xs[i], ys[i], pen.px(STOP), Ink.filled(colour));
    }
    var dot = Ink.filled(colour).withStroke(pen.palette().background(), pen.px(Space.LINE));
    pen.surface().circle(xs[last], ys[last], pen.px(NOW), dot);
  }

  private static double[] xs(PlotFrame plot, Prefix across, IntStream places) {
    return places.mapToDouble(i -> bounded(plot.pixelX(across.at(i)))).toArray();
  }

  private static double[] ys(PlotFrame plot, Prefix up, IntStream places) {
    return places.mapToDouble(i -> bounded(plot.pixelY(up.at(i)))).toArray();
  }

  /// The way of the epoch's batches, thin.
  private void batchPath(PlotFrame plot, Prefix across, Prefix up, int from) {
    int end = across.size();
    if (end - from > 1) {
      var xs = xs(plot, across, IntStream.range(from, end));
      var ys = ys(plot, up, IntStream.range(from, end));
      var pen = scene.pen();
      pen.surface().line(xs, ys, pen.stroke(pen.palette().text(), Space.HAIR));
    }
  }

  private void cross(double x, double y) {
    var pen = scene.pen();
    double arm = pen.px(ARM);
    var stroke = pen.stroke(pen.palette().text(), Space.LINE);
    pen.surface().line(x - arm, y, x + arm, y, stroke);
    pen.surface().line(x, y - arm, x, y + arm, stroke);
  }

  /// The word beside the cross, above the path, which may lie behind it.
  private void lowest(PlotFrame plot, double x, double y) {
    var pen = scene.pen();
    var type = pen.type(Role.LABEL).coloured(pen.palette().text());
    double beside = pen.px(ARM) + pen.px(Space.TIGHT);
    boolean atRight = x + beside + pen.width("lowest", type) <= plot.box().right();
    double anchor = atRight ? x + beside : x - beside;
    pen.haloed("lowest", anchor, y - pen.px(Space.SMALL), atRight ? type : type.right());
  }
}
