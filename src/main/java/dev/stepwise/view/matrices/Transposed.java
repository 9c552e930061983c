package dev.stepwise.view.matrices;

import dev.stepwise.compute.linear.Matrices;
import java.util.Map;
import java.util.WeakHashMap;

/// Transposes of matrices, kept as long as the matrices are, so that the same matrix gives the same
/// array each time it is drawn. For one thread.
final class Transposed {
  private final Map<double[][], double[][]> kept = new WeakHashMap<>();

  double[][] of(double[][] matrix) {
    return kept.computeIfAbsent(matrix, Matrices::transpose);
  }
}
