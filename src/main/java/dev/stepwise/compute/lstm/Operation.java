package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.StepKind;
import java.util.List;
import java.util.Locale;

/// The operations that a time step consists of.
public enum Operation {
  /// [x, h] for the LSTM and the others alike.
  CONCATENATE(Kind.CONCATENATION, "Concatenate", Quantity.XH),
  /// f.
  FORGET(Kind.NEURONS, "Forget gate f", Quantity.F),
  /// i.
  INPUT(Kind.NEURONS, "Input gate i", Quantity.I),
  /// c̃.
  CANDIDATE(Kind.NEURONS, "Candidate c̃", Quantity.CANDIDATE),
  /// o.
  OUTPUT(Kind.NEURONS, "Output gate o", Quantity.O),
  /// c = f ⊙ c + i ⊙ c̃.
  CELL(Kind.SUM, "Cell state c", Quantity.KEPT, Quantity.ADDED, Quantity.C),
  /// h = o ⊙ tanh(c).
  HIDDEN(Kind.EXPOSURE, "Hidden state h", Quantity.TANH_C, Quantity.H),
  /// r.
  RESET(Kind.NEURONS, "Reset gate r", Quantity.R),
  /// z.
  UPDATE(Kind.NEURONS, "Update gate z", Quantity.Z),
  /// [x, r ⊙ h].
  RESET_STATE(Kind.RESET, "Reset the state", Quantity.XRH, Quantity.RH),
  /// n.
  NEW(Kind.NEURONS, "Candidate n", Quantity.N),
  /// h = z ⊙ h + (1 − z) ⊙ n.
  BLEND(Kind.SUM, "Hidden state h", Quantity.KEPT, Quantity.ADDED, Quantity.H),
  /// h = tanh(W·[x, h] + b).
  RECUR(Kind.NEURONS, "Hidden state h", Quantity.H);

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
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list
  private final List<Quantity> makes;

  Operation(Kind kind, String title, Quantity... makes) {
    this.kind = kind;
    this.title = title;
    this.makes = List.of(makes);
  }

  /// What it does.
  public Kind kind() {
    return kind;
  }

  /// What it computes.
  public Quantity result() {
    return makes.getLast();
  }

  /// Everything that it computes: the parts of its result, then the result.
  List<Quantity> makes() {
    return makes;
  }

  /// Its name in the bread crumb.
  public String title() {
    return title;
  }

  /// What its steps have in common.
  StepKind stepKind(Cell cell) {
    boolean makesHidden = this == BLEND || this == RECUR;
    return StepKind.of(makesHidden ? HIDDEN.word() : word())
        .at(kind == Kind.CONCATENATION ? cell.word() + "-" + word() : word())
        .reads(reads())
        .writes(kind == Kind.RESET ? Quantity.XRH.variable() : result().variable());
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String[] reads() {
    var result = result();
    return switch (kind) {
      case CONCATENATION -> new String[] {"x", Quantity.H.before()};
      case NEURONS ->
          new String[] {result.weights(), result.bias(), result.layerInput().variable()};
      case SUM -> new String[] {"kept", "added"};
      case EXPOSURE -> new String[] {"o", "c"};
      case RESET -> new String[] {"x", "r", Quantity.H.before()};
    };
  }
}
