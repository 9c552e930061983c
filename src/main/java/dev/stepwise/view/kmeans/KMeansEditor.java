package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.compute.kmeans.PointEdits;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.session.Showing;
import dev.stepwise.view.StageEditor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/// Draws, drags and deletes points of two dimensions, and drags the centroids to start from. The
/// frame of the plot stays as it was when a gesture began, so what is dragged stays under the
/// pointer.
final class KMeansEditor implements StageEditor<KMeansProblem, KMeansFrame> {
  static final Tool DRAW =
      new Tool("draw", "Draw", "Click to add a point, drag to add a trail of them.");
  static final Tool MOVE =
      new Tool("move", "Move", "Drag a point or a centroid. A dragged centroid becomes the start.");
  static final Tool DELETE = new Tool("delete", "Delete", "Click a point, or drag over several.");

  private static final double REACH = 12;
  private static final double SPACING = 14;
  private static final double TREMBLE = 3;

  @Override
  public List<Tool> tools() {
    return List.of(DRAW, MOVE, DELETE);
  }

  /// Only points that are seen as they are can be edited.
  @Override
  public boolean offers(Tool tool, KMeansProblem problem) {
    return problem.points()[0].length == 2;
  }

  @Override
  public Optional<Gesture<KMeansProblem>> press(
      Tool tool,
      KMeansProblem problem,
      Step<KMeansFrame> step,
      Look look,
      Box area,
      double x,
      double y) {
    if (!offers(tool, problem)) {
      return Optional.empty();
    }
    var projection = Projection.of(problem);
    var plot = KMeansLayout.of(problem, projection, look, area).plot();
    if (!plot.box().contains(x, y)) {
      return Optional.empty();
    }
    if (tool.equals(DRAW)) {
      return Optional.of(new Drawing(problem, plot, look.px(SPACING)));
    }
    if (tool.equals(DELETE)) {
      return Optional.of(new Deleting(problem, plot, look.px(REACH)));
    }
    return moving(problem, step.frame(), plot, look.px(REACH), x, y);
  }

  private static Optional<Gesture<KMeansProblem>> moving(
      KMeansProblem problem, KMeansFrame frame, PlotFrame plot, double reach, double x, double y) {
    var centroids = frame.clustering().centroids();
    if (centroids.length == problem.k()) {
      int centroid = nearest(plot, centroids, x, y, reach);
      if (centroid >= 0) {
        return Optional.of(
            new Moving(
                problem,
                plot,
                x,
                y,
                Showing.START,
                (toX, toY) -> startingAt(problem, replaced(centroids, centroid, toX, toY))));
      }
    }
    int point = nearest(plot, problem.points(), x, y, reach);
    return point < 0
        ? Optional.empty()
        : Optional.of(
            new Moving(
                problem,
                plot,
                x,
                y,
                Showing.HERE,
                (toX, toY) -> withPoints(problem, replaced(problem.points(), point, toX, toY))));
  }

  private static int nearest(PlotFrame plot, double[][] rows, double x, double y, double reach) {
    int nearest = -1;
    double best = reach;
    for (int i = 0; i < rows.length; i++) {
      double gap = Math.hypot(plot.pixelX(rows[i][0]) - x, plot.pixelY(rows[i][1]) - y);
      if (gap <= best) {
        best = gap;
        nearest = i;
      }
    }
    return nearest;
  }

  /// The room around the outermost points may lie beyond what a coordinate can be.
  private static double limited(double value) {
    double most = KMeansExercise.LARGEST_COORDINATE;
    return Math.clamp(value, -most, most);
  }

  private static double[][] replaced(double[][] rows, int index, double x, double y) {
    var changed = rows.clone();
    changed[index] = new double[] {x, y};
    return changed;
  }

  /// The same points, and further ones behind them.
  private static KMeansProblem withPoints(KMeansProblem problem, double[][] points) {
    int before = problem.points().length;
    int[] origins = IntStream.range(0, points.length).map(i -> i < before ? i : -1).toArray();
    return PointEdits.withPoints(problem, points, origins);
  }

  private static KMeansProblem withoutPoint(KMeansProblem problem, int point) {
    int[] origins = IntStream.range(0, problem.points().length).filter(i -> i != point).toArray();
    double[][] left =
        Arrays.stream(origins).mapToObj(i -> problem.points()[i]).toArray(double[][]::new);
    return PointEdits.withPoints(problem, left, origins);
  }

  private static KMeansProblem startingAt(KMeansProblem problem, double[][] centroids) {
    return new KMeansProblem(
        problem.points(),
        centroids,
        problem.k(),
        Init.MANUAL,
        problem.maximumIterations(),
        problem.tolerance(),
        problem.seed(),
        problem.names(),
        null);
  }

  /// Moves something from (x, y), once the pointer has left that place.
  private record Moving(
      KMeansProblem problem,
      PlotFrame plot,
      double x,
      double y,
      Showing showing,
      BiFunction<Double, Double, KMeansProblem> moved)
      implements Gesture<KMeansProblem> {
    @Override
    public KMeansProblem drag(double toX, double toY) {
      if (Math.hypot(toX - x, toY - y) < TREMBLE) {
        return problem;
      }
      double insideX = Math.clamp(toX, plot.box().x(), plot.box().right());
      double insideY = Math.clamp(toY, plot.box().y(), plot.box().bottom());
      return moved.apply(limited(plot.dataX(insideX)), limited(plot.dataY(insideY)));
    }

    @Override
    public KMeansProblem release(double toX, double toY) {
      return drag(toX, toY);
    }
  }

  private static final class Drawing implements Gesture<KMeansProblem> {
    private final KMeansProblem problem;
    private final PlotFrame plot;
    private final double spacing;
    private final List<double[]> added = new ArrayList<>();
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;

    Drawing(KMeansProblem problem, PlotFrame plot, double spacing) {
      this.problem = problem;
      this.plot = plot;
      this.spacing = spacing;
    }

    @Override
    public KMeansProblem drag(double x, double y) {
      boolean far = added.isEmpty() || Math.hypot(x - lastX, y - lastY) >= spacing;
      if (far && plot.box().contains(x, y)) {
        lastX = x;
        lastY = y;
        added.add(new double[] {limited(plot.dataX(x)), limited(plot.dataY(y))});
      }
      var points = Arrays.copyOf(problem.points(), problem.points().length + added.size());
      for (int i = 0; i < added.size(); i++) {
        points[problem.points().length + i] = added.get(i);
      }
      return withPoints(problem, points);
    }

    @Override
    public KMeansProblem release(double x, double y) {
      return drag(lastX, lastY);
    }
  }

  /// Deletes the point under the pointer, and further ones as it moves on.
  private static final class Deleting implements Gesture<KMeansProblem> {
    private final PlotFrame plot;
    private final double reach;
    private KMeansProblem problem;
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;

    Deleting(KMeansProblem problem, PlotFrame plot, double reach) {
      this.problem = problem;
      this.plot = plot;
      this.reach = reach;
    }

    /// Never deletes so many that fewer points than clusters are left.
    @Override
    public KMeansProblem drag(double x, double y) {
      if (Math.hypot(x - lastX, y - lastY) < reach) {
        return problem;
      }
      int point = nearest(plot, problem.points(), x, y, reach);
      if (point >= 0 && problem.points().length > problem.k()) {
        lastX = x;
        lastY = y;
        problem = withoutPoint(problem, point);
      }
      return problem;
    }

    @Override
    public KMeansProblem release(double x, double y) {
      return problem;
    }
  }
}
