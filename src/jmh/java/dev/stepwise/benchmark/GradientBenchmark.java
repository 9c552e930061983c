package dev.stepwise.benchmark;

import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.Series;
import dev.stepwise.compute.gradient.Trainer;
import dev.stepwise.lesson.Presets;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.CurvesMark;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Scale;
import dev.stepwise.draw.Sequence;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.canvas.Canvas;
import org.apache.commons.math3.random.Well19937c;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// How long a curve of a million losses takes to be drawn up to where the pipeline takes over,
/// and the whole training on the digits.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class GradientBenchmark {
  private static final int LOSSES = 1_000_000;
  private static final Box CHART = new Box(0, 0, 420, 240);
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);

  private CurvesMark curve;
  private NetworkProblem digits;
  private CanvasSurface surface;
  private Canvas canvas;

  private record Losses(Series.Prefix numbers) implements Sequence {
    @Override
    public int size() {
      return numbers.size();
    }

    @Override
    public double at(int index) {
      return numbers.at(index);
    }

    @Override
    public double least(int from, int to) {
      return numbers.least(from, to);
    }

    @Override
    public double most(int from, int to) {
      return numbers.most(from, to);
    }
  }

  private static GradientProblem preset(String id) {
    var exercise = new GradientExercise();
    var preset =
        Presets.of("gradient-descent").stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    return exercise.problem(preset.scenario(exercise).given());
  }

  /// A noisy fall of the loss with a peak now and then, and the presets.
  @Setup
  public void prepare() {
    var random = new Well19937c(1);
    var series = new Series();
    for (int i = 0; i < LOSSES; i++) {
      double fall = Math.exp(-i / 2e5) + 0.05 * random.nextDouble();
      series.put(i, i % 9973 == 0 ? 3 * fall : fall);
    }
    var losses = new Losses(series.prefix(LOSSES));
    curve =
        new CurvesMark(
            new Axes("epoch", ""),
            Scale.Kind.LINEAR,
            1000,
            0,
            Double.POSITIVE_INFINITY,
            List.of(new CurvesMark.Curve(Palette.LIGHT.accent(), 2, 0, 1e-3, losses)));
    digits = (NetworkProblem) preset("digits");
    canvas = new Canvas(CHART.width(), CHART.height());
    surface = new CanvasSurface(canvas.getGraphicsContext2D());
  }

  /// All losses in one chart.
  @Benchmark
  public Canvas millionLosses() {
    canvas.getGraphicsContext2D().clearRect(0, 0, CHART.width(), CHART.height());
    curve.draw(surface, CHART, LOOK, CurvesMark.Part.WHOLE);
    return canvas;
  }

  /// Thirty epochs on 1,348 images of digits.
  @Benchmark
  public Trainer.Fit digits() {
    return Trainer.fit(digits);
  }
}
