package dev.stepwise.benchmark;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.lesson.Presets;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.bpe.BpeView;
import dev.stepwise.view.cosine.CosineView;
import dev.stepwise.view.gradient.GradientView;
import dev.stepwise.view.kmeans.KMeansView;
import dev.stepwise.view.lstm.LstmView;
import dev.stepwise.view.multihead.MultiHeadView;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// From a step to its picture, step after step of a preset: computing it, laying it out and telling
/// the canvas what to draw, and the software pipeline's drawing of that. `picture` also reads the
/// pixels back, which a window need not.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class FrameBenchmark {
  private static final int MOST_STEPS = 100;

  private static final List<ExerciseView<?, ?>> VIEWS =
      List.of(
          new AttentionView(),
          new MultiHeadView(),
          new LstmView(),
          new KMeansView(),
          new GradientView(),
          new BpeView(),
          new CosineView());

  /// An exercise and one of its presets: at teaching size first, then at that of a lecture.
  @Param({
    "self-attention/it-finds-its-noun",
    "multi-head-attention/four-specialists",
    "lstm/remember-bit",
    "k-means/three-blobs",
    "gradient-descent/xor",
    "bpe/low",
    "cosine-search/three-metrics",
    "self-attention/long-sequence",
    "multi-head-attention/course-size",
    "lstm/word",
    "k-means/digits",
    "gradient-descent/digits",
    "bpe/constitution",
    "cosine-search/random-100000"
  })
  public String preset;

  private Played<?, ?> played;

  /// Opens the preset.
  @Setup
  public void prepare() throws InterruptedException, ExecutionException {
    FxThread.start();
    var name = preset.split("/");
    var view =
        VIEWS.stream()
            .filter(each -> each.exercise().id().equals(name[0]))
            .findFirst()
            .orElseThrow();
    FxThread.run(() -> played = new Played<>(view, name[1]));
  }

  /// Computes a step that was not asked for before.
  @Benchmark
  public Object compute() {
    return played.compute();
  }

  /// Lays a step out and tells the canvas what to draw.
  @Benchmark
  public void layOut() throws InterruptedException, ExecutionException {
    FxThread.run(played::layOut);
  }

  /// The same, drawn by the pipeline and read back.
  @Benchmark
  public void picture() throws InterruptedException, ExecutionException {
    FxThread.run(played::picture);
  }

  /// A run that is played, again and again.
  private static final class Played<P, F extends Frame> {
    private static final Box STAGE = new Box(0, 0, 900, 640);
    private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);

    private final ExerciseView<P, F> view;
    private final P problem;
    private final StagePainter<F> painter;
    private final Canvas canvas = new Canvas(STAGE.width(), STAGE.height());
    private final WritableImage image =
        new WritableImage((int) STAGE.width(), (int) STAGE.height());
    private Run<F> computed;
    private int next;
    private final Run<F> known;
    private int shown;

    Played(ExerciseView<P, F> view, String name) {
      this.view = view;
      var preset =
          Presets.of(view.exercise().id()).stream()
              .filter(each -> each.id().equals(name))
              .findFirst()
              .orElseThrow();
      problem = view.exercise().problem(preset.scenario(view.exercise()).given());
      computed = view.exercise().run(problem);
      known = view.exercise().run(problem);
      painter = view.painter();
    }

    private Step<F> compute() {
      if (next == MOST_STEPS || !computed.has(next)) {
        next = 0;
        computed = view.exercise().run(problem);
      }
      return computed.step(next++);
    }

    private void layOut() {
      shown = shown == MOST_STEPS || !known.has(shown + 1) ? 0 : shown + 1;
      var context = canvas.getGraphicsContext2D();
      context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
      painter.paint(CanvasSurface.animated(context), STAGE, Shown.atRest(known.step(shown), LOOK));
    }

    private void picture() {
      layOut();
      canvas.snapshot(null, image);
    }
  }
}
