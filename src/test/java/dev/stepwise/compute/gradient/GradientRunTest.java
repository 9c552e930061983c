package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.gradient.network.Order;
import dev.stepwise.compute.gradient.regression.LinearRegression;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientRunTest {

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  private static NetworkFrame frame(Step<GradientFrame> step) {
    return (NetworkFrame) step.frame();
  }

  private static Step<GradientFrame> last(Run<GradientFrame> run) {
    return run.step(run.length() - 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void watching_changes_nothing(long seed) {
    var problem = Problems.network(seed);
    var fit = Trainer.fit(problem);
    var end = frame(last(NetworkRun.of(problem)));
    assertThat(end.moment().parameters().sameAs(fit.parameters())).isTrue();
    assertThat(end.moment().curves().epochs().toArray())
        .containsExactly(fit.losses().stream().mapToDouble(Double::doubleValue).toArray());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void watching_a_regression_changes_nothing(long seed) {
    var problem = Problems.regression(seed);
    var descent = problem.descent();
    var fit =
        LinearRegression.fit(
            problem.x(),
            problem.y(),
            descent.epochs(),
            descent::rateIn,
            epoch -> batches(problem, epoch));
    var end = (RegressionFrame) last(RegressionRun.of(problem)).frame();
    assertThat(end.model().weights()).containsExactly(fit.model().weights());
    assertThat(end.model().bias()).isEqualTo(fit.model().bias());
    assertThat(end.losses().toArray())
        .containsExactly(fit.losses().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static int[][] batches(RegressionProblem problem, int epoch) {
    int[] order = RegressionTrainer.order(problem, epoch);
    int size = problem.descent().sizeOfBatch(order.length);
    return IntStream.range(0, problem.batches())
        .mapToObj(batch -> Order.batch(order, batch, size))
        .toArray(int[][]::new);
  }

  @Test
  void captions_call_columns_by_their_names() {
    var problem =
        new RegressionProblem(
            new double[][] {{1, 2}, {3, 5}, {4, 1}},
            new double[] {1, 2, 3},
            new Descent(0.01, List.of(), 3, 0, Descent.Ordering.AS_GIVEN, 1),
            new DataNames(List.of("age", "bmi"), "risk"));
    var epoch = RegressionRun.of(problem).step(1);
    assertThat(epoch.narration().caption()).contains("·age", "·bmi").doesNotContain("x0");
    var derivative = epoch.inside().step(2).inside().step(1);
    assertThat(derivative.narration().table().head()).contains("bmi");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_inside_of_an_epoch_leads_to_its_end(long seed) {
    var run = NetworkRun.of(Problems.network(seed));
    var epoch = run.step(1);
    var batches = epoch.inside();
    var lastBatch = last(batches);
    assertThat(frame(lastBatch).moment().parameters().sameAs(frame(epoch).moment().parameters()))
        .isTrue();
    assertThat(frame(lastBatch).moment().curves().batches().toArray())
        .containsExactly(frame(epoch).moment().curves().batches().toArray());
    var update = last(lastBatch.inside());
    assertThat(update.phase()).isEqualTo("update");
    assertThat(frame(update).moment().parameters().sameAs(frame(epoch).moment().parameters()))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_batches_of_a_regressions_epoch_lead_to_its_end(long seed) {
    var problem = Problems.regression(seed);
    var epoch = RegressionRun.of(problem).step(1);
    var end = (RegressionFrame) epoch.frame();
    var inside = epoch.inside();
    boolean several = problem.batches() > 1;
    assertThat(inside.length()).isEqualTo(several ? 2 + problem.batches() : 4);
    var update = several ? last(last(inside).inside()) : last(inside);
    var frame = (RegressionFrame) update.frame();
    assertThat(update.phase()).isEqualTo("update");
    assertThat(frame.model().weights()).containsExactly(end.model().weights());
    assertThat(frame.path().getFirst().toArray())
        .containsExactly(end.path().getFirst().toArray())
        .hasSize(problem.batches() + 1);
    assertThat(frame.losses().toArray()).containsExactly(end.losses().toArray());
  }

  @Test
  void a_regression_in_batches_of_two_goes_as_numpy_does() {
    // for e in range(3): losses.append(((w*x+b-y)**2).mean()), then slices 0:2, 2:4, 4:5
    var problem =
        new RegressionProblem(
            new double[][] {{0}, {1}, {2}, {3}, {4}},
            new double[] {1, 3, 5, 7, 9.5},
            new Descent(0.05, List.of(), 3, 2, Descent.Ordering.AS_GIVEN, 42));

    assertThat(((RegressionFrame) last(RegressionRun.of(problem)).frame()).losses().toArray())
        .containsExactly(
            new double[] {34.85, 1.5467445625000011, 0.02466961783553515}, within(1e-12));
  }

  @Test
  void going_back_is_exact() {
    var problem = Problems.network(4);
    var forwards = NetworkRun.of(problem);
    int length = forwards.length();
    var backwards = NetworkRun.of(problem);
    for (int i = length - 1; i >= 0; i--) {
      var one = forwards.step(i);
      var other = backwards.step(i);
      assertThat(frame(one).moment().parameters().sameAs(frame(other).moment().parameters()))
          .isTrue();
      assertThat(one.narration()).isEqualTo(other.narration());
    }
  }

  @Test
  void the_steps_of_a_batch_are_those_of_the_equations() {
    var run = NetworkRun.of(Problems.network(1));
    var batch = run.step(1).inside().step(1);
    var parts = batch.inside();
    assertThat(names(parts)).containsExactly("Forward", "Backward", "Update");
    assertThat(names(parts.step(0).inside())).containsExactly("z1", "a1", "z2", "p", "loss");
    assertThat(names(parts.step(1).inside()))
        .containsExactly("dz2", "dW2", "db2", "da1", "dz1", "dW1", "db1");
  }

  private static List<String> names(Run<GradientFrame> run) {
    return IntStream.range(0, run.length()).mapToObj(i -> run.step(i).crumb()).toList();
  }

  @Test
  void a_tensor_is_not_known_before_its_step() {
    var run = NetworkRun.of(Problems.network(1));
    var forward = run.step(1).inside().step(1).inside().step(0).inside();
    var pass = frame(forward.step(0)).moment().pass().orElseThrow();
    assertThat(pass.knows(Tensor.Z1)).isTrue();
    assertThat(pass.knows(Tensor.A1)).isFalse();
    assertThat(forward.step(0).frame().variables()).containsKey("z1").doesNotContainKey("a1");
  }

  @Test
  void every_written_variable_is_there_with_its_reads() {
    walk(NetworkRun.of(Problems.network(2)), 5);
    walk(RegressionRun.of(Problems.regression(2)), 5);
    var exercise = new GradientExercise();
    var probe =
        dev.stepwise.compute.exercise.Given.nothing()
            .withParameters(java.util.Map.of("model", "variance-probe", "hidden_size", 8L));
    walk(exercise.run(exercise.problem(probe)), 5);
  }

  private static void walk(Run<GradientFrame> run, int depth) {
    int shown = Math.min(run.length(), 9);
    for (int i = 0; i < shown; i++) {
      var step = run.step(i);
      assertThat(step.frame().variables().keySet())
          .as(step.crumb())
          .containsAll(step.writes())
          .containsAll(step.reads());
      assertThat(step.narration().caption()).isNotBlank();
      if (depth > 1 && step.isComposite()) {
        walk(step.inside(), depth - 1);
      }
    }
  }

  @Test
  void a_rate_of_a_million_stops_with_a_reason() {
    var problem = Problems.network(7);
    var fast =
        problem.withDescent(new Descent(1e6, List.of(), 50, 4, Descent.Ordering.SHUFFLED, 7));
    var end = last(NetworkRun.of(fast));
    assertThat(end.phase()).isEqualTo("stopped");
    assertThat(((NetworkFrame) end.frame()).focus()).isInstanceOf(NetworkFocus.Stopped.class);
    assertThat(end.narration().caption()).contains("overshoots");
    assertThat(end.conditions()).contains(GradientConditions.DIVERGES);
  }

  @Test
  void a_rising_loss_and_a_changed_rate_are_conditions() {
    var problem = Problems.network(2);
    var changed =
        problem.withDescent(
            new Descent(
                0.1, List.of(new Descent.RateChange(2, 0.05)), 3, 0, Descent.Ordering.AS_GIVEN, 2));
    var run = NetworkRun.of(changed);
    assertThat(run.step(2).conditions()).contains(GradientConditions.RATE_CHANGES);
    assertThat(run.step(1).conditions()).doesNotContain(GradientConditions.RATE_CHANGES);
    assertThat(changed.descent().rateIn(2)).isEqualTo(0.05);
  }

  @Test
  void ten_thousand_epochs_start_at_once_and_are_reached() {
    var problem = Problems.network(3);
    var tiny =
        problem.withDescent(new Descent(0.01, List.of(), 10_000, 0, Descent.Ordering.SHUFFLED, 3));
    var run = NetworkRun.of(tiny);
    assertThat(run.step(1).crumb()).isEqualTo("Epoch 1");
    assertThat(run.length()).isEqualTo(10_002);
    long start = System.nanoTime();
    assertThat(run.step(4321).crumb()).isEqualTo("Epoch 4321");
    assertThat((System.nanoTime() - start) / 1e6).isLessThan(1000);
  }

  @Test
  void an_interrupted_thread_cancels_the_run() {
    var run = NetworkRun.of(Problems.network(2));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> run.step(1)).isInstanceOf(CancellationException.class);
    } finally {
      var _ = Thread.interrupted();
    }
    assertThat(run.step(1).phase()).isEqualTo("epoch");
  }
}
