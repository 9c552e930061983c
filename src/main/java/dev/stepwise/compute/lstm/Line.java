package dev.stepwise.compute.lstm;

/// The lines of `assets/lstm/listing.py` that steps execute, from 1. A test holds them to the file.
final class Line {
  static final int LSTM_CONCATENATE = 7;
  static final int FORGET = 8;
  static final int INPUT = 9;
  static final int CANDIDATE = 10;
  static final int OUTPUT = 11;
  static final int LSTM_PARTS = 12;
  static final int CELL = 13;
  static final int HIDDEN = 14;
  static final int GRU_CONCATENATE = 18;
  static final int RESET = 19;
  static final int UPDATE = 20;
  static final int RESET_STATE = 21;
  static final int NEW = 22;
  static final int GRU_PARTS = 23;
  static final int BLEND = 24;
  static final int RNN_CONCATENATE = 28;
  static final int RECUR = 29;
  static final int LSTM_STEP = 34;
  static final int OTHER_STEP = 39;

  private Line() {}

  /// The line of a whole time step.
  static int step(Cell cell) {
    return cell.hasCellState() ? LSTM_STEP : OTHER_STEP;
  }

  /// The line of the kept and the added part.
  static int parts(Cell cell) {
    return cell.hasCellState() ? LSTM_PARTS : GRU_PARTS;
  }

  /// The line of an operation.
  static int of(Cell cell, Operation operation) {
    return switch (operation) {
      case CONCATENATE ->
          switch (cell) {
            case LSTM -> LSTM_CONCATENATE;
            case GRU -> GRU_CONCATENATE;
            case RNN -> RNN_CONCATENATE;
          };
      case FORGET -> FORGET;
      case INPUT -> INPUT;
      case CANDIDATE -> CANDIDATE;
      case OUTPUT -> OUTPUT;
      case CELL -> CELL;
      case HIDDEN -> HIDDEN;
      case RESET -> RESET;
      case UPDATE -> UPDATE;
      case RESET_STATE -> RESET_STATE;
      case NEW -> NEW;
      case BLEND -> BLEND;
      case RECUR -> RECUR;
    };
  }
}
