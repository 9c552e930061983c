package dev.stepwise.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From a line of the code to the step that executes it next.
class LineSearchTest extends PlayerHarness {

  /// Four steps `loop`; the second and the fourth open into `first`, `second`, `second`.
  private static Run<Runs.Empty> loops() {
    return Run.indexed(
        4,
        i -> {
          var step = step("loop");
          return i % 2 == 0
              ? step
              : step.opening(() -> Run.indexed(3, j -> step(j == 0 ? "first" : "second")));
        });
  }

  private static Step<Runs.Empty> step(String anchor) {
    return Step.of(StepKind.of("phase").at(anchor), anchor, new Runs.Empty());
  }

  @ParameterizedTest
  @CsvSource({
    "1, second, Later, 2.2",
    "2.2, second, Later, 2.3",
    "2.3, second, Later, 4.2",
    "2, first, Later, 4.1",
    "2.3, loop, Later, 2",
    "4, second, FromStart, 2.2",
    "4.3, first, FromStart, 2.1",
    "4, loop, FromStart, 1",
    "3, other, Never, 3"
  })
  void the_next_execution_is_found_at_any_depth(
      String from, String line, String told, String where) {
    var player = open(loops());
    player.goTo(Position.parse(from).orElseThrow());
    worker.runAll();
    var found = new ArrayList<Execution>();
    player.toExecution(Set.of(line), found::add);
    worker.runAll();
    assertThat(at()).isEqualTo(where);
    assertThat(found)
        .singleElement()
        .extracting(execution -> execution.getClass().getSimpleName())
        .isEqualTo(told);
  }

  @Test
  void the_only_execution_is_told_as_such() {
    var search = new LineSearch<>(new Navigator<>(Run.indexed(1, _ -> step("once"))), 9);
    assertThat(search.after(Position.START, Set.of("once")))
        .isEqualTo(new Execution.OnlyHere(Position.START));
  }

  @Test
  void a_line_of_several_names_is_executed_by_each_of_them() {
    var search = new LineSearch<>(new Navigator<>(loops()), 99);
    assertThat(search.after(Position.parse("2.1").orElseThrow(), Set.of("first", "second")))
        .isEqualTo(new Execution.Later(Position.parse("2.2").orElseThrow()));
  }

  @Test
  void a_search_ends_after_so_many_steps() {
    var made = new AtomicInteger();
    var endless =
        new Navigator<>(
            Run.indexed(
                1_000_000,
                _ -> {
                  made.incrementAndGet();
                  return step("loop");
                }));
    var found = new LineSearch<>(endless, 50).after(Position.START, Set.of("other"));
    assertThat(found).isEqualTo(new Execution.TooFar(50));
    assertThat(made.get()).isLessThan(200);
  }

  @Test
  void a_search_given_up_leaves_the_run_where_it_stands_and_tells_nothing() {
    var player = open(loops());
    var found = new ArrayList<Execution>();
    player.toExecution(Set.of("second"), found::add);
    assertThat(player.isBusy()).isTrue();
    player.cancel();
    worker.runAll();
    assertThat(at()).isEqualTo("1");
    assertThat(found).isEmpty();
    player.over();
    worker.runAll();
    assertThat(at()).isEqualTo("2");
  }

  @Test
  void playing_pauses_at_every_step_of_the_walk_that_executes_a_marked_line() {
    var player = open(loops());
    player.toggleLineBreak(Set.of("second", "third"));
    play(player, 9);
    assertThat(at()).as("steps inside are not walked through").isEqualTo("4");
    player.goTo(Position.parse("2.1").orElseThrow());
    worker.runAll();
    var stops = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      play(player, 9);
      stops.add(at());
    }
    assertThat(stops).isEqualTo(List.of("2.2", "2.3", "4.2"));
    assertThat(states.getLast().lineBreaks()).containsExactlyInAnyOrder("second", "third");
    player.toggleLineBreak(Set.of("second", "third"));
    assertThat(player.lineBreaks()).isEmpty();
    play(player, 9);
    assertThat(at()).isEqualTo("4.3");
  }
}
