package dev.stepwise.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where playing pauses by itself.
class PlayerBreaksTest extends PlayerHarness {

  @Test
  void playing_pauses_at_a_condition_and_says_which() {
    var player =
        open(Run.indexed(5, i -> Runs.step("s", i == 2 ? Set.of(Runs.TIE) : Set.of(), null)));
    player.setBreakOn(Set.of(Runs.TIE));
    play(player, 9);
    assertThat(at()).isEqualTo("3");
    assertThat(states.getLast().playing()).isFalse();
    assertThat(states.getLast().stoppedAt()).containsExactly(Runs.TIE);
    play(player, 9);
    assertThat(at()).isEqualTo("5");
  }

  /// Three steps that open into three leaves; a tie in the second one, told by none or by the
  /// second of its leaves.
  private static Run<Runs.Empty> tieInTheSecond(Set<Condition> toldInside) {
    return Run.indexed(
        3,
        i ->
            Runs.step(
                "s",
                i == 1 ? Set.of(Runs.TIE) : Set.of(),
                () ->
                    Run.indexed(
                        3, j -> Runs.step("t", i == 1 && j == 1 ? toldInside : Set.of(), null))));
  }

  @Test
  void inside_a_step_its_condition_pauses_where_it_ends() {
    var player = open(tieInTheSecond(Set.of()));
    player.setBreakOn(Set.of(Runs.TIE));
    player.into();
    play(player, 9);
    assertThat(at()).isEqualTo("2.3");
    assertThat(states.getLast().stoppedAt()).containsExactly(Runs.TIE);
  }

  @Test
  void a_condition_met_inside_is_not_told_again_where_the_step_ends() {
    var player = open(tieInTheSecond(Set.of(Runs.TIE)));
    player.setBreakOn(Set.of(Runs.TIE));
    player.into();
    play(player, 9);
    assertThat(at()).isEqualTo("2.2");
    play(player, 12);
    assertThat(at()).isEqualTo("3.3");
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 2.1", "2.2, 1, 2", "2.2, 2, 2.2"})
  void a_breakpoint_is_met_at_every_depth(String breakpoint, int depth, String stop) {
    var player = open(Runs.tree(3, 3));
    player.toggleBreakpoint(Position.parse(breakpoint).orElseThrow());
    if (depth == 2) {
      player.into();
    }
    play(player, 9);
    assertThat(at()).isEqualTo(stop);
    assertThat(player.breakpoints()).hasSize(1);
  }

  @Test
  void a_condition_that_is_not_chosen_does_not_pause() {
    var player = open(Run.indexed(5, _ -> Runs.step("s", Set.of(Runs.TIE), null)));
    play(player, 9);
    assertThat(at()).isEqualTo("5");
    assertThat(states.getLast().stoppedAt()).isEmpty();
  }

  @Test
  void playing_pauses_at_a_breakpoint_until_it_is_taken_away() {
    var player = open(Runs.tree(5));
    player.toggleBreakpoint(Position.top(3));
    play(player, 9);
    assertThat(at()).isEqualTo("4");
    player.toggleBreakpoint(Position.top(3));
    player.toStart();
    worker.runAll();
    play(player, 9);
    assertThat(at()).isEqualTo("5");
  }
}
