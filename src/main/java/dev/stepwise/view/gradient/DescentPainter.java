package dev.stepwise.view.gradient;

import static dev.stepwise.view.gradient.RegressionScene.bounded;

import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.RegressionNarration;
import dev.stepwise.compute.gradient.Series.Prefix;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.PlotFrame;
import java.util.stream.IntStream;

/// Draws the loss of linear regression as a surface over two of its parameters, with its lowest
/// place and the path of the descent across it.
///
/// @param bowl draws the surface
/// @param scene the step
record DescentPainter(BowlPainter bowl, RegressionScene scene) {
  private static final double HEAD = 22;

  void paint(Box area) {
    var frame = scene.frame();
    var look = scene.look();
    var brush = scene.brush();
    int[] tracked = frame.problem().tracked();
    boolean weights =
        tracked.length == 3
            && scene.shown().choice(GradientView.PLANE).equals(GradientView.TWO_WEIGHTS);
    int first = 0;
    int second = weights ? 1 : tracked.length - 1;
    int across = tracked[first];
    int up = tracked[second];
    double end = brush.heading("Loss surface", area.x(), area.y() + look.px(12));
    brush.remark(
        tracked.length == 3 ? "the others as they are now" : "one contour a factor of 2",
        end + look.px(8),
        area.y() + look.px(12),
        area.right());
    var axes =
        new Axes(RegressionNarration.name(frame, across), RegressionNarration.name(frame, up));
    var inside = axes.inside(area.inset(look.px(HEAD - 6), 0, 0, 0), look);
    var plot = new PlotFrame(inside, range(first), range(second));
    bowl.draw(scene.surface(), plot, frame, across, up, look);
    axes.draw(scene.surface(), plot, look);
    var bottom = frame.bowl().bottom();
    scene
        .surface()
        .clipped(
            plot.box(),
            () -> path(plot, first, second, bottom.parameter(across), bottom.parameter(up)));
  }

  /// What is seen of a tracked parameter, from the first step to the last.
  private LinearScale range(int tracked) {
    var reach = scene.axes().reach().get(tracked);
    return new LinearScale(reach.least(), reach.most());
  }

  private void path(PlotFrame plot, int first, int second, double bottomX, double bottomY) {
    var frame = scene.frame();
    var look = scene.look();
    var surface = scene.surface();
    var shown = scene.shown();
    var across = frame.path().get(first);
    var up = frame.path().get(second);
    int all = across.size();
    int batches = frame.problem().batches();
    var palette = look.palette();
    int[] ends = IntStream.range(0, all).filter(i -> i % batches == 0 || i == all - 1).toArray();
    int size = ends.length;
    var xs = IntStream.of(ends).mapToDouble(i -> bounded(plot.pixelX(across.at(i)))).toArray();
    var ys = IntStream.of(ends).mapToDouble(i -> bounded(plot.pixelY(up.at(i)))).toArray();
    if (shown.progress() < 1
        && size > 1
        && shown.before().isPresent()
        && shown.before().get().frame() instanceof RegressionFrame earlier
        && earlier.path().getFirst().size() < all) {
      xs[size - 1] = xs[size - 2] + shown.progress() * (xs[size - 1] - xs[size - 2]);
      ys[size - 1] = ys[size - 2] + shown.progress() * (ys[size - 1] - ys[size - 2]);
    }
    if (batches > 1) {
      batchPath(plot, across, up, Math.max(0, frame.epoch() - 1) * batches);
    }
    double arm = look.px(6);
    double bx = plot.pixelX(bottomX);
    double by = plot.pixelY(bottomY);
    var cross = new Ink.Stroke(palette.text(), look.px(1.8));
    surface.line(bx - arm, by, bx + arm, by, cross);
    surface.line(bx, by - arm, bx, by + arm, cross);
    if (size > 1) {
      surface.line(xs, ys, new Ink.Stroke(palette.alarm(), look.px(2)));
    }
    int stride = Math.max(1, size / 200);
    for (int i = 0; i < size - 1; i += stride) {
      surface.circle(xs[i], ys[i], look.px(2.4), Ink.filled(palette.alarm()));
    }
    surface.circle(
        xs[size - 1],
        ys[size - 1],
        look.px(6),
        Ink.filled(palette.alarm()).withStroke(palette.background(), look.px(1.8)));
    lowest(plot, bx, by);
  }

  /// The way of the epoch's batches, thin.
  private void batchPath(PlotFrame plot, Prefix across, Prefix up, int from) {
    int count = Math.max(0, across.size() - from);
    var xs = new double[count];
    var ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = bounded(plot.pixelX(across.at(from + i)));
      ys[i] = bounded(plot.pixelY(up.at(from + i)));
    }
    if (count > 1) {
      var stroke = new Ink.Stroke(scene.look().palette().text(), scene.look().px(1));
      scene.surface().line(xs, ys, stroke);
    }
  }

  /// The word beside the cross, on a plate because the path may lie behind it.
  private void lowest(PlotFrame plot, double x, double y) {
    var look = scene.look();
    var type = scene.brush().mono(11);
    double width = scene.surface().textWidth("lowest", type);
    boolean fits = x + look.px(12) + width <= plot.box().right();
    double left = fits ? x + look.px(9) : x - look.px(9) - width;
    var plate = new Box(left - look.px(3), y - look.px(20), width + look.px(6), look.px(15));
    scene
        .surface()
        .rectangle(
            plate, look.px(3), Ink.filled(look.palette().background().deriveColor(0, 1, 1, 0.8)));
    scene.surface().text("lowest", left, y - look.px(9), type);
  }
}
