package dev.stepwise.compute.cosine;

/// The lines of `assets/cosine-search/listing.py` that steps execute, from 1. A test holds them to
/// the file.
final class Line {
  static final int WORDS = 22;
  static final int ONE_WEIGHED = 28;
  static final int SPLIT = 31;
  static final int WEIGH = 35;
  static final int REDUCE = 36;
  static final int COMPONENT = 38;
  static final int PROJECT = 39;
  static final int DOT = 43;
  static final int DISTANCE = 45;
  static final int NORMS = 46;
  static final int QUERY_NORM = 47;
  static final int NORMALISE = 48;
  static final int NORMALISE_QUERY = 49;
  static final int COSINE = 50;
  static final int SORT = 53;
  static final int PUSH = 60;
  static final int BETTER = 61;
  static final int REPLACE = 62;
  static final int EMPTY_HEAP = 63;
  static final int BY_SORT = 68;
  static final int BY_HEAP = 69;

  private Line() {}
}
