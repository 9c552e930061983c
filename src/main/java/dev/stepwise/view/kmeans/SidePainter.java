package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.IterationFocus;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.SeedingFocus;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.BarsMark;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.LineChart;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Scale;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Spot;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.kmeans.ClassTable.ClassesOfClusters;
import dev.stepwise.view.kmeans.KMeansElement.OfInertia;
import dev.stepwise.view.kmeans.KMeansElement.OfSize;
import dev.stepwise.view.kmeans.KMeansElement.OfWeight;
import java.util.ArrayList;
import java.util.List;

/// Draws what stands beside the plot: the inertia, or the weights of a draw, and the sizes of the
/// clusters.
final class SidePainter {
  /// A line of notes.
  private static final double NOTE = 15;

  private final Sheet<KMeansFrame> sheet;
  private final Pen pen;
  private final KMeansLayout layout;
  private final KMeansFrame frame;

  SidePainter(Sheet<KMeansFrame> sheet, KMeansLayout layout) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.layout = layout;
    this.frame = sheet.frame();
  }

  void paint() {
    layout.classes().ifPresent(this::classes);
    layout.curve().ifPresent(this::curve);
    layout.sizes().ifPresent(this::sizes);
    layout.images().ifPresent(this::images);
  }

  private void images(Box box) {
    pen.heading(box, "Centroids as images");
    CentroidImages.draw(sheet, pen.below(box));
  }

  /// Which known classes the clusters hold. The odd ones are ringed in the plot at the end.
  private void classes(Box box) {
    var problem = frame.problem();
    var clusters =
        ClassesOfClusters.of(problem.names().classes(), frame.clustering().labels(), problem.k());
    pen.heading(box, "Known classes");
    var body = pen.below(box);
    new ClassTable(pen, clusters).draw(body);
    var rest = body.inset(ClassTable.height(clusters.names().size(), pen.look()), 0, 0, 0);
    var notes = new Rows(rest, 2, pen.px(NOTE));
    if (notes.row(1).bottom() <= box.bottom()) {
      pen.write("not used by the algorithm", notes.row(0), pen.type(Role.NOTE));
      if (frame.focus() instanceof IterationFocus.Finished) {
        pen.write("ringed: unlike most of its cluster", notes.row(1), pen.type(Role.NOTE));
      }
    }
  }

  private void curve(Box box) {
    switch (frame.focus()) {
      case SeedingFocus.Drawn(_, int point, var draw) when draw != null ->
          weights(box, draw, point);
      case SeedingFocus.DrawPart(_, int point, var draw, _) -> weights(box, draw, point);
      default -> inertia(box);
    }
  }

  private void inertia(Box box) {
    pen.heading(box, "Inertia");
    var inertias = frame.clustering().inertias();
    if (inertias.isEmpty()) {
      pen.empty(pen.below(box), "after the first assignment");
      return;
    }
    var values = inertias.stream().mapToDouble(Double::doubleValue).toArray();
    int current = values.length - 1;
    var series =
        new LineChart.Series(
            "", pen.palette().accent(), 1, values, current, Numbers.text(values[current]));
    var chart = new LineChart(new Axes("assignment", ""), Scale.Kind.LINEAR, 6, List.of(series));
    chart.draw(
        pen.surface(),
        pen.below(box),
        pen.look(),
        sheet.shown().hits(),
        t ->
            new Spot(
                new OfInertia(t),
                "inertia at assignment " + (t + 1) + ": " + Numbers.text(values[t])));
    var plot = chart.frame(pen.below(box), pen.look());
    sheet
        .shown()
        .hits()
        .track(plot.box(), x -> new OfInertia((int) Math.max(0, Math.round(plot.dataX(x)) - 1)));
  }

  /// The cumulative weights as a staircase, and where the random number falls on it.
  private void weights(Box box, Draw draw, int point) {
    pen.heading(box, "Cumulative weight of the points");
    var cumulative = draw.cumulative();
    var series = new LineChart.Series("", pen.palette().accent(), 1, cumulative, point, "");
    var chart =
        new LineChart(new Axes("point", ""), Scale.Kind.LINEAR, cumulative.length, List.of(series));
    var area = pen.below(box);
    chart.draw(
        pen.surface(),
        area,
        pen.look(),
        sheet.shown().hits(),
        i ->
            new Spot(
                new OfWeight(i),
                "weight of point " + (i + 1) + ": " + Numbers.text(draw.weights()[i])));
    boolean thrown =
        !(frame.focus() instanceof SeedingFocus.DrawPart(_, _, _, var part))
            || part == SeedingFocus.Part.RANDOM_NUMBER;
    if (thrown && point >= 0) {
      thrown(chart.frame(area, pen.look()), draw, point);
    }
  }

  private void thrown(PlotFrame plot, Draw draw, int point) {
    double y = plot.pixelY(draw.target());
    double x = plot.pixelX(point + 1);
    var stroke = pen.dashed(pen.palette().alarm(), Space.LINE);
    pen.surface().line(plot.box().x(), y, x, y, stroke);
    pen.surface().line(x, y, x, plot.box().bottom(), stroke);
    var type = pen.type(Role.VALUE);
    double baseline = Math.max(plot.box().y() + type.size(), y - pen.px(Space.TIGHT));
    double left = plot.box().x() + pen.px(Space.TIGHT);
    pen.write("r = " + Numbers.text(draw.random()), left, baseline, type);
  }

  private void sizes(Box box) {
    pen.heading(box, "Points per cluster");
    int k = frame.problem().k();
    var sizes = new int[k];
    int unassigned = 0;
    for (int label : frame.clustering().labels()) {
      if (label >= 0) {
        sizes[label]++;
      } else {
        unassigned++;
      }
    }
    if (unassigned == frame.clustering().labels().length) {
      pen.empty(pen.below(box), "none assigned yet");
      return;
    }
    // A cluster is empty once every point has been assigned, not while they are.
    boolean complete = unassigned == 0;
    var bars = new ArrayList<BarsMark.Bar>();
    for (int j = 0; j < k; j++) {
      bars.add(
          new BarsMark.Bar(
              "cluster " + (j + 1),
              sizes[j],
              Integer.toString(sizes[j]),
              j,
              sizes[j] == 0 && complete ? "empty" : "",
              BarsMark.Emphasis.PLAIN));
    }
    new BarsMark(bars, 0)
        .draw(
            pen.surface(),
            pen.below(box),
            pen.look(),
            sheet.shown().hits(),
            j -> new Spot(new OfSize(j), "cluster " + (j + 1) + ": " + sizes[j] + " points"));
  }
}
