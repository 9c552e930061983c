package dev.stepwise.compute.arithmetic;

/// One side of a line.
///
/// @param relation how the side before it stands to this one
/// @param term what it says
/// @param weight whether it is the result
record Side(Relation relation, Term term, Weight weight) {

  /// How a side is set.
  enum Weight {
    PLAIN,
    BOLD
  }
}
