package dev.stepwise.compute.cosine;

import dev.stepwise.compute.linear.PrincipalComponents;
import dev.stepwise.compute.run.Once;
import java.util.Arrays;

/// The two directions in which the vectors of a search differ most, found when they are first asked
/// for: away from the thread that draws, since many numbers take a while. Documents that are not
/// numbers have no say, nor has the query. Safe for several threads.
public final class Plane {
  /// Of more documents, the first ones stand for all.
  private static final int SAMPLE = 1_000;

  private final double[][] unit;
  private final double[] query;
  private final Once<PrincipalComponents> found =
      new Once<>(() -> PrincipalComponents.of(points(), 2));

  /// @param unit the documents as they are compared
  /// @param query stands in where no document is a number
  Plane(double[][] unit, double[] query) {
    this.unit = unit;
    this.query = query;
  }

  /// The first two principal components of the documents.
  ///
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public PrincipalComponents components() {
    return found.get();
  }

  private double[][] points() {
    var finite =
        Arrays.stream(unit)
            .limit(SAMPLE)
            .filter(row -> Arrays.stream(row).allMatch(Double::isFinite))
            .toArray(double[][]::new);
    return finite.length == 0 ? new double[][] {query} : finite;
  }
}
