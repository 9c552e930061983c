package dev.stepwise.compute.lstm;

/// The operations that a time step consists of.
public enum Operation {
  /// [x, h] for the LSTM and the others alike.
  CONCATENATE(Kind.CONCATENATION, Quantity.XH, "Concatenate"),
  /// f.
  FORGET(Kind.NEURONS, Quantity.F, "Forget gate f"),
  /// i.
  INPUT(Kind.NEURONS, Quantity.I, "Input gate i"),
  /// c̃.
  CANDIDATE(Kind.NEURONS, Quantity.CANDIDATE, "Candidate c̃"),
  /// o.
  OUTPUT(Kind.NEURONS, Quantity.O, "Output gate o"),
  /// c = f ⊙ c + i ⊙ c̃.
  CELL(Kind.SUM, Quantity.C, "Cell state c"),
  /// h = o ⊙ tanh(c).
  HIDDEN(Kind.EXPOSURE, Quantity.H, "Hidden state h"),
  /// r.
  RESET(Kind.NEURONS, Quantity.R, "Reset gate r"),
  /// z.
  UPDATE(Kind.NEURONS, Quantity.Z, "Update gate z"),
  /// [x, r ⊙ h].
  RESET_STATE(Kind.RESET, Quantity.RH, "Reset the state"),
  /// n.
  NEW(Kind.NEURONS, Quantity.N, "Candidate n"),
  /// h = z ⊙ h + (1 − z) ⊙ n.
  BLEND(Kind.SUM, Quantity.H, "Hidden state h"),
  /// h = tanh(W·[x, h] + b).
  RECUR(Kind.NEURONS, Quantity.H, "Hidden state h");

  /// What an operation does, unit by unit.
  public enum Kind {
    /// Puts two vectors together.
    CONCATENATION,
    /// A weighted sum, pressed by a sigmoid or a tanh.
    NEURONS,
    /// A kept part plus an added part.
    SUM,
    /// A gate times the tanh of the cell state.
    EXPOSURE,
    /// A gate times the state before.
    RESET
  }

  private final Kind kind;
  private final Quantity result;
  private final String title;

  Operation(Kind kind, Quantity result, String title) {
    this.kind = kind;
    this.result = result;
    this.title = title;
  }

  /// What it does.
  public Kind kind() {
    return kind;
  }

  /// What it computes.
  public Quantity result() {
    return result;
  }

  /// Its name in the bread crumb.
  public String title() {
    return title;
  }

  /// Its phase: a word in lower case.
  String phase() {
    return switch (this) {
      case RESET_STATE -> "reset-state";
      case BLEND, RECUR -> "hidden";
      default -> name().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
