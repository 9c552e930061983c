package dev.stepwise.view.matrices;

import dev.stepwise.compute.linear.Matrices;
import java.util.IdentityHashMap;

/// Transposes of the matrices that were drawn last, so that the same matrix gives the same array
/// each time. For one thread.
final class Transposed {
  private static final int KEPT = 8;

  private final IdentityHashMap<double[][], double[][]> kept = new IdentityHashMap<>();

  double[][] of(double[][] matrix) {
    if (kept.size() > KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(matrix, Matrices::transpose);
  }
}
