package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.gradient.DeadUnits;
import dev.stepwise.compute.gradient.Evaluation;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.ProbeFrame;
import dev.stepwise.compute.gradient.RegressionProblem;
import dev.stepwise.compute.gradient.RegressionTrainer;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.Trainer;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Navigator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each preset makes the point that it claims to make.
class GradientPresetsTest {
  private final GradientExercise exercise = new GradientExercise();

  static List<Preset> presets() {
    return Presets.of("gradient-descent");
  }

  private Preset preset(String id) {
    return presets().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private NetworkProblem network(String id) {
    return (NetworkProblem) exercise.problem(preset(id).scenario(exercise).given());
  }

  private RegressionProblem regression(String id) {
    return (RegressionProblem) exercise.problem(preset(id).scenario(exercise).given());
  }

  private Step<GradientFrame> opened(String id) {
    var run = exercise.run(exercise.problem(preset(id).scenario(exercise).given()));
    var navigator = new Navigator<>(run);
    return navigator.step(navigator.find(preset(id).opens()).orElseThrow());
  }

  private static Evaluation trained(NetworkProblem problem) {
    return Evaluation.of(problem, problem.data().training(), Trainer.fit(problem).parameters());
  }

  @ParameterizedTest
  @MethodSource("presets")
  void a_preset_says_its_point_in_one_sentence(Preset preset) {
    assertThat(preset.scenario(exercise).title()).isEqualTo(preset.title());
    assertThat(preset.point()).matches("[A-Z0-9].*\\.");
  }

  @Test
  void three_groups_open_at_a_weight_whose_unit_is_on() {
    var step = opened("three-blobs");
    var frame = (NetworkFrame) step.frame();
    assertThat(frame.focus())
        .isInstanceOfSatisfying(
            NetworkFocus.Cell.class, cell -> assertThat(cell.tensor()).isEqualTo(Tensor.DW1));
    assertThat(step.narration().caption()).contains("agrees");
    assertThat(trained(network("three-blobs")).accuracy()).isGreaterThan(0.9);
  }

  @Test
  void xor_and_the_spiral_are_solved() {
    assertThat(trained(network("xor")).accuracy()).isGreaterThan(0.98);
    assertThat(trained(network("spiral")).accuracy()).isGreaterThan(0.97);
  }

  @Test
  void too_high_a_rate_stops_after_some_epochs_and_says_where_it_overflows() {
    var end = opened("rate-too-high");
    assertThat(end.phase()).isEqualTo("stopped");
    assertThat(end.narration().caption()).contains("overshoots", "NaN");
    assertThat(((NetworkFrame) end.frame()).moment().epoch()).isGreaterThan(2);
  }

  @Test
  void from_zero_only_the_last_bias_learns() {
    var fit = Trainer.fit(network("zero-weights"));
    assertThat(fit.parameters().w1()).isDeepEqualTo(new double[2][6]);
    assertThat(fit.parameters().w2()).isDeepEqualTo(new double[6][3]);
    assertThat(fit.parameters().b1()).containsOnly(0);
    // The rarest class gets the lowest bias, and the loss falls.
    assertThat(fit.parameters().b2()[2]).isLessThan(-0.3);
    assertThat(fit.losses().getLast()).isLessThan(fit.losses().getFirst() - 0.03);
  }

  @Test
  void dead_units_stay_dead_and_leaky_ones_learn() {
    var dead = network("dead-relu");
    var fit = Trainer.fit(dead);
    assertThat(DeadUnits.count(DeadUnits.of(dead, fit.parameters()))).isEqualTo(8);
    assertThat(fit.parameters().w1()).isDeepEqualTo(Trainer.initialise(dead).w1());
    assertThat(trained(dead).accuracy()).isLessThan(0.5);
    assertThat(trained(network("leaky-relu")).accuracy()).isGreaterThan(0.95);
  }

  @Test
  void the_gradient_of_a_dead_unit_is_said_to_be_nothing() {
    var navigator = new Navigator<>(exercise.run(network("dead-relu")));
    var step = navigator.step(navigator.find("3.3.2.6.2").orElseThrow());
    assertThat(step.narration().caption())
        .contains("Each of 32 samples has a share, and all are 0")
        .doesNotContain("largest")
        .contains("agrees: 0.");
  }

  @Test
  void only_he_keeps_the_signal_through_ten_layers() {
    var lanes = ((ProbeFrame) opened("depth-probe").frame()).lanes();
    double small = lanes.get(0).layers().getLast().variance();
    double xavier = lanes.get(1).layers().getLast().variance();
    double he = lanes.get(2).layers().getLast().variance();
    assertThat(small).isLessThan(1e-10);
    assertThat(xavier).isLessThan(1e-2);
    assertThat(he).isBetween(0.2, 3.0);
  }

  @Test
  void digits_reach_95_per_cent_on_what_they_never_saw() {
    var problem = network("digits");
    var fit = Trainer.fit(problem);
    var held = Evaluation.of(problem, problem.data().held(), fit.parameters());
    assertThat(problem.data().x()).hasDimensions(1797, 64);
    assertThat(held.accuracy()).isGreaterThan(0.95);
  }

  @Test
  void iris_mixes_up_versicolor_and_virginica_alone() {
    var problem = network("iris");
    var confusion =
        Evaluation.of(problem, problem.data().held(), Trainer.fit(problem).parameters())
            .confusion();
    assertThat(confusion[0][1] + confusion[0][2] + confusion[1][0] + confusion[2][0]).isZero();
  }

  @Test
  void linear_regression_finds_what_made_the_data() {
    var model = RegressionTrainer.fit(regression("linear-regression")).model();
    assertThat(model.weights())
        .containsExactly(
            new double[] {2.5, -1.3, 0.8}, org.assertj.core.api.Assertions.within(0.05));
    assertThat(RegressionTrainer.fit(regression("line")).trouble()).isEmpty();
  }

  @Test
  void a_rate_above_the_largest_makes_the_line_diverge() {
    assertThat(RegressionTrainer.fit(regression("line-diverges")).trouble()).isPresent();
    assertThat(opened("line-diverges").narration().caption()).contains("every rate above");
  }

  @Test
  void a_smaller_rate_calms_the_loss() {
    var losses = RegressionTrainer.fit(regression("rate-drop")).losses();
    // The axis goes to the first loss: the jumps take a third of it, the end none.
    assertThat(spread(losses.subList(5, 25))).isGreaterThan(0.33 * losses.getFirst());
    assertThat(spread(losses.subList(36, 45))).isLessThan(0.01 * losses.getFirst());
  }

  private static double spread(List<Double> losses) {
    var all = losses.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  @Test
  void the_bug_is_revealed_where_the_preset_opens() {
    assertThat(opened("sum-beside-mean").narration().caption()).contains("this gradient is wrong");
  }
}
