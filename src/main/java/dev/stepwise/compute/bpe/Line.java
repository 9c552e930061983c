package dev.stepwise.compute.bpe;

/// The lines of `assets/bpe/listing.py` that steps execute, from 1. A test holds them to the file.
final class Line {
  static final int SPLIT_WORD = 4;
  static final int READ = 7;
  static final int READ_SPLIT = 8;
  static final int COUNT_WORD = 14;
  static final int SORTED = 18;
  static final int MAXIMUM = 19;
  static final int JOIN = 25;
  static final int COUNT = 35;
  static final int NOTHING_LEFT = 36;
  static final int CHOOSE = 38;
  static final int APPEND = 39;
  static final int REPLACE = 40;
  static final int ENCODE_SPLIT = 44;
  static final int ENCODE_MERGE = 46;
  static final int NUMBER = 52;
  static final int COUNT_ONCE = 61;
  static final int REPLACE_TEXT = 65;

  private Line() {}
}
