package dev.stepwise.compute.kmeans;

/// The lines of `assets/k-means/listing.py` that steps execute, from 1. A test holds them to the
/// file.
final class Line {
  static final int SQUARED_DISTANCE = 5;
  static final int CUMULATIVE_WEIGHTS = 8;
  static final int FALL_BACK = 11;
  static final int FALL = 13;
  static final int DRAWS = 18;
  static final int EVEN_WEIGHTS = 19;
  static final int SQUARED_WEIGHTS = 21;
  static final int DRAW = 22;
  static final int NEAREST = 29;
  static final int KEEP_EMPTY = 35;
  static final int MEAN = 36;
  static final int GIVEN_CENTROIDS = 39;
  static final int ITERATION = 40;
  static final int ASSIGN = 41;
  static final int UPDATE = 42;
  static final int LAST_ASSIGN = 47;

  private Line() {}
}
