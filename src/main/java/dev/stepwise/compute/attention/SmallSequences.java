package dev.stepwise.compute.attention;

import static dev.stepwise.compute.attention.AttentionParameters.D_K;
import static dev.stepwise.compute.attention.AttentionParameters.W_K;
import static dev.stepwise.compute.attention.AttentionParameters.W_Q;
import static dev.stepwise.compute.attention.AttentionParameters.W_V;
import static dev.stepwise.compute.attention.SequenceParameters.D_MODEL;
import static dev.stepwise.compute.attention.SequenceParameters.TOKENS;
import static dev.stepwise.compute.attention.SequenceParameters.X;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.linear.WholeNumbers;
import java.util.random.RandomGenerator;

/// Few tokens of few whole numbers, with matrices of whole numbers.
public final class SmallSequences {
  private static final int MODEL_WIDTH = 2;

  /// Its root is a whole number.
  private static final int KEY_WIDTH = 4;

  /// Of so many, one has numbers so large that an exponential of a score overflows.
  private static final int LOUD = 8;

  private static final int LOUDNESS = 10;

  private SmallSequences() {}

  /// For self-attention, with one token more than the size.
  static Given of(int size, RandomGenerator random) {
    return tokens(size + 1, MODEL_WIDTH, random)
        .with(W_Q, matrix(KEY_WIDTH, random))
        .with(W_K, matrix(KEY_WIDTH, random))
        .with(W_V, matrix(KEY_WIDTH, random))
        .with(D_K, KEY_WIDTH);
  }

  private static double[][] matrix(int columns, RandomGenerator random) {
    return WholeNumbers.matrix(MODEL_WIDTH, columns, -1, 1, random);
  }

  /// Tokens and X alone, and d_model.
  ///
  /// @param n how many tokens
  /// @param width d_model
  public static Given tokens(int n, int width, RandomGenerator random) {
    int unit = random.nextInt(LOUD) == 0 ? LOUDNESS : 1;
    double[][] x = WholeNumbers.matrix(n, width, -1, 2, random);
    for (double[] row : x) {
      for (int column = 0; column < width; column++) {
        row[column] *= unit;
      }
    }
    return Given.nothing().with(TOKENS, Tokens.numbered(n)).with(X, x).with(D_MODEL, width);
  }
}
