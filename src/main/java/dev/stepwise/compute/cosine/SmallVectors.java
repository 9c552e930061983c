package dev.stepwise.compute.cosine;

import static dev.stepwise.compute.cosine.CosineParameters.DOCUMENTS;
import static dev.stepwise.compute.cosine.CosineParameters.K;
import static dev.stepwise.compute.cosine.CosineParameters.QUERY;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.linear.WholeNumbers;
import java.util.random.RandomGenerator;

/// Few vectors of two small whole numbers. Most have angles of at most 90 degrees between them;
/// some may be zero, but not the query.
final class SmallVectors {
  private static final int DIMENSIONS = 2;
  private static final int LARGEST = 4;

  /// Of so many, one has negative numbers.
  private static final int SIGNED = 4;

  private SmallVectors() {}

  /// With one document more than the size, of which the first is wanted.
  static Given of(int size, RandomGenerator random) {
    int least = random.nextInt(SIGNED) == 0 ? -2 : 0;
    return Given.nothing()
        .with(DOCUMENTS, WholeNumbers.matrix(size + 1, DIMENSIONS, least, LARGEST, random))
        .with(QUERY, WholeNumbers.vector(DIMENSIONS, 1, LARGEST, random))
        .with(K, 1);
  }
}
