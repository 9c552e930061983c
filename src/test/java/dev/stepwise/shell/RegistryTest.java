package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OneAtATime
class RegistryTest {
  private final Registry registry = TestWindow.everyExercise();

  @Test
  void a_card_bears_the_id_of_its_exercise() {
    assertThat(registry.entries())
        .isNotEmpty()
        .allSatisfy(entry -> {
          var ready = (Registry.Ready<?, ?>) entry;
          assertThat(ready.card().id()).isEqualTo(ready.view().exercise().id());
          assertThat(registry.entry(ready.card().id())).contains(entry);
        });
  }

  @Test
  void cards_are_numbered_in_the_order_in_which_they_are_offered() {
    assertThat(registry.entries())
        .extracting(entry -> entry.card().number())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 7).boxed().toList());
  }
}
