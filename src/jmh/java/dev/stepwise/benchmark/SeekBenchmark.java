package dev.stepwise.benchmark;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.lesson.Presets;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Goes anywhere in a run of 50,000 steps that was computed once: from the nearest state that was
/// kept.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class SeekBenchmark {
  private static final long EPOCHS = 50_000;

  /// The preset whose training goes on so long.
  @Param({"line", "xor"})
  public String preset;

  private final Random random = new Random(1);
  private Run<GradientFrame> run;

  /// Trains once.
  @Setup
  public void prepare() {
    var exercise = new GradientExercise();
    var chosen =
        Presets.of(exercise.id()).stream()
            .filter(each -> each.id().equals(preset))
            .findFirst()
            .orElseThrow();
    var given = chosen.scenario(exercise).given();
    var parameters = new LinkedHashMap<>(given.parameters());
    parameters.put("epochs", EPOCHS);
    run = exercise.run(exercise.problem(new Given(given.inputs(), parameters)));
    run.step((int) EPOCHS);
  }

  /// A step anywhere, with what is said of it.
  @Benchmark
  public Step<GradientFrame> seek() {
    var step = run.step(1 + random.nextInt((int) EPOCHS));
    step.narration();
    return step;
  }
}
