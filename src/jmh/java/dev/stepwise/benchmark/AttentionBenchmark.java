package dev.stepwise.benchmark;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.Viewport;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.view.matrices.HeadPainter;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.canvas.Canvas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// How long the stage of self-attention takes to be drawn, up to where the pipeline takes over: with
/// new values, and with the same ones under a moving pointer.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class AttentionBenchmark {
  private static final Box STAGE = new Box(0, 0, 900, 640);
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);

  /// How many tokens there are.
  @Param({"10", "512", "1024"})
  public long tokens;

  private Step<AttentionFrame> softmax;
  private StagePainter<AttentionFrame> painter;
  private CanvasSurface surface;
  private Canvas canvas;
  private int row;

  /// Random tokens.
  @Setup
  public void prepare() {
    var exercise = new AttentionExercise();
    var parameters = new LinkedHashMap<String, Object>(Map.of("seq_len", tokens));
    Run<AttentionFrame> run =
        exercise.run(exercise.problem(new Given(new LinkedHashMap<>(), parameters)));
    softmax = run.step(4);
    painter = new AttentionView().painter();
    canvas = new Canvas(STAGE.width(), STAGE.height());
    surface = new CanvasSurface(canvas.getGraphicsContext2D());
  }

  /// Nothing is kept from before: another preset, another size of the window.
  @Benchmark
  public void redraw() {
    clear();
    new AttentionView().painter().paint(surface, STAGE, Shown.atRest(softmax, LOOK));
  }

  /// The pointer goes to another cell: row and column follow it.
  @Benchmark
  public void hover() {
    clear();
    row = (row + 7) % (int) tokens;
    var pointed = Interaction.NONE.pointing(Optional.of(new OfCell(Tensor.WEIGHTS, row, 3)));
    painter.paint(
        surface,
        STAGE,
        new Shown<>(softmax, Optional.empty(), 1, LOOK, pointed, new Hits()));
  }

  /// The heatmap is dragged: the same values at other places.
  @Benchmark
  public void pan() {
    clear();
    row = (row + 1) % 100;
    double at = row / 200.0;
    var part = new Viewport(at, at, at + 0.5, at + 0.5);
    painter.paint(
        surface,
        STAGE,
        new Shown<>(
            softmax,
            Optional.empty(),
            1,
            LOOK,
            Interaction.NONE.seeing(HeadPainter.ZOOM, part),
            new Hits()));
  }

  /// A canvas that is cleared forgets what it was told to draw.
  private void clear() {
    canvas.getGraphicsContext2D().clearRect(0, 0, STAGE.width(), STAGE.height());
  }
}
