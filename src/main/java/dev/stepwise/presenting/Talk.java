package dev.stepwise.presenting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a talk began. Leaving the full screen for a moment does not end it.
public final class Talk {
  private final InstantSource clock;
  private @Nullable Instant began;
  private Optional<String> title = Optional.empty();

  /// One that has not begun.
  public Talk(InstantSource clock) {
    this.clock = clock;
  }

  /// Begins, unless it has.
  ///
  /// @param of the title of the lecture; another is another talk
  public void begin(Optional<String> of) {
    if (began == null || !of.equals(title)) {
      began = clock.instant();
      title = of;
    }
  }

  /// Begins anew, if it has begun.
  public void restart() {
    if (began != null) {
      began = clock.instant();
    }
  }

  /// Since it began; zero before.
  public Duration elapsed() {
    return began == null ? Duration.ZERO : Duration.between(began, clock.instant());
  }

  /// The time of the day here.
  public LocalTime time() {
    return LocalTime.ofInstant(clock.instant(), ZoneId.systemDefault());
  }
}
