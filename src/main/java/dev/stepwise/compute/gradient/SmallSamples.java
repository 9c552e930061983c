package dev.stepwise.compute.gradient;

import static dev.stepwise.compute.gradient.GradientParameters.EPOCHS;
import static dev.stepwise.compute.gradient.GradientParameters.HELD_OUT;
import static dev.stepwise.compute.gradient.GradientParameters.HIDDEN_SIZE;
import static dev.stepwise.compute.gradient.GradientParameters.SEED;
import static dev.stepwise.compute.gradient.GradientParameters.W1;
import static dev.stepwise.compute.gradient.GradientParameters.W2;
import static dev.stepwise.compute.gradient.GradientParameters.X;
import static dev.stepwise.compute.gradient.GradientParameters.Y;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.linear.WholeNumbers;
import java.util.random.RandomGenerator;

/// Few samples of two whole numbers, whose answers 0 and 1 are classes for a network and numbers
/// for a line. Most come with whole weights; without them it is for the settings to draw some.
final class SmallSamples {
  private static final int DIMENSIONS = 2;
  private static final int UNITS = 2;
  private static final int CLASSES = 2;
  private static final int LARGEST = 2;
  private static final int SEEDS = 100;

  /// Of so many, one has no weights.
  private static final int DRAWN = 4;

  private SmallSamples() {}

  /// With one sample more than the size.
  static Given of(int size, RandomGenerator random) {
    int n = size + 1;
    int[] answers = random.ints(n, 0, CLASSES).toArray();
    answers[0] = 0;
    answers[1] = 1;
    var samples =
        Given.nothing()
            .with(X, WholeNumbers.matrix(n, DIMENSIONS, -LARGEST, LARGEST, random))
            .with(Y, answers)
            .with(HIDDEN_SIZE, UNITS)
            .with(EPOCHS, 2)
            .with(HELD_OUT, 0.0)
            .with(SEED, (long) random.nextInt(SEEDS));
    return random.nextInt(DRAWN) == 0
        ? samples
        : samples
            .with(W1, WholeNumbers.matrix(DIMENSIONS, UNITS, -1, LARGEST, random))
            .with(W2, WholeNumbers.matrix(UNITS, CLASSES, -1, LARGEST, random));
  }
}
