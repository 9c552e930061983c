package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Space;
import java.util.Arrays;
import java.util.Optional;

/// Where things are on the stage. It depends on the problem and the room alone, never on the step,
/// so nothing jumps about.
///
/// @param plot the frame of the points
/// @param axes of the plot
/// @param note where the note on the projection stands, if there is one
/// @param curve the inertia's room; empty where there is no room for a side
/// @param sizes the room of the bars of cluster sizes, likewise
/// @param images the room of the centroids' images, where the points are images
/// @param classes the room of the table of known classes, where there are some and no images
record KMeansLayout(
    PlotFrame plot,
    Axes axes,
    Optional<Box> note,
    Optional<Box> curve,
    Optional<Box> sizes,
    Optional<Box> images,
    Optional<Box> classes) {
  private static final double LEAST_WIDTH_WITH_SIDE = 560;
  private static final double MARGIN = 0.07;
  private static final double NOTE = 18;
  private static final double LEAST_SIDE = 180;
  private static final double MOST_SIDE = 300;
  private static final double TALLEST_CURVE = 230;

  /// A row of the bars, lower where there are many.
  private static final double ROW = 24;

  private static final double LOW_ROW = 19;

  static KMeansLayout of(KMeansProblem problem, Projection projection, Look look, Box area) {
    if (!look.speaks()) {
      return plotAlone(problem, projection, look, area, Optional.empty());
    }
    var padded = area.inset(look.px(Space.GAP));
    boolean hasNote = !projection.isExact();
    var note =
        hasNote
            ? Optional.of(
                new Box(padded.x(), padded.bottom() - look.px(NOTE), padded.width(), look.px(NOTE)))
            : Optional.<Box>empty();
    var body = hasNote ? padded.inset(0, 0, look.px(NOTE) + look.px(Space.SMALL), 0) : padded;
    if (area.width() < look.px(LEAST_WIDTH_WITH_SIDE)) {
      return plotAlone(problem, projection, look, body, note);
    }
    double sideWidth = Math.clamp(body.width() * 0.28, look.px(LEAST_SIDE), look.px(MOST_SIDE));
    var side = new Box(body.right() - sideWidth, body.y(), sideWidth, body.height());
    var main =
        plotAlone(
            problem, projection, look, body.inset(0, sideWidth + look.px(Space.WIDE), 0, 0), note);
    boolean hasImages = CentroidImages.fit(problem);
    double curveHeight = Math.min(side.height() * (hasImages ? 0.3 : 0.4), look.px(TALLEST_CURVE));
    var curve = new Box(side.x(), side.y(), side.width(), curveHeight);
    double sizesTop = curve.bottom() + look.px(Space.WIDE);
    double rowHeight = look.px(problem.k() > 8 ? LOW_ROW : ROW);
    double sizesHeight =
        Math.min(
            Pen.head(look) + rowHeight * problem.k(),
            (side.bottom() - sizesTop) * (hasImages ? 0.55 : 1));
    var sizes = new Box(side.x(), sizesTop, side.width(), sizesHeight);
    var rest =
        Optional.of(
            new Box(
                side.x(),
                sizes.bottom() + look.px(Space.WIDE),
                side.width(),
                Math.max(0, side.bottom() - sizes.bottom() - look.px(Space.WIDE))));
    boolean hasClasses = !hasImages && !problem.names().classes().isEmpty();
    return new KMeansLayout(
        main.plot,
        main.axes,
        note,
        Optional.of(curve),
        Optional.of(sizes),
        rest.filter(_ -> hasImages),
        rest.filter(_ -> hasClasses));
  }

  /// A start by hand may lie far from all points, and must be seen there.
  private static KMeansLayout plotAlone(
      KMeansProblem problem, Projection projection, Look look, Box area, Optional<Box> note) {
    var axes = new Axes(projection.xName(), projection.yName());
    var inside = axes.inside(area, look);
    var plot =
        PlotFrame.equalAspect(
            inside,
            withStart(problem, projection, projection.xs(), 0),
            withStart(problem, projection, projection.ys(), 1),
            MARGIN);
    return new KMeansLayout(
        plot, axes, note, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static double[] withStart(
      KMeansProblem problem, Projection projection, double[] places, int axis) {
    double[][] start = problem.start();
    if (start == null) {
      return places;
    }
    var all = Arrays.copyOf(places, places.length + start.length);
    for (int j = 0; j < start.length; j++) {
      all[places.length + j] = projection.place(start[j])[axis];
    }
    return all;
  }
}
