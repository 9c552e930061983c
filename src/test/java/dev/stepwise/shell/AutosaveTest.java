package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AutosaveTest {
  private final ManualTicker ticker = new ManualTicker();
  private final AtomicInteger now = new AtomicInteger();
  private final List<Integer> kept = new ArrayList<>();
  private final Autosave<Integer> autosave = new Autosave<>(ticker, now::get, kept::add);

  private void change() {
    now.incrementAndGet();
    autosave.changed();
  }

  @Test
  void a_change_is_kept_within_two_seconds_and_once() {
    change();
    for (int i = 0; i < 20; i++) {
      ticker.advanceMillis(100);
    }
    assertThat(kept).containsExactly(1);
    ticker.advanceMillis(60_000);
    assertThat(kept).containsExactly(1);
  }

  @Test
  void changes_that_never_pause_are_kept_once_in_a_while_and_the_last_is_not_lost() {
    for (int i = 0; i < 100; i++) {
      change();
      ticker.advanceMillis(100);
    }
    assertThat(kept).hasSizeBetween(5, 10);
    ticker.advanceMillis(2000);
    ticker.advanceMillis(2000);
    assertThat(kept).endsWith(100);
  }

  @Test
  void closing_keeps_what_is_not_kept_yet() {
    change();
    autosave.close();
    assertThat(kept).containsExactly(1);
    assertThat(ticker.listeners()).isZero();
  }

  @Test
  void nothing_is_kept_where_nothing_changed() {
    ticker.advanceMillis(60_000);
    autosave.close();
    assertThat(kept).isEmpty();
  }
}
