package dev.stepwise.export;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import java.util.ArrayList;
import java.util.List;

/// Which steps of a run's top level a moving picture shows, and for how long.
///
/// @param from,to indices of the first and the last step
/// @param framesPerSecond of the movements between steps, 1 to 50
public record Film(int from, int to, int framesPerSecond) {
  /// How many steps are shown with their movements; of more, one picture each.
  private static final int MOST_MOVING = 60;

  /// How many steps are shown at most; of more, evenly chosen ones.
  private static final int MOST_STEPS = 600;

  private static final double MOVEMENT = 0.4; // seconds
  private static final int HOLD = 90; // hundredths of a second
  private static final int PHASE_HOLD = 160;
  private static final int END_HOLD = 300;

  /// Checks the range.
  ///
  /// @throws IllegalArgumentException where it is empty or the speed impossible
  public Film {
    if (from < 0 || to < from || framesPerSecond < 1 || framesPerSecond > 50) {
      throw new IllegalArgumentException(
          "no film: %d to %d, %d frames a second".formatted(from, to, framesPerSecond));
    }
  }

  /// A picture of the film.
  ///
  /// @param step the index of the step
  /// @param before the index of the step it comes from; equal to `step` when at rest
  /// @param progress how far it has come, 0 to 1
  /// @param hundredths how long it is seen, in hundredths of a second
  record Shot(int step, int before, double progress, int hundredths) {
    boolean isAtRest() {
      return before == step;
    }
  }

  /// The pictures in their order.
  <F extends Frame> List<Shot> shots(Navigator<F> navigator) {
    int count = to - from + 1;
    int shown = Math.min(count, MOST_STEPS);
    boolean moving = count <= MOST_MOVING;
    int frame = Math.max(2, Math.round(100f / framesPerSecond));
    var shots = new ArrayList<Shot>();
    int before = from;
    for (int i = 0; i < shown; i++) {
      int step = shown == 1 ? from : from + (int) ((long) i * (count - 1) / (shown - 1));
      if (moving && i > 0) {
        int pictures = Math.max(1, (int) Math.round(MOVEMENT * framesPerSecond));
        for (int k = 0; k < pictures; k++) {
          shots.add(new Shot(step, before, eased((k + 0.5) / pictures), frame));
        }
      }
      boolean newPhase = i == 0 || !phase(navigator, step).equals(phase(navigator, before));
      int hold = i == shown - 1 ? END_HOLD : newPhase ? PHASE_HOLD : moving ? HOLD : frame;
      shots.add(new Shot(step, step, 1, hold));
      before = step;
    }
    return shots;
  }

  private static <F extends Frame> String phase(Navigator<F> navigator, int step) {
    return navigator.step(Position.top(step)).phase();
  }

  private static double eased(double share) {
    double left = 1 - share;
    return 1 - left * left * left;
  }
}
