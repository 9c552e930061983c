package dev.stepwise.compute.multihead;

/// The lines of `assets/multi-head-attention/listing.py` that steps execute, from 1. A test holds
/// them to the file. Those inside a head and inside the projection have names.
final class Line {
  static final int PROJECT = 23;
  static final int STRAIGHT = 25;
  static final int RESHAPE = 27;
  static final int TRANSPOSE = 28;
  static final int ASK_RESHAPE = 24;
  static final int ATTEND = 29;
  static final int JOIN = 32;
  static final int MIX = 33;
  static final int END = 34;

  private Line() {}
}
