package dev.stepwise.compute.cosine;

/// The lines of `assets/cosine-search/listing.py` that steps execute, from 1. A test holds them to
/// the file.
final class Line {
  static final int WORDS = 9;
  static final int ONE_WEIGHED = 15;
  static final int SPLIT = 18;
  static final int WEIGH = 22;
  static final int REDUCE = 23;
  static final int COMPONENT = 25;
  static final int PROJECT = 26;
  static final int DOT = 30;
  static final int DISTANCE = 32;
  static final int NORMS = 33;
  static final int QUERY_NORM = 34;
  static final int NORMALISE = 35;
  static final int NORMALISE_QUERY = 36;
  static final int COSINE = 37;
  static final int SORT = 40;
  static final int PUSH = 47;
  static final int BETTER = 48;
  static final int REPLACE = 49;
  static final int EMPTY_HEAP = 50;
  static final int BY_SORT = 55;
  static final int BY_HEAP = 56;

  private Line() {}
}
