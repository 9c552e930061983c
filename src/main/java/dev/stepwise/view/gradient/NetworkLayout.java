package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Space;
import java.util.Optional;

/// Where things are on the stage of a network. It depends on the problem and the room alone, never
/// on the step, so nothing jumps about.
///
/// @param strip the tensors' chips
/// @param graph the network
/// @param plane the decision regions, or the confusion matrix where there are more dimensions
/// @param curve the losses
/// @param accuracy the bars below them
record NetworkLayout(
    Optional<Box> strip,
    Optional<Box> graph,
    Box plane,
    Optional<Box> curve,
    Optional<Box> accuracy) {
  /// A stage that is no higher shows the regions and the curve alone.
  private static final double LOWEST = 300;

  /// On a stage that is no wider the two passes are below each other.
  private static final double NARROW = 560;

  private static final double STRIP = 66;
  private static final double STACKED_STRIP = 92;
  private static final double LOW_STRIP = 40;
  private static final double LEAST_LOWER = 150;
  private static final double MOST_LOWER = 420;

  /// The bars of one part of the samples, and of two.
  private static final double BARS = 50;

  private static final double TWO_BARS = 76;

  /// Below this height the strip has no headings, and the network leaves the regions more room.
  private static final double LOW = 450;

  /// So many classes need high rows to have their numbers in the confusion matrix.
  private static final int MANY_CLASSES = 7;

  static NetworkLayout of(NetworkProblem problem, Look look, Box area) {
    if (!look.speaks()) {
      return new NetworkLayout(
          Optional.empty(), Optional.empty(), area, Optional.empty(), Optional.empty());
    }
    var body = area.inset(look.px(Space.GAP));
    double gap = look.px(Space.GAP);
    if (body.height() < look.px(LOWEST)) {
      double half = (body.width() - gap) / 2;
      var left = new Box(body.x(), body.y(), half, body.height());
      var right = new Box(left.right() + gap, body.y(), half, body.height());
      return new NetworkLayout(
          Optional.empty(), Optional.empty(), left, Optional.of(right), Optional.empty());
    }
    boolean narrow = body.width() < look.px(NARROW);
    boolean low = body.height() < look.px(LOW);
    double stripHeight = look.px(low ? LOW_STRIP : narrow ? STACKED_STRIP : STRIP);
    var strip = new Box(body.x(), body.y(), body.width(), stripHeight);
    double rest = body.height() - stripHeight - look.px(Space.SMALL);
    boolean many = problem.data().dimensions() != 2 && problem.data().classes() >= MANY_CLASSES;
    double share = low ? 0.6 : many ? 0.58 : 0.53;
    double lower = Math.clamp(rest * share, look.px(LEAST_LOWER), look.px(MOST_LOWER));
    double graphHeight = rest - lower - gap;
    var graph = new Box(body.x(), strip.bottom() + look.px(Space.SMALL), body.width(), graphHeight);
    double top = body.bottom() - lower;
    double planeWidth = Math.min(body.width() * 0.46, lower * 1.25);
    var plane = new Box(body.x(), top, planeWidth, lower);
    double sideX = plane.right() + look.px(Space.WIDE);
    double side = body.right() - sideX;
    double bars =
        Math.min(look.px(problem.data().held().length > 0 ? TWO_BARS : BARS), lower * 0.35);
    var curve = new Box(sideX, top, side, lower - bars - look.px(Space.SMALL));
    var accuracy = new Box(sideX, body.bottom() - bars, side, bars);
    return new NetworkLayout(
        Optional.of(strip), Optional.of(graph), plane, Optional.of(curve), Optional.of(accuracy));
  }
}
