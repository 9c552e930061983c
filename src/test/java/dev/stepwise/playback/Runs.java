package dev.stepwise.playback;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Small runs for tests: every step's crumb is its own position.
final class Runs {
  static final Condition TIE = new Condition("tie", "A tie");

  private Runs() {}

  /// A frame that shows nothing.
  record Empty() implements Frame {
    @Override
    public SequencedMap<String, Value> variables() {
      return new LinkedHashMap<>();
    }
  }

  /// A run of so many steps at each level, the last level being leaves.
  static Run<Empty> tree(int... widths) {
    return tree("", widths, 0);
  }

  private static Run<Empty> tree(String above, int[] widths, int level) {
    return Run.indexed(
        widths[level],
        index -> {
          var path = above + (index + 1);
          return step(
              path,
              Set.of(),
              level + 1 < widths.length ? () -> tree(path + ".", widths, level + 1) : null);
        });
  }

  /// A leaf or a composite.
  static Step<Empty> step(
      String crumb, Set<Condition> conditions, @Nullable Supplier<Run<Empty>> opens) {
    var step =
        Step.of(StepKind.of("phase"), crumb, new Empty())
            .meeting(conditions)
            .saying(() -> new Narration(crumb, ""));
    return opens == null ? step : step.opening(opens);
  }
}
