package dev.stepwise.compute.multihead;

import static dev.stepwise.compute.multihead.MultiHeadParameters.NUM_HEADS;
import static dev.stepwise.compute.multihead.MultiHeadParameters.W_K;
import static dev.stepwise.compute.multihead.MultiHeadParameters.W_O;
import static dev.stepwise.compute.multihead.MultiHeadParameters.W_Q;
import static dev.stepwise.compute.multihead.MultiHeadParameters.W_V;

import dev.stepwise.compute.attention.SmallSequences;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.linear.WholeNumbers;
import java.util.random.RandomGenerator;

/// Few tokens of few whole numbers, with matrices of whole numbers.
final class SmallHeads {
  private static final int HEADS = 2;
  private static final int WIDTH = 4;

  /// Wide enough for eight heads.
  private static final int WIDE = 8;

  /// Of so many, one is wide.
  private static final int SELDOM = 4;

  private SmallHeads() {}

  /// With one token more than the size.
  static Given of(int size, RandomGenerator random) {
    int width = random.nextInt(SELDOM) == 0 ? WIDE : WIDTH;
    return SmallSequences.tokens(size + 1, width, random)
        .with(W_Q, matrix(width, random))
        .with(W_K, matrix(width, random))
        .with(W_V, matrix(width, random))
        .with(W_O, matrix(width, random))
        .with(NUM_HEADS, HEADS);
  }

  private static double[][] matrix(int width, RandomGenerator random) {
    return WholeNumbers.matrix(width, width, -1, 1, random);
  }
}
