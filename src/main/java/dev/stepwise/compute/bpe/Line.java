package dev.stepwise.compute.bpe;

/// The lines of `assets/bpe/listing.py` that steps execute, from 1. A test holds them to the file.
final class Line {
  static final int SPLIT_WORD = 4;
  static final int READ = 7;
  static final int READ_SPLIT = 8;
  static final int COUNT_WORD = 14;
  static final int SORTED = 19;
  static final int MAXIMUM = 20;
  static final int JOIN = 26;
  static final int COUNT = 36;
  static final int NOTHING_LEFT = 37;
  static final int CHOOSE = 39;
  static final int APPEND = 40;
  static final int REPLACE = 41;
  static final int ENCODE_SPLIT = 45;
  static final int ENCODE_MERGE = 47;
  static final int NUMBER = 53;
  static final int COUNT_ONCE = 62;
  static final int REPLACE_TEXT = 66;

  private Line() {}
}
