package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionProblem.Embedding;
import dev.stepwise.compute.linear.RandomMatrices;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.util.FastMath;

/// Turns tokens into the rows of X.
public final class Embeddings {
  private static final double LONGEST_WAVE = 10_000;

  private Embeddings() {}

  /// A generator for one of the things that a seed determines, each with numbers of its own.
  ///
  /// @param stream which of them
  public static Well19937c generator(long seed, int stream) {
    return new Well19937c(new int[] {(int) seed, (int) (seed >>> 32), stream});
  }

  /// How many columns an embedding needs at least: 1 for random vectors, else one for each column
  /// that some token has its 1 in.
  public static int leastWidth(Embedding embedding, List<String> tokens) {
    int words = new LinkedHashSet<>(tokens).size();
    return switch (embedding) {
      case RANDOM -> 1;
      case ONE_HOT -> words;
      case TWO_HOT -> words + tokens.size();
    };
  }

  /// The rows of X, n×width. Columns beyond those that a hot embedding needs are 0.
  ///
  /// @param width at least [#leastWidth]
  public static double[][] embed(Embedding embedding, List<String> tokens, int width, long seed) {
    return switch (embedding) {
      case RANDOM -> random(tokens, width, seed);
      case ONE_HOT -> hot(tokens, width, -1);
      case TWO_HOT -> hot(tokens, width, new LinkedHashSet<>(tokens).size());
    };
  }

  /// Of each word a random vector, the same wherever the word stands, plus the waves of its place,
  /// each with a mean square of a half.
  private static double[][] random(List<String> tokens, int width, long seed) {
    var vectors = new LinkedHashMap<String, double[]>();
    var random = generator(seed, 1);
    var rows = new double[tokens.size()][];
    for (int i = 0; i < rows.length; i++) {
      double[] word =
          vectors.computeIfAbsent(
              tokens.get(i), _ -> RandomMatrices.gaussian(1, width, Math.sqrt(0.5), random)[0]);
      rows[i] = word.clone();
      for (int c = 0; c < width; c++) {
        rows[i][c] += wave(i, c, width);
      }
    }
    return rows;
  }

  /// Sine and cosine in turn, of wave lengths from 2π to 2π·10,000, after Vaswani and others,
  /// section 3.5.
  private static double wave(int place, int column, int width) {
    int pair = column / 2;
    double angle = place / FastMath.pow(LONGEST_WAVE, 2.0 * pair / width);
    return column % 2 == 0 ? FastMath.sin(angle) : FastMath.cos(angle);
  }

  /// @param places the first column of the places, or -1 for none
  private static double[][] hot(List<String> tokens, int width, int places) {
    var columns = List.copyOf(new LinkedHashSet<>(tokens));
    var rows = new double[tokens.size()][width];
    for (int i = 0; i < rows.length; i++) {
      rows[i][columns.indexOf(tokens.get(i))] = 1;
      if (places >= 0) {
        rows[i][places + i] = 1;
      }
    }
    return rows;
  }
}
