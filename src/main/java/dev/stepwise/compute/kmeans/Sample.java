package dev.stepwise.compute.kmeans;

import java.util.ArrayList;
import org.apache.commons.math3.random.Well19937c;

/// Some of many points.
final class Sample {
  private Sample() {}

  /// Different indices below n, in order: all of them, or as many as the size, drawn evenly from
  /// the seed.
  ///
  /// D. E. Knuth, *The Art of Computer Programming*, volume 2, section 3.4.2, Algorithm S.
  static int[] of(int n, int size, long seed) {
    var random = new Well19937c(seed);
    var chosen = new ArrayList<Integer>();
    for (int i = 0; i < n && chosen.size() < size; i++) {
      // The chance of each index: those still wanted among those still to come.
      if (random.nextDouble() * (n - i) < size - chosen.size()) {
        chosen.add(i);
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }
}
