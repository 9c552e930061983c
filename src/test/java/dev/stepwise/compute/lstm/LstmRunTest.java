package dev.stepwise.compute.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LstmRunTest {

  private static List<Step<LstmFrame>> everyStep(Run<LstmFrame> run) {
    var steps = new ArrayList<Step<LstmFrame>>();
    for (int index = 0; index < run.length(); index++) {
      var step = run.step(index);
      steps.add(step);
      if (step.isComposite()) {
        steps.addAll(everyStep(step.inside()));
      }
    }
    return steps;
  }

  @ParameterizedTest
  @EnumSource
  void watching_changes_nothing(Cell cell) {
    var problem = Sequences.generated(cell, 9, 5, 3);
    var run = LstmRun.of(problem);
    everyStep(run);
    var state = problem.start();
    for (int t = 0; t < problem.x().length; t++) {
      state = problem.recurrentCell().step(problem.x()[t], state).state();
      var watched = run.step(t).frame().time().moment().state();
      assertThat(watched.h()).containsExactly(state.h());
      assertThat(watched.c()).containsExactly(state.c());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_step_is_the_same_whatever_was_asked_for_before(Cell cell) {
    var problem = Sequences.generated(cell, 30, 3, 5);
    var forward = LstmRun.of(problem);
    everyStep(forward);
    var jumped = LstmRun.of(problem).step(20);
    var walked = forward.step(20);
    assertThat(jumped.narration()).isEqualTo(walked.narration());
    assertThat(jumped.frame().variables())
        .usingRecursiveComparison()
        .isEqualTo(walked.frame().variables());
    assertThat(jumped.conditions()).isEqualTo(walked.conditions());
  }

  @ParameterizedTest
  @EnumSource
  void what_a_step_writes_is_there_after_it(Cell cell) {
    for (var step : everyStep(LstmRun.of(Sequences.generated(cell, 2, 2, 7)))) {
      assertThat(step.frame().variables().keySet()).as(step.crumb()).containsAll(step.writes());
      assertThat(step.anchor()).isNotBlank();
      assertThat(step.narration().caption()).isNotBlank().doesNotContain("null");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_step_knows_no_more_than_was_computed(Cell cell) {
    var first = LstmRun.of(Sequences.generated(cell, 2, 2, 7)).step(0);
    assertThat(everyStep(first.inside()))
        .allSatisfy(step -> assertThat(step.frame().knows(cell.memory(), 1, 0)).isFalse());
    int known = 0;
    for (var step : everyStep(first.inside())) {
      // A step comes before the steps inside it here, so only leaves grow.
      if (!step.isComposite()) {
        int now = 0;
        for (var quantity : cell.quantities()) {
          now += step.frame().known(quantity);
        }
        assertThat(now).isGreaterThanOrEqualTo(known);
        known = now;
      }
    }
    assertThat(known).isEqualTo(2 * cell.quantities().size());
  }

  /// The products of a unit, added up, and its bias make its weighted sum to the last bit.
  @Test
  void terms_make_the_weighted_sum() {
    var problem = Sequences.generated(Cell.LSTM, 3, 4, 9);
    var unit = LstmRun.of(problem).step(2).inside().step(1).inside().step(3);
    var sum = unit.inside().step(0);
    var terms = sum.inside();
    var last = terms.step(terms.length() - 1);
    assertThat(terms.length()).isEqualTo(problem.inputs() + problem.hidden());
    var products =
        (Value.Vector) Objects.requireNonNull(last.frame().variables().get("W_f[j] * xh"));
    double total = 0;
    for (double product : products.values()) {
      total += product;
    }
    var time = unit.frame().time();
    double bias = problem.recurrentCell().layer(Quantity.F).bias()[3];
    assertThat(time.sum(Quantity.F, 3)).isEqualTo(total + bias);
    assertThat(sum.narration().title()).startsWith("Weighted sum of unit 4");
  }

  @Test
  void the_cell_state_is_kept_plus_added_at_every_step_of_many_seeds() {
    for (long seed = 0; seed < 20; seed++) {
      var problem = Sequences.generated(Cell.LSTM, 12, 5, seed);
      var history = problem.history();
      for (int t = 0; t < 12; t++) {
        var moment = (Moment.Lstm) history.moment(t);
        for (int j = 0; j < 5; j++) {
          assertThat(moment.c()[j])
              .isEqualTo(
                  moment.f()[j] * history.before(t).c()[j] + moment.i()[j] * moment.candidate()[j]);
          assertThat(Math.abs(moment.h()[j])).isLessThan(1);
          assertThat(moment.f()[j]).isBetween(0.0, 1.0);
        }
      }
    }
  }

  @Test
  void conditions_are_those_of_the_steps_inside() {
    var run = LstmRun.of(Sequences.generated(Cell.LSTM, 20, 3, 1));
    for (int t = 0; t < 20; t++) {
      var inside = new HashSet<>();
      everyStep(run.step(t).inside()).forEach(step -> inside.addAll(step.conditions()));
      assertThat(run.step(t).conditions()).isEqualTo(inside);
    }
  }

  /// f = σ(−10), i = σ(10), c̃ = tanh(±20): the sign of each input is written over the last.
  @Test
  void an_overwriting_unit_meets_its_conditions() {
    var problem =
        Sequences.EXERCISE.problem(
            Sequences.given(
                Map.of(
                    "X", new double[][] {{1}, {-1}},
                    "W_f", new double[][] {{0, 0}},
                    "W_i", new double[][] {{0, 0}},
                    "W_c", new double[][] {{20, 0}},
                    "W_o", new double[][] {{0, 0}},
                    "b_f", new double[] {-10},
                    "b_i", new double[] {10}),
                Map.of()));
    var second = LstmRun.of(problem).step(1);
    assertThat(second.conditions())
        .contains(LstmConditions.OVERWRITES, LstmConditions.SIGN_CHANGES)
        .doesNotContain(LstmConditions.SATURATES);
    assertThat(LstmRun.of(problem).step(0).conditions()).contains(LstmConditions.SATURATES);
    assertThat(second.narration().title()).isEqualTo("Time step 2: the unit is overwritten");
    assertThat(second.frame().time().value(Quantity.C, 0)).isCloseTo(-1, within(1e-3));
  }

  @Test
  void a_thousand_steps_of_128_units_are_reached_at_once() {
    var run = LstmRun.of(Sequences.generated(Cell.LSTM, 1000, 128, 1));
    var last = run.step(999);
    assertThat(last.frame().knownSteps(Quantity.C, 127)).isEqualTo(1000);
    assertThat(last.narration().table().rows()).hasSizeLessThan(20);
    assertThatThrownBy(() -> run.step(1000)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void formulas_end_in_the_value() {
    var frame = LstmRun.of(Sequences.generated(Cell.GRU, 4, 3, 6)).step(3).frame();
    var formulas =
        Sequences.EXERCISE.why(frame, Ref.of("h", 1)).orElseThrow().narration().formulas();
    var value = String.format(Locale.ROOT, "%.2f", frame.time().value(Quantity.H, 1));
    assertThat(formulas.getFirst()).contains("z_{4}^{(2)}");
    assertThat(formulas).allSatisfy(line -> assertThat(line).endsWith("\\mathbf{" + value + "}"));
  }
}
