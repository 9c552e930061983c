package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.NetworkProblem.GivenParameters;
import dev.stepwise.compute.gradient.network.Parameters;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Changes of a problem's samples by hand. What was drawn stays with the samples and the weights
/// that stay, so that an edit changes what it touches and nothing else.
public final class SampleEdits {
  private SampleEdits() {}

  /// The problem with other samples. Those that stay are trained on, or held out, as before, and
  /// come in the same order in each epoch; a new one is held out where otherwise fewer than the
  /// share would be. Weights stay; classes that come get columns of W2 drawn from the seed, classes
  /// that go take theirs along.
  ///
  /// @param x n×d, at least one sample
  /// @param y their classes
  /// @param origins where each of them stood among the samples before; -1 for a new one
  public static NetworkProblem withSamples(
      NetworkProblem problem, double[][] x, int[] y, int[] origins) {
    var before = problem.data();
    var data =
        LabelledData.holding(x, y, before.heldShare(), held(before, origins), before.names());
    var other =
        new NetworkProblem(
            data,
            GivenParameters.NONE,
            problem.hidden(),
            problem.start(),
            problem.activation(),
            problem.stated(),
            problem.descent().withDraws(draws(problem, data, origins)),
            problem.mistake());
    return other.withGiven(parameters(problem, Trainer.initialise(other)));
  }

  /// The problem with other samples. Its weights start at zero whatever the samples are.
  ///
  /// @param x n×d, at least one sample
  /// @param y their targets
  /// @param origins where each of them stood among the samples before; -1 for a new one
  public static RegressionProblem withSamples(
      RegressionProblem problem, double[][] x, double[] y, int[] origins) {
    var descent = problem.descent();
    var draws = descent.draws().after(problem.y().length, origins);
    return new RegressionProblem(
        x, y, descent.withDraws(draws), problem.names(), problem.mistake());
  }

  /// For which samples the orders are drawn: those that were trained on keep their places.
  private static Draws draws(NetworkProblem problem, LabelledData after, int[] origins) {
    int[] before = problem.data().training();
    int[] from =
        IntStream.of(after.training())
            .map(i -> origins[i] < 0 ? -1 : Math.max(-1, Arrays.binarySearch(before, origins[i])))
            .toArray();
    return problem.descent().draws().after(before.length, from);
  }

  /// Those held out: those that were, and new ones up to the share. One is left to train on.
  private static int[] held(LabelledData before, int[] origins) {
    int most = LabelledData.mostHeld(origins.length, before.heldShare());
    int[] stay =
        IntStream.range(0, origins.length)
            .filter(i -> origins[i] >= 0 && Arrays.binarySearch(before.held(), origins[i]) >= 0)
            .toArray();
    int[] come =
        IntStream.range(0, origins.length)
            .filter(i -> origins[i] < 0)
            .limit(Math.max(0, most - stay.length))
            .toArray();
    int[] held = IntStream.concat(Arrays.stream(stay), Arrays.stream(come)).sorted().toArray();
    return held.length < origins.length ? held : Arrays.copyOf(held, held.length - 1);
  }

  private static GivenParameters parameters(NetworkProblem problem, Parameters drawn) {
    var given = problem.given();
    if (problem.data().classes() == drawn.classes()) {
      return given;
    }
    double[][] start = Trainer.initialise(problem).w2();
    var w2 = new double[start.length][];
    for (int unit = 0; unit < w2.length; unit++) {
      w2[unit] = fitted(start[unit], drawn.w2()[unit]);
    }
    double @Nullable [] b2 = given.b2();
    return new GivenParameters(
        given.w1(),
        given.b1(),
        Arrays.deepEquals(w2, drawn.w2()) ? null : w2,
        b2 == null ? null : fitted(b2, drawn.b2()));
  }

  /// As long as others: the same numbers, and those of the others behind them.
  private static double[] fitted(double[] numbers, double[] others) {
    var fitted = others.clone();
    System.arraycopy(numbers, 0, fitted, 0, Math.min(numbers.length, others.length));
    return fitted;
  }
}
