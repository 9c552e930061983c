package dev.stepwise.presenting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// When a talk began. Leaving the full screen for a moment does not end it.
public final class Talk {
  private final InstantSource clock;
  private @Nullable Instant began;

  /// One that has not begun.
  public Talk(InstantSource clock) {
    this.clock = clock;
  }

  /// Begins, unless it has.
  public void begin() {
    if (began == null) {
      began = clock.instant();
    }
  }

  /// Begins anew, if it has begun.
  public void restart() {
    if (began != null) {
      began = clock.instant();
    }
  }

  /// Another talk: it has not begun.
  public void forget() {
    began = null;
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
