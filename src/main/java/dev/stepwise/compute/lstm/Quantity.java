package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Ref;

/// The vectors that cells compute, one number a unit, under the names that code, listing, captions
/// and files share.
public enum Quantity {
  /// The input and the hidden state before, one after the other.
  XH("xh", "[x, h]", "[x, h]", "input and state", Range.FREE),
  /// The forget gate.
  F("f", "f", "f", "forget gate", Range.GATE),
  /// The input gate.
  I("i", "i", "i", "input gate", Range.GATE),
  /// The candidate for the cell state.
  CANDIDATE("c_candidate", "c̃", "\\tilde{c}", "candidate", Range.SIGNED),
  /// The output gate.
  O("o", "o", "o", "output gate", Range.GATE),
  /// What is left of the memory: f ⊙ c, in the GRU z ⊙ h.
  KEPT("kept", "kept", "\\text{kept}", "kept part", Range.FREE),
  /// What comes to it: i ⊙ c̃, in the GRU (1 − z) ⊙ n.
  ADDED("added", "added", "\\text{added}", "added part", Range.FREE),
  /// The cell state.
  C("c", "c", "c", "cell state", Range.FREE),
  /// The cell state pressed between −1 and 1.
  TANH_C("np.tanh(c)", "tanh c", "\\tanh c", "tanh of the cell state", Range.SIGNED),
  /// The hidden state.
  H("h", "h", "h", "hidden state", Range.SIGNED),
  /// The GRU's reset gate.
  R("r", "r", "r", "reset gate", Range.GATE),
  /// The GRU's update gate.
  Z("z", "z", "z", "update gate", Range.GATE),
  /// The hidden state before, as far as the reset gate lets it through.
  RH("r * h_prev", "r⊙h", "r\\odot h", "reset state", Range.SIGNED),
  /// The input and the reset state, one after the other.
  XRH("xrh", "[x, r⊙h]", "[x, r\\odot h]", "input and reset state", Range.FREE),
  /// The GRU's candidate for the hidden state.
  N("n", "n", "n", "candidate", Range.SIGNED);

  /// Where the numbers of a quantity lie.
  public enum Range {
    /// Between 0 and 1.
    GATE,
    /// Between −1 and 1.
    SIGNED,
    /// Anywhere.
    FREE
  }

  private final String variable;
  private final String symbol;
  private final String latex;
  private final String title;
  private final Range range;

  Quantity(String variable, String symbol, String latex, String title, Range range) {
    this.variable = variable;
    this.symbol = symbol;
    this.latex = latex;
    this.title = title;
    this.range = range;
  }

  /// Its name in the listing and in traces.
  public String variable() {
    return variable;
  }

  /// Its sign in pictures and captions.
  public String symbol() {
    return symbol;
  }

  /// Its sign in formulas.
  public String latex() {
    return latex;
  }

  /// Its name for people, in lower case.
  public String title() {
    return title;
  }

  /// Where its numbers lie.
  public Range range() {
    return range;
  }

  /// The name that a state has in the listing before the time step.
  public String before() {
    return variable + "_prev";
  }

  /// The name of one of its numbers in the listing, of unit j.
  String element() {
    return switch (this) {
      case TANH_C -> "np.tanh(c)[j]";
      case RH -> "(r * h_prev)[j]";
      default -> variable + "[j]";
    };
  }

  /// Whether an address is that of one of its numbers.
  public boolean names(Ref ref) {
    return ref.variable().equals(variable) || ref.variable().equals(element());
  }

  /// Whether it has a name of its own in the listing.
  boolean isVariable() {
    return this != TANH_C && this != RH;
  }

  /// Whether it is two vectors, one after the other.
  public boolean isConcatenation() {
    return this == XH || this == XRH;
  }

  /// Whether its numbers say how much passes.
  public boolean isGate() {
    return range == Range.GATE;
  }

  /// What its layer's weights act on: [x, h], but [x, r ⊙ h] for the GRU's candidate.
  public Quantity layerInput() {
    return this == N ? XRH : XH;
  }

  /// The name of its weighted sum in the listing, of unit j.
  String weightedSum() {
    return "(%s @ %s + %s)[j]".formatted(weights(), layerInput().variable, bias());
  }

  /// The name of the products of that sum, as the listing would write them.
  String products() {
    return "%s[j] * %s".formatted(weights(), layerInput().variable);
  }

  /// The ending of its weights' names: `f` for `W_f` and `b_f`.
  public String suffix() {
    return this == CANDIDATE ? "c" : variable;
  }

  /// The name of its weights in the listing and in files.
  public String weights() {
    return "W_" + suffix();
  }

  /// The name of its biases in the listing and in files.
  public String bias() {
    return "b_" + suffix();
  }
}
