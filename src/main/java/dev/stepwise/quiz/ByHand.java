package dev.stepwise.quiz;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which numbers of a step are worth working out by hand, in the order in which they are computed.
/// Numbers that come about the same way are asked for twice at most: the second shows that the
/// first was understood, a third is work for its own sake.
public final class ByHand {
  private static final int MOST = 6;
  private static final int OF_A_KIND = 2;
  private static final int LOOKED_AT = 200;

  private ByHand() {}

  /// The blanks of a step; none where it writes no number that is computed.
  public static <P, F extends Frame> List<Blank> of(Exercise<P, F> exercise, Step<F> step) {
    var frame = step.frame();
    var variables = frame.variables();
    var blanks = new ArrayList<Blank>();
    var kinds = new HashMap<String, Integer>();
    for (var ref : spread(frame.written())) {
      var why = exercise.why(frame, ref).filter(ByHand::isWork);
      if (why.isPresent() && blanks.size() < MOST) {
        var kind = ref.variable() + " " + why.get().operation().getClass().getSimpleName();
        if (kinds.merge(kind, 1, Integer::sum) <= OF_A_KIND) {
          blanks.add(new Blank(why.get(), Slips.of(why.get(), variables)));
        }
      }
    }
    return List.copyOf(blanks);
  }

  /// The blank of one number of a step; empty where it is not computed.
  public static <P, F extends Frame> Optional<Blank> of(
      Exercise<P, F> exercise, Step<F> step, Ref ref) {
    return exercise
        .why(step.frame(), ref)
        .filter(ByHand::isWork)
        .map(why -> new Blank(why, Slips.of(why, step.frame().variables())));
  }

  private static boolean isWork(Derivation why) {
    return !(why.operation() instanceof Operation.Given
            || why.operation() instanceof Operation.Moved)
        && Double.isFinite(why.value());
  }

  /// Of many numbers some from the first to the last.
  private static List<Ref> spread(List<Ref> refs) {
    int n = Math.min(LOOKED_AT, refs.size());
    return IntStream.range(0, n)
        .mapToObj(i -> refs.get((int) ((long) i * refs.size() / n)))
        .toList();
  }
}
