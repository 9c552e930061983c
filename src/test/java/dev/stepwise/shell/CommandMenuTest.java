package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;

@OneAtATime
class CommandMenuTest {
  private final List<Command> performed = new ArrayList<>();
  private boolean presenting;
  private boolean runOpen = true;

  private List<MenuItem> items() {
    return Fx.call(() ->
        new CommandMenu(performed::add, () -> runOpen, () -> presenting)
            .fill().stream().filter(item -> item.getId() != null).toList());
  }

  private static MenuItem item(List<MenuItem> items, Command command) {
    return items.stream()
        .filter(item -> item.getId().equals("command-" + command.name()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_entry_does_what_its_key_does() {
    for (var item : items()) {
      item.fire();
      assertThat(item.getId()).isEqualTo("command-" + performed.getLast().name());
      assertThat(item.getText()).contains(KeyBinding.of(performed.getLast()).keys());
    }
    assertThat(performed)
        .contains(
            Command.GO_TO,
            Command.WHY,
            Command.CHECK,
            Command.SPOTLIGHT,
            Command.DRAW,
            Command.BLANK,
            Command.KEYS);
  }

  @Test
  void present_mode_has_a_way_out_for_the_mouse() {
    presenting = true;
    var present = item(items(), Command.PRESENT);
    assertThat(present.getText()).startsWith("Leave present mode");
    present.fire();
    assertThat(performed).containsExactly(Command.PRESENT);
  }

  @Test
  void without_a_run_nothing_is_offered_that_needs_one() {
    runOpen = false;
    assertThat(items())
        .extracting(MenuItem::getId)
        .containsExactly("command-SPOTLIGHT", "command-DRAW", "command-BLANK", "command-KEYS");
  }
}
