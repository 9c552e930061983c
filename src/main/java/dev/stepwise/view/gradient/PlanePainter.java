package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Evaluation;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.HeatmapMark;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.ScatterMark;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Shown;
import dev.stepwise.view.gradient.GradientElement.OfConfusion;
import dev.stepwise.view.gradient.GradientElement.OfSample;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Draws the samples over the decision regions where they have two dimensions, and how often each
/// class is taken for each other where they have more.
final class PlanePainter {
  private static final double HEAD = 22;
  private static final double MARGIN = 0.08;
  private static final double REACH = 9;

  private final FieldPainter field;
  private final Clouds clouds;
  private final Brush brush;
  private final Surface surface;
  private final Look look;
  private final Shown<?> shown;
  private final NetworkFrame frame;

  PlanePainter(FieldPainter field, Clouds clouds, Brush brush, Shown<?> shown, NetworkFrame frame) {
    this.field = field;
    this.clouds = clouds;
    this.brush = brush;
    this.surface = brush.surface();
    this.look = brush.look();
    this.shown = shown;
    this.frame = frame;
  }

  /// Where the samples are drawn; also where the editor finds them.
  static PlotFrame plot(NetworkProblem problem, Look look, Box area) {
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    var below = thumbnail ? area : area.inset(look.px(HEAD - 6), 0, 0, 0);
    var inside = axes(problem).inside(below, look);
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
      confusion(area);
    }
  }

  private Parameters parameters() {
    var now = frame.moment().parameters();
    if (shown.before().isPresent()
        && shown.progress() < 1
        && shown.before().get().frame() instanceof NetworkFrame earlier) {
      return Between.parameters(earlier.moment().parameters(), now, shown.progress());
    }
    return now;
  }

  private void regions(Box area) {
    var problem = frame.problem();
    var axes = shown.axes() instanceof NetworkFrame edited ? edited.problem() : problem;
    var plot = plot(axes, look, area);
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    field.draw(surface, plot, parameters(), problem.activation(), look.palette());
    if (!thumbnail) {
      double x = brush.heading("Decision regions", area.x(), area.y() + look.px(12));
      boolean held = problem.data().held().length > 0;
      boolean batch = frame.moment().pass().isPresent() && frame.problem().batches() > 1;
      brush.remark(
          batch ? "batch solid" : held ? "held out faded" : "",
          x + look.px(8),
          area.y() + look.px(12),
          area.right());
      axes(problem).draw(surface, plot, look);
    }
    samples(plot);
  }

  private void samples(PlotFrame plot) {
    var data = frame.problem().data();
    clouds.use(data);
    var cloud = clouds.all();
    var pass = frame.moment().pass();
    boolean some = pass.isPresent() && frame.problem().batches() > 1;
    if (some) {
      surface.faded(0.28, () -> clouds.training(surface, plot, look));
      for (int sample : pass.get().samples()) {
        cloud.draw(surface, plot, look, sample);
      }
    } else {
      surface.faded(0.35, () -> clouds.held(surface, plot, look));
      clouds.training(surface, plot, look);
    }
    shown.hits().add(new SampleLookup(cloud, plot, look.px(REACH)));
    if (look.density() == Look.Density.THUMBNAIL) {
      return;
    }
    int sample = Lens.of(frame, shown.pinned()).sample();
    cloud.draw(surface, plot, look, sample);
    cloud.ring(surface, plot, look, sample, look.palette().text(), ScatterMark.Ring.SOLID);
    number(sample, plot);
    for (var element : shown.lit()) {
      if (element instanceof OfSample(int lit)) {
        cloud.ring(surface, plot, look, lit, look.palette().accent(), ScatterMark.Ring.SOLID);
      }
    }
  }

  /// The picked sample's number, on a plate because other samples lie about it: above its ring, and
  /// below where the plot ends.
  private void number(int sample, PlotFrame plot) {
    double[] at = frame.problem().data().x()[sample];
    double y = plot.pixelY(at[1]);
    double above = y - look.px(20.5);
    boolean fits = above - look.px(9) >= plot.box().y();
    brush.tag(
        Integer.toString(sample + 1),
        plot.pixelX(at[0]),
        fits ? above : y + look.px(20.5),
        look.palette().muted());
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

  private void confusion(Box area) {
    var data = frame.problem().data();
    boolean held = data.held().length > 0;
    int[] samples = held ? data.held() : data.training();
    var counts = Evaluation.of(frame.problem(), samples, frame.moment().parameters()).confusion();
    int classes = counts.length;
    boolean thumbnail = look.density() == Look.Density.THUMBNAIL;
    double[][] values =
        Arrays.stream(counts)
            .map(row -> Arrays.stream(row).asDoubleStream().toArray())
            .toArray(double[][]::new);
    double most = Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElse(1);
    var scale = new ColourScale(ColourMap.CIVIDIS, new LinearScale(0, Math.max(1, most)));
    var names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    var mark = new HeatmapMark(values, scale, names, names);
    if (thumbnail) {
      mark.draw(surface, area, look);
      return;
    }
    double x = brush.heading("Confusion", area.x(), area.y() + look.px(12));
    brush.remark(
        "%d %s samples".formatted(samples.length, held ? "held-out" : "training"),
        x + look.px(8),
        area.y() + look.px(12),
        area.right());
    var box = area.inset(look.px(HEAD + 20), 0, look.px(4), look.px(18));
    surface.text(
        "taken for " + data.names().answer("class"),
        box.centreX(),
        area.y() + look.px(HEAD + 14),
        brush.muted(11.5).aligned(Type.Align.CENTRE));
    surface.text(
        data.names().answer("class"),
        area.x() + look.px(12),
        box.centreY(),
        new Type(Type.Face.REGULAR, look.px(11.5), look.palette().muted(), Type.Align.CENTRE, -90));
    mark.draw(surface, box, look);
    for (int label = 0; label < classes; label++) {
      for (int taken = 0; taken < classes; taken++) {
        shown
            .hits()
            .add(
                new OfConfusion(label, taken),
                mark.cell(box, look, label, taken),
                "class %d taken for %d: %d".formatted(label, taken, counts[label][taken]));
      }
    }
  }
}
