package dev.stepwise.compute.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockstepTest {
  private static final Named NAMES = Named.plain("one", "other");

  /// A number that a step writes.
  private record Single(double value) implements Frame {
    @Override
    public SequencedMap<String, Value> variables() {
      return new LinkedHashMap<>(Map.of("x", new Value.Scalar(value)));
    }

    @Override
    public List<Ref> written() {
      return List.of(Ref.of("x"));
    }
  }

  private static Run<Single> run(String... phases) {
    return Run.indexed(
        phases.length, i -> Step.of(StepKind.of(phases[i]), phases[i] + " " + i, new Single(i)));
  }

  private static List<String> pairs(Run<Single> first, Run<Single> second) {
    var both = Lockstep.of(NAMES, new Two<>(first, second));
    return IntStream.range(0, both.length())
        .mapToObj(both::step)
        .map(step -> step.frame())
        .map(frame ->
            frame.paths().first().getFirst()
                + " "
                + frame.paths().second().getFirst()
                + frame.waiting().map(side -> " " + side + " waits").orElse(""))
        .toList();
  }

  @Test
  void steps_of_the_same_phase_go_together() {
    assertThat(pairs(run("a", "b", "c"), run("a", "b", "c"))).containsExactly("0 0", "1 1", "2 2");
  }

  @Test
  void the_run_with_fewer_iterations_waits_for_the_other_before_both_end() {
    assertThat(pairs(run("start", "turn", "end"), run("start", "turn", "turn", "turn", "end")))
        .containsExactly("0 0", "1 1", "1 2 FIRST waits", "1 3 FIRST waits", "2 4");
  }

  @Test
  void a_step_that_one_run_alone_has_is_shown_while_the_other_waits() {
    assertThat(pairs(run("scores", "mask", "softmax"), run("scores", "softmax")))
        .containsExactly("0 0", "1 0 SECOND waits", "2 1");
  }

  @Test
  void steps_that_have_no_like_go_together_until_there_is_one_again() {
    assertThat(
            pairs(run("join", "f", "i", "c", "o", "state", "h"), run("join", "r", "z", "n", "h")))
        .containsExactly("0 0", "1 1", "2 2", "3 3", "4 3 SECOND waits", "5 3 SECOND waits", "6 4");
  }

  @Test
  void a_run_that_has_ended_waits() {
    assertThat(pairs(run("a"), run("a", "a", "a")))
        .containsExactly("0 0", "0 1 FIRST waits", "0 2 FIRST waits");
  }

  @Test
  void the_inside_of_a_step_that_one_run_alone_opens_is_walked_while_the_other_waits() {
    Run<Single> opening =
        Run.indexed(
            1, _ -> Step.of(StepKind.of("a"), "a", new Single(0)).opening(() -> run("p", "q")));
    var both = Lockstep.of(NAMES, new Two<>(opening, run("a")));
    var inside = both.step(0).inside();
    assertThat(inside.length()).isEqualTo(2);
    assertThat(inside.step(1).frame().waiting()).isEqualTo(Optional.of(Side.SECOND));
    assertThat(inside.step(1).frame().paths()).isEqualTo(new Two<>(List.of(0, 1), List.of(0)));
  }

  @Test
  void a_step_of_either_run_is_found_in_the_run_of_both() {
    var both =
        Lockstep.of(
            NAMES,
            new Two<>(run("start", "turn", "end"), run("start", "turn", "turn", "turn", "end")));
    var before = both.step(0).frame().joint();
    assertThat(before.pair(Side.FIRST, 2)).as("not known yet").isEmpty();
    assertThat(both.length()).isEqualTo(5);
    var joint = both.step(0).frame().joint();
    assertThat(joint.pair(Side.FIRST, 1)).hasValue(1);
    assertThat(joint.pair(Side.FIRST, 2)).hasValue(4);
    assertThat(joint.pair(Side.SECOND, 3)).hasValue(3);
    assertThat(joint.pair(Side.FIRST, 3)).isEmpty();
  }

  /// A number of another name.
  private record Other(double value) implements Frame {
    @Override
    public SequencedMap<String, Value> variables() {
      return new LinkedHashMap<>(Map.of("y", new Value.Scalar(value)));
    }

    @Override
    public List<Ref> written() {
      return List.of(Ref.of("y"));
    }
  }

  @Test
  void runs_that_write_nothing_in_common_differ_where_one_first_writes_what_the_other_has_not() {
    Run<Frame> first = Run.indexed(2, i -> Step.of(StepKind.of("a"), "a", new Single(i)));
    Run<Frame> second =
        Run.indexed(2, i -> Step.of(StepKind.of("a"), "a", i == 0 ? new Single(i) : new Other(i)));
    var found = FirstDifference.in(Lockstep.of(NAMES, new Two<>(first, second))).orElseThrow();
    assertThat(found.path()).containsExactly(1);
    assertThat(found.ref()).isEqualTo(Ref.of("x"));
    assertThat(found.values().first()).hasValue(1);
    assertThat(found.values().second()).isEmpty();
    assertThat(FirstDifference.in(Lockstep.of(NAMES, new Two<>(first, first)))).isEmpty();
  }

  @Test
  void the_first_number_that_differs_is_found_in_the_innermost_step() {
    Run<Single> first =
        Run.indexed(
            2,
            i -> Step.of(StepKind.of("a"), "a", new Single(i)).opening(() -> run("p", "q", "q")));
    Run<Single> second =
        Run.indexed(
            2,
            i ->
                Step.of(StepKind.of("a"), "a", new Single(i))
                    .opening(() ->
                        i == 0
                            ? run("p", "q", "q")
                            : Run.indexed(
                                3,
                                k -> Step.of(StepKind.of("q"), "q", new Single(k == 2 ? 9 : k)))));
    var found = FirstDifference.in(Lockstep.of(NAMES, new Two<>(first, second))).orElseThrow();
    assertThat(found.path()).containsExactly(1, 2);
    assertThat(found.values().first()).hasValue(2);
    assertThat(found.values().second()).hasValue(9);
  }
}
