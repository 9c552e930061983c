package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.Sharpness;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How sharply the rows of the weights that were drawn last point: a logarithm for each weight, too
/// long for each movement of the mouse. For one thread.
final class KeptSharpness {
  private double @Nullable [][] weights;
  private Rows rows = new Rows(new double[0], new double[0]);

  /// Of each row.
  ///
  /// @param entropies in bits
  /// @param gradients p(1 − p) of the winner
  @SuppressWarnings("ArrayRecordComponent") // never written to
  record Rows(double[] entropies, double[] gradients) {}

  /// Those of weights.
  @SuppressWarnings("ReferenceEquality") // the same array holds the same weights
  Rows of(double[][] wanted) {
    if (weights != wanted) {
      rows =
          new Rows(
              Arrays.stream(wanted).mapToDouble(Sharpness::entropy).toArray(),
              Arrays.stream(wanted).mapToDouble(Sharpness::gradient).toArray());
      weights = wanted;
    }
    return rows;
  }
}
