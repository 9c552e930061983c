package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.ScatterMark;
import dev.stepwise.view.gradient.GradientElement.OfSample;
import java.util.Arrays;
import java.util.Optional;

/// Draws the samples over the decision regions where they have two dimensions, and how often each
/// class is taken for each other where they have more.
final class PlanePainter {
  private static final double MARGIN = 0.08;
  private static final double REACH = 9;

  /// From a sample to the middle of its number.
  private static final double NUMBER = 20;

  private final FieldPainter field;
  private final Clouds clouds;
  private final NetworkScene scene;
  private final Pen pen;
  private final NetworkFrame frame;

  PlanePainter(FieldPainter field, Clouds clouds, NetworkScene scene) {
    this.field = field;
    this.clouds = clouds;
    this.scene = scene;
    this.pen = scene.pen();
    this.frame = scene.frame();
  }

  /// Where the samples are drawn; also where the editor finds them.
  static PlotFrame plot(NetworkProblem problem, Look look, Box area) {
    var inside = axes(problem).inside(area.inset(Pen.head(look), 0, 0, 0), look);
    double[][] x = problem.data().x();
    return PlotFrame.equalAspect(inside, column(x, 0), column(x, 1), MARGIN);
  }

  private static Axes axes(NetworkProblem problem) {
    var names = problem.data().names();
    return new Axes(names.column(0, "x₀"), names.column(1, "x₁"));
  }

  static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }

  void paint(Box area) {
    if (frame.problem().data().dimensions() == 2) {
      regions(area);
    } else {
      new ConfusionPainter(scene).paint(area);
    }
  }

  private void regions(Box area) {
    var problem = frame.problem();
    var edited = scene.sheet().shown().axes() instanceof NetworkFrame other ? other : frame;
    var plot = plot(edited.problem(), pen.look(), area);
    field.draw(pen.surface(), plot, scene.parameters(), problem.leak(), pen.palette());
    pen.heading(
        area,
        "Decision regions",
        scene.looksAtABatch() ? "batch solid" : scene.holdsOut() ? "held out faded" : "");
    if (pen.speaks()) {
      axes(problem).draw(pen.surface(), plot, pen.look());
    }
    samples(plot);
  }

  private void samples(PlotFrame plot) {
    var surface = pen.surface();
    var look = pen.look();
    clouds.use(frame.problem().data());
    var cloud = clouds.all();
    if (scene.looksAtABatch()) {
      surface.faded(0.28, () -> clouds.training(surface, plot, look));
      for (int sample : frame.moment().pass().orElseThrow().samples()) {
        cloud.draw(surface, plot, look, sample);
      }
    } else {
      surface.faded(0.35, () -> clouds.held(surface, plot, look));
      clouds.training(surface, plot, look);
    }
    var shown = scene.sheet().shown();
    shown.hits().add(new SampleLookup(cloud, plot, pen.px(REACH)));
    if (!pen.speaks()) {
      return;
    }
    int sample = scene.lens().sample();
    cloud.draw(surface, plot, look, sample);
    cloud.ring(surface, plot, look, sample, pen.palette().text(), ScatterMark.Ring.SOLID);
    number(sample, plot);
    for (var element : shown.lit()) {
      if (element instanceof OfSample(int lit)) {
        cloud.ring(surface, plot, look, lit, pen.palette().accent(), ScatterMark.Ring.SOLID);
      }
    }
  }

  /// The picked sample's number, on a plate because other samples lie about it: above its ring, and
  /// below where the plot ends.
  private void number(int sample, PlotFrame plot) {
    double[] at = frame.problem().data().x()[sample];
    var text = Integer.toString(sample + 1);
    var plates = new Plates(pen);
    double x = plot.pixelX(at[0]);
    double y = plot.pixelY(at[1]);
    var above = plates.at(text, x, y - pen.px(NUMBER));
    boolean fits = above.y() >= plot.box().y();
    var plate = fits ? above : plates.at(text, x, y + pen.px(NUMBER));
    plates.draw(text, plate, pen.palette().muted());
  }

  private record SampleLookup(ScatterMark cloud, PlotFrame plot, double reach)
      implements Hits.Lookup {
    @Override
    public Optional<Hits.Hit> at(double x, double y) {
      int sample = plot.box().contains(x, y) ? cloud.nearest(plot, x, y, reach) : -1;
      return sample < 0 ? Optional.empty() : Optional.of(hit(sample));
    }

    @Override
    public Optional<Hits.Hit> of(Element element) {
      return element instanceof OfSample(int sample) && sample < cloud.xs().length
          ? Optional.of(hit(sample))
          : Optional.empty();
    }

    private Hits.Hit hit(int sample) {
      double x = plot.pixelX(cloud.xs()[sample]);
      double y = plot.pixelY(cloud.ys()[sample]);
      return new Hits.Hit(
          new OfSample(sample),
          new Box(x - reach, y - reach, 2 * reach, 2 * reach),
          "point %d, class %d; click to follow it"
              .formatted(sample + 1, cloud.categories()[sample]));
    }
  }
}
