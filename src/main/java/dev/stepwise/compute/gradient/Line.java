package dev.stepwise.compute.gradient;

/// The lines of `assets/gradient-descent/listing.py` that steps execute, from 1. A test holds them
/// to the file.
final class Line {
  static final int DEVIATION = 4;
  static final int INITIALISE = 9;
  static final int DRAW_W1 = 10;
  static final int DRAW_W2 = 11;
  static final int EPOCH = 42;
  static final int SHUFFLE = 43;
  static final int BATCH = 46;
  static final int BATCH_FORWARD = 47;
  static final int BATCH_BACKWARD = 49;
  static final int UPDATE = 51;
  static final int ACCURACY = 59;
  static final int ZEROS = 62;
  static final int REGRESSION_EPOCH = 64;
  static final int REGRESSION_MEASURE = 66;
  static final int REGRESSION_SHUFFLE = 67;
  static final int REGRESSION_BATCH = 69;
  static final int PREDICT = 70;
  static final int ERROR = 71;
  static final int SQUARED_ERROR = 72;
  static final int DW = 73;
  static final int DB = 74;
  static final int DESCEND = 75;
  static final int REGRESSION_END = 77;
  static final int PROBE_INPUT = 81;
  static final int PROBE_WEIGHTS = 83;
  static final int PROBE_LAYER = 85;
  static final int PROBE_VARIANCE = 86;
  static final int PROBE_END = 87;

  private Line() {}

  /// The line that computes a tensor.
  static int of(Tensor tensor) {
    return switch (tensor) {
      case X, Y -> BATCH_FORWARD;
      case Z1 -> 19;
      case A1 -> 20;
      case Z2 -> 21;
      case P -> 24;
      case LOSS -> 26;
      case DZ2 -> 31;
      case DW2 -> 32;
      case DB2 -> 33;
      case DA1 -> 34;
      case DZ1 -> 35;
      case DW1 -> 36;
      case DB1 -> 37;
    };
  }
}
