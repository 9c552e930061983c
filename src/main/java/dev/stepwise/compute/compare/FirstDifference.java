package dev.stepwise.compute.compare;

import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// The first number that a step writes otherwise in one run than in the other; where there is none,
/// because they come to the same by other ways, the first that the other has no variable for.
///
/// @param path of the step in the run of both, the top level first, from 0
/// @param paths of the same step in each run
/// @param crumbs the names of the steps on the way there, the top level first
/// @param ref the number's address in either run
/// @param values of the number; empty where one run has no such place
public record FirstDifference(
    List<Integer> path,
    Two<List<Integer>> paths,
    List<String> crumbs,
    Ref ref,
    Two<OptionalDouble> values) {
  /// Inside of so many steps is looked although they agree; after them only where they differ.
  private static final int ENTERED = 1_000;

  /// Looks for it from the start. Costs a look at every number that the steps before it wrote; may
  /// take long.
  ///
  /// @throws java.util.concurrent.CancellationException when its thread is interrupted
  public static <F extends Frame> Optional<FirstDifference> in(Run<Both<F>> run) {
    var search = new Search<F>();
    return search.in(run, List.of(), List.of()).or(() -> search.apart);
  }

  private static final class Search<F extends Frame> {
    private int entered;
    private Optional<FirstDifference> apart = Optional.empty();

    Optional<FirstDifference> in(Run<Both<F>> run, List<Integer> path, List<String> crumbs) {
      for (int i = 0; run.has(i); i++) {
        Cancellation.checkpoint();
        var step = run.step(i);
        var at = joined(path, i);
        var way = joined(crumbs, step.crumb());
        boolean lookInside = step.isComposite() && (entered < ENTERED || differs(step));
        entered++;
        var inside = lookInside ? in(step.inside(), at, way) : Optional.<FirstDifference>empty();
        var found = inside.or(() -> of(step, at, way, new Contrast<>(step.frame()).differing()));
        if (found.isEmpty() && apart.isEmpty()) {
          apart = of(step, at, way, new Contrast<>(step.frame()).without());
        }
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    private static boolean differs(Step<? extends Both<?>> step) {
      return new Contrast<>(step.frame()).differing().findFirst().isPresent();
    }

    private static Optional<FirstDifference> of(
        Step<? extends Both<?>> step, List<Integer> path, List<String> crumbs, Stream<Ref> refs) {
      var both = step.frame();
      return refs.findFirst()
          .map(ref ->
              new FirstDifference(
                  path,
                  both.paths(),
                  crumbs,
                  ref,
                  new Two<>(
                      ref.in(both.step(Side.FIRST).frame().variables()),
                      ref.in(both.step(Side.SECOND).frame().variables()))));
    }

    private static <T> List<T> joined(List<T> before, T last) {
      var all = new ArrayList<>(before);
      all.add(last);
      return List.copyOf(all);
    }
  }
}
