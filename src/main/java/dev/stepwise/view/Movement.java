package dev.stepwise.view;

import java.time.Duration;

/// How far a picture has moved from a step to the next: the clock of an animation. A frame that
/// takes long, such as the first of a picture that was never drawn, holds the movement up instead
/// of swallowing it.
final class Movement {
  /// Steps that follow each other faster are not moved to: somebody drags through them, or holds a
  /// key down.
  private static final long HURRY = Duration.ofMillis(120).toNanos();

  /// A movement is seen in so many frames at least, so that the eye can follow it.
  private static final int LEAST_FRAMES = 8;

  private boolean fresh; // no frame has come yet
  private long startedAt;
  private long latest;
  private double share = 1;
  private boolean calm = true; // no step came just now

  /// A step came. It is moved to, unless it is in a hurry.
  void begin() {
    fresh = true;
    share = calm ? 0 : 1;
    calm = false;
  }

  /// A step came that is not moved to.
  void skip() {
    share = 1;
    calm = true;
  }

  /// A frame came.
  ///
  /// @param now in nanoseconds
  /// @param whole how long the whole way takes
  void pulse(long now, Duration whole) {
    if (fresh) {
      fresh = false;
      startedAt = now;
      latest = now;
    }
    calm = now - startedAt > HURRY;
    double frame = (now - latest) / (double) Math.max(1, whole.toNanos());
    share = Math.min(1, share + Math.min(frame, 1.0 / LEAST_FRAMES));
    latest = now;
  }

  /// How much of the way is done, 0 to 1: slowly at first and in the end.
  double progress() {
    return share * share * (3 - 2 * share);
  }

  /// Whether the picture is where it goes.
  boolean hasArrived() {
    return share == 1;
  }

  /// Whether nothing more will change without another step.
  boolean rests() {
    return share == 1 && calm;
  }
}
