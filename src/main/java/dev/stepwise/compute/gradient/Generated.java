package dev.stepwise.compute.gradient;

import dev.stepwise.compute.linear.Matrices;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.util.FastMath;

/// The data of scenarios that state none. Rounded to three decimals. FastMath gives the same sines
/// on every platform.
final class Generated {
  private static final int DATA = 3;
  private static final int CLASSES = 3;
  private static final int EACH = 40;
  private static final int LINE_SAMPLES = 100;
  private static final double[] TRUE_WEIGHTS = {2.5, -1.3, 0.8};
  private static final double NOISE = 0.1;

  private Generated() {}

  /// Samples with classes.
  @SuppressWarnings("ArrayRecordComponent") // made here
  record Classified(double[][] x, int[] y) {}

  /// Samples with numbers.
  @SuppressWarnings("ArrayRecordComponent") // made here
  record Measured(double[][] x, double[] y) {}

  /// Three normal blobs of 40 points around a circle of radius 1.2, with standard deviation 0.45.
  static Classified blobs(long seed) {
    var random = random(seed);
    var x = new double[CLASSES * EACH][];
    var y = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = i / EACH;
      double angle = 2 * Math.PI * (y[i] + 0.25) / CLASSES;
      x[i] =
          new double[] {
            rounded(1.2 * FastMath.cos(angle) + 0.45 * random.nextGaussian()),
            rounded(1.2 * FastMath.sin(angle) + 0.45 * random.nextGaussian())
          };
    }
    return new Classified(x, y);
  }

  /// 100 standard normal points in three dimensions; y is 2.5·x0 − 1.3·x1 + 0.8·x2 and normal noise
  /// with standard deviation 0.1.
  static Measured line(long seed) {
    var random = random(seed);
    var x = new double[LINE_SAMPLES][TRUE_WEIGHTS.length];
    var y = new double[LINE_SAMPLES];
    for (int i = 0; i < LINE_SAMPLES; i++) {
      for (int j = 0; j < TRUE_WEIGHTS.length; j++) {
        x[i][j] = rounded(random.nextGaussian());
      }
      y[i] = rounded(Matrices.dot(x[i], TRUE_WEIGHTS) + NOISE * random.nextGaussian());
    }
    return new Measured(x, y);
  }

  private static Well19937c random(long seed) {
    return new Well19937c(new int[] {(int) seed, (int) (seed >>> 32), DATA});
  }

  private static double rounded(double value) {
    return Math.rint(value * 1000) / 1000;
  }
}
