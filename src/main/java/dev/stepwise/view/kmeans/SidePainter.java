package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.IterationFocus;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.kmeans.SeedingFocus;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.Shown;
import dev.stepwise.view.kmeans.ClassTable.ClassesOfClusters;
import dev.stepwise.view.kmeans.KMeansElement.OfInertia;
import dev.stepwise.view.kmeans.KMeansElement.OfSize;
import dev.stepwise.view.kmeans.KMeansElement.OfWeight;
import dev.stepwise.view.marks.Axes;
import dev.stepwise.view.marks.BarsMark;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.LineChart;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.PlotFrame;
import dev.stepwise.view.marks.Scale;
import dev.stepwise.view.marks.Spot;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import java.util.ArrayList;
import java.util.List;

/// Draws what stands beside the plot: the inertia, or the weights of a draw, and the sizes of the
/// clusters.
final class SidePainter {
  private static final double HEAD = 24;

  private final Surface surface;
  private final KMeansLayout layout;
  private final Shown<KMeansFrame> shown;
  private final KMeansFrame frame;
  private final Look look;

  SidePainter(Surface surface, KMeansLayout layout, Shown<KMeansFrame> shown) {
    this.surface = surface;
    this.layout = layout;
    this.shown = shown;
    this.frame = shown.step().frame();
    this.look = shown.look();
  }

  void paint() {
    layout.classes().ifPresent(this::classes);
    layout.curve().ifPresent(this::curve);
    layout.sizes().ifPresent(this::sizes);
    layout
        .images()
        .ifPresent(box -> {
          head("Centroids as images", box);
          CentroidImages.draw(
              surface, below(box), frame.clustering().centroids(), look, shown.hits());
        });
  }

  /// Which known classes the clusters hold. The odd ones are ringed in the plot at the end.
  private void classes(Box box) {
    var problem = frame.problem();
    var clusters =
        ClassesOfClusters.of(problem.names().classes(), frame.clustering().labels(), problem.k());
    head("Known classes", box);
    new ClassTable(surface, clusters, look).draw(below(box));
    double line = look.px(17);
    double foot = below(box).y() + ClassTable.height(clusters.names().size(), look) + line;
    if (foot + line <= box.bottom()) {
      surface.text("not used by the algorithm", box.x(), foot, muted());
      if (frame.focus() instanceof IterationFocus.Finished) {
        surface.text("ringed: unlike most of its cluster", box.x(), foot + line, muted());
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
    head("Inertia", box);
    var inertias = frame.clustering().inertias();
    if (inertias.isEmpty()) {
      surface.text("after the first assignment", box.x(), box.y() + look.px(HEAD + 18), muted());
      return;
    }
    var values = inertias.stream().mapToDouble(Double::doubleValue).toArray();
    int current = values.length - 1;
    var series =
        new LineChart.Series(
            "", look.palette().accent(), 1, values, current, Numbers.text(values[current]));
    var chart = new LineChart(new Axes("assignment", ""), Scale.Kind.LINEAR, 6, List.of(series));
    chart.draw(
        surface,
        below(box),
        look,
        shown.hits(),
        t ->
            new Spot(
                new OfInertia(t),
                "inertia at assignment " + (t + 1) + ": " + Numbers.text(values[t])));
    var plot = chart.frame(below(box), look);
    shown
        .hits()
        .track(plot.box(), x -> new OfInertia((int) Math.max(0, Math.round(plot.dataX(x)) - 1)));
  }

  /// The cumulative weights as a staircase, and where the random number falls on it.
  private void weights(Box box, Draw draw, int point) {
    head("Cumulative weight of the points", box);
    var cumulative = draw.cumulative();
    var series = new LineChart.Series("", look.palette().accent(), 1, cumulative, point, "");
    var chart =
        new LineChart(new Axes("point", ""), Scale.Kind.LINEAR, cumulative.length, List.of(series));
    var area = below(box);
    chart.draw(
        surface,
        area,
        look,
        shown.hits(),
        i ->
            new Spot(
                new OfWeight(i),
                "weight of point " + (i + 1) + ": " + Numbers.text(draw.weights()[i])));
    boolean thrown =
        !(frame.focus() instanceof SeedingFocus.DrawPart(_, _, _, var part))
            || part == SeedingFocus.Part.RANDOM_NUMBER;
    if (thrown && point >= 0) {
      thrown(chart.frame(area, look), draw, point);
    }
  }

  private void thrown(PlotFrame plot, Draw draw, int point) {
    double y = plot.pixelY(draw.target());
    double x = plot.pixelX(point + 1);
    var stroke = new Ink.Stroke(look.palette().alarm(), look.px(1.8), look.px(4), look.px(3));
    surface.line(plot.box().x(), y, x, y, stroke);
    surface.line(x, y, x, plot.box().bottom(), stroke);
    var type = new Type(Type.Face.MONO, look.px(12), look.palette().text());
    String text = "r = " + Numbers.text(draw.random());
    double baseline = Math.max(plot.box().y() + look.px(12), y - look.px(5));
    surface.text(text, plot.box().x() + look.px(4), baseline, type);
  }

  private void sizes(Box box) {
    head("Points per cluster", box);
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
      surface.text("none assigned yet", box.x(), box.y() + look.px(HEAD + 18), muted());
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
            surface,
            below(box),
            look,
            shown.hits(),
            j -> new Spot(new OfSize(j), "cluster " + (j + 1) + ": " + sizes[j] + " points"));
  }

  private Type muted() {
    return new Type(Type.Face.REGULAR, look.px(12.5), look.palette().muted());
  }

  private void head(String text, Box box) {
    surface.text(
        text,
        box.x(),
        box.y() + look.px(13),
        new Type(Type.Face.BOLD, look.px(13), look.palette().text()));
  }

  private Box below(Box box) {
    return box.inset(look.px(HEAD), 0, 0, 0);
  }
}
