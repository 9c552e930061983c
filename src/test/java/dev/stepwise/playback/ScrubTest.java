package dev.stepwise.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScrubTest {
  private final ManualExecutor worker = new ManualExecutor();
  private final List<String> shown = new ArrayList<>();

  private Player<Runs.Empty> open() {
    var player = new Player<>(Runs.tree(100), worker, Runnable::run);
    player.open();
    worker.runAll();
    player.onChange(state -> shown.add(state.position().toString()));
    return player;
  }

  @Test
  void a_wish_made_while_a_step_is_computed_waits_for_it_and_takes_the_place_of_earlier_ones() {
    var scrub = new Scrub(open());

    scrub.to(Position.top(4));
    scrub.to(Position.top(7));
    scrub.to(Position.top(11));
    worker.runAll();

    assertThat(shown).containsExactly("5", "12");
  }

  @Test
  void a_wish_that_is_granted_is_not_granted_again() {
    var player = open();
    new Scrub(player).to(Position.top(4));
    worker.runAll();

    player.over();
    worker.runAll();

    assertThat(shown).containsExactly("5", "6");
  }

  @Test
  void a_jump_on_the_way_is_not_undone_by_an_earlier_wish() {
    var player = open();
    var scrub = new Scrub(player);
    scrub.to(Position.top(4));
    scrub.to(Position.top(7));

    player.goTo(Position.top(30));
    worker.runAll();

    assertThat(shown.getLast()).isEqualTo("31");
  }
}
