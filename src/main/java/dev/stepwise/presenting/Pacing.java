package dev.stepwise.presenting;

import dev.stepwise.lecture.Lecture;
import java.time.Duration;

/// How a lecture stands in time.
///
/// @param elapsed since it began
/// @param planned for all of it
/// @param until when the stop that it is at is to end, from the start
/// @param since when that stop is to begin
public record Pacing(Duration elapsed, Duration planned, Duration since, Duration until) {

  /// Of a lecture at a stop.
  ///
  /// @param index of the stop, from 0
  public static Pacing of(Lecture lecture, int index, Duration elapsed) {
    return new Pacing(
        elapsed,
        Duration.ofMinutes(lecture.minutes()),
        Duration.ofMinutes(lecture.begins(index)),
        Duration.ofMinutes(lecture.begins(index + 1)));
  }

  /// Whether there is a plan to be late for.
  public boolean isPlanned() {
    return planned.isPositive();
  }

  /// Whether the stop should have ended.
  public boolean isLate() {
    return isPlanned() && elapsed.compareTo(until) > 0;
  }

  /// How it stands, in a sentence.
  public String words() {
    if (!isPlanned()) {
      return "no time is planned";
    }
    if (isLate()) {
      return clock(elapsed.minus(until)) + " late: this stop was until " + clock(until);
    }
    return elapsed.compareTo(since) < 0
        ? clock(since.minus(elapsed)) + " ahead: this stop is until " + clock(until)
        : "on time: this stop until " + clock(until);
  }

  /// How much of the plan has passed, from 0 to 1.
  public double share() {
    return share(elapsed);
  }

  /// Where a time lies in the plan, from 0 to 1.
  public double share(Duration time) {
    return isPlanned() ? Math.clamp((double) time.toMillis() / planned.toMillis(), 0, 1) : 0;
  }

  /// Minutes and seconds: `24:10`.
  public static String clock(Duration time) {
    return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
