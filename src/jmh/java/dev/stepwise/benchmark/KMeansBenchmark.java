package dev.stepwise.benchmark;

import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.kmeans.KMeansRun;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.kmeans.KMeansView;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import java.util.concurrent.TimeUnit;
import javafx.scene.canvas.Canvas;
import org.apache.commons.math3.random.Well19937c;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// How long a step of k-means takes to be computed, to be found again, and to be drawn up to where
/// the pipeline takes over.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class KMeansBenchmark {
  private static final Box STAGE = new Box(0, 0, 900, 640);
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);

  /// How many points there are.
  @Param({"1000", "100000"})
  public int points;

  private KMeansProblem problem;
  private Run<KMeansFrame> run;
  private Step<KMeansFrame> first;
  private Step<KMeansFrame> second;
  private StagePainter<KMeansFrame> painter;
  private CanvasSurface surface;
  private Canvas canvas;

  /// Eight round clouds.
  @Setup
  public void prepare() {
    var random = new Well19937c(1);
    var cloud = new double[points][2];
    for (int i = 0; i < points; i++) {
      cloud[i][0] = 10 * (i % 4) + 3 * random.nextGaussian();
      cloud[i][1] = 10 * (i % 8 / 4) + 3 * random.nextGaussian();
    }
    problem = new KMeansProblem(cloud, null, 8, KMeansProblem.Init.RANDOM, 30, 0, 1);
    run = KMeansRun.of(problem);
    first = run.step(2);
    second = run.step(3);
    painter = new KMeansView().painter();
    canvas = new Canvas(STAGE.width(), STAGE.height());
    surface = new CanvasSurface(canvas.getGraphicsContext2D());
  }

  /// The first two iterations, from nothing.
  @Benchmark
  public Step<KMeansFrame> firstIterations() {
    return KMeansRun.of(problem).step(2);
  }

  /// A step that was computed before.
  @Benchmark
  public Step<KMeansFrame> seek() {
    return run.step(2);
  }

  /// A frame of the movement between two steps: the points stay, the centroids travel.
  @Benchmark
  public void movingFrame() {
    clear();
    painter.paint(surface, STAGE, Shown.atRest(first, LOOK));
  }

  /// Two frames of different steps: the points change their clusters.
  @Benchmark
  public void twoSteps() {
    clear();
    painter.paint(surface, STAGE, Shown.atRest(first, LOOK));
    clear();
    painter.paint(surface, STAGE, Shown.atRest(second, LOOK));
  }

  /// A canvas that is cleared forgets what it was told to draw.
  private void clear() {
    canvas.getGraphicsContext2D().clearRect(0, 0, STAGE.width(), STAGE.height());
  }
}
