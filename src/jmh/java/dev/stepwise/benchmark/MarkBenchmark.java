package dev.stepwise.benchmark;

import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.CurvesMark;
import dev.stepwise.draw.HeatmapMark;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Scale;
import dev.stepwise.draw.ScatterMark;
import dev.stepwise.draw.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import org.apache.commons.math3.random.Well19937c;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Dense marks from nothing, drawn by the software pipeline on a canvas and read back; `empty` is
/// the canvas and the reading alone.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class MarkBenchmark {
  private static final int CELLS = 1_024;
  private static final int POINTS = 100_000;
  private static final int VALUES = 10_000;
  private static final Box AREA = new Box(0, 0, 900, 640);
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);

  private HeatmapMark heatmap;
  private ScatterMark scatter;
  private PlotFrame frame;
  private CurvesMark line;
  private Canvas canvas;
  private final WritableImage image = new WritableImage((int) AREA.width(), (int) AREA.height());

  private record Noise(double[] values) implements Sequence {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double at(int index) {
      return values[index];
    }

    @Override
    public double least(int from, int to) {
      return Arrays.stream(values, from, to).min().orElse(Double.NaN);
    }

    @Override
    public double most(int from, int to) {
      return Arrays.stream(values, from, to).max().orElse(Double.NaN);
    }
  }

  /// Draws the numbers.
  @Setup
  public void prepare() throws InterruptedException {
    FxThread.start();
    var random = new Well19937c(1);
    var cells = new double[CELLS][CELLS];
    for (double[] row : cells) {
      Arrays.setAll(row, _ -> random.nextDouble());
    }
    heatmap =
        new HeatmapMark(cells, ColourScale.over(ColourMap.CIVIDIS, cells), List.of(), List.of());
    var xs = new double[POINTS];
    var ys = new double[POINTS];
    var categories = new int[POINTS];
    Arrays.setAll(xs, _ -> random.nextGaussian());
    Arrays.setAll(ys, _ -> random.nextGaussian());
    Arrays.setAll(categories, i -> i % 8);
    scatter = new ScatterMark(xs, ys, categories);
    frame = PlotFrame.equalAspect(AREA, xs, ys, 0.05);
    var noise = new double[VALUES];
    Arrays.setAll(noise, _ -> random.nextDouble());
    line =
        new CurvesMark(
            new Axes("t", ""),
            Scale.Kind.LINEAR,
            VALUES,
            0,
            Double.POSITIVE_INFINITY,
            List.of(new CurvesMark.Curve(Palette.LIGHT.accent(), 1.5, 0, 1, new Noise(noise))));
    canvas = new Canvas(AREA.width(), AREA.height());
  }

  /// Nothing.
  @Benchmark
  public void empty() throws InterruptedException, ExecutionException {
    draw(_ -> {});
  }

  /// A heatmap of 1,024×1,024 cells.
  @Benchmark
  public void heatmap() throws InterruptedException, ExecutionException {
    draw(surface -> heatmap.draw(surface, AREA, LOOK));
  }

  /// 100,000 points.
  @Benchmark
  public void scatter() throws InterruptedException, ExecutionException {
    draw(surface -> scatter.draw(surface, frame, LOOK));
  }

  /// A line of 10,000 noisy values.
  @Benchmark
  public void line() throws InterruptedException, ExecutionException {
    draw(surface -> line.draw(surface, AREA, LOOK, CurvesMark.Part.WHOLE));
  }

  private interface Drawing {
    void on(CanvasSurface surface);
  }

  private void draw(Drawing drawing) throws InterruptedException, ExecutionException {
    FxThread.run(() -> {
      var context = canvas.getGraphicsContext2D();
      context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
      drawing.on(CanvasSurface.animated(context));
      canvas.snapshot(null, image);
    });
  }
}
