package dev.stepwise.compute.lstm;

/// Everything that a cell computes in one time step. The arrays are shared and never written to.
public sealed interface Moment {

  /// What is handed on to the next time step.
  State state();

  /// The values of a quantity, one a unit; for a concatenation one an element.
  ///
  /// @throws IllegalArgumentException for a quantity that this cell does not compute: a defect
  double[] values(Quantity quantity);

  /// A time step of an LSTM.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record Lstm(
      double[] xh,
      double[] f,
      double[] i,
      double[] candidate,
      double[] o,
      double[] kept,
      double[] added,
      double[] c,
      double[] tanhC,
      double[] h)
      implements Moment {

    @Override
    public State state() {
      return new State(h, c);
    }

    @Override
    public double[] values(Quantity quantity) {
      return switch (quantity) {
        case XH -> xh;
        case F -> f;
        case I -> i;
        case CANDIDATE -> candidate;
        case O -> o;
        case KEPT -> kept;
        case ADDED -> added;
        case C -> c;
        case TANH_C -> tanhC;
        case H -> h;
        case R, Z, RH, XRH, N -> throw unknown(quantity);
      };
    }
  }

  /// A time step of a GRU.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record Gru(
      double[] xh,
      double[] r,
      double[] z,
      double[] rh,
      double[] xrh,
      double[] n,
      double[] kept,
      double[] added,
      double[] h)
      implements Moment {

    @Override
    public State state() {
      return new State(h, new double[0]);
    }

    @Override
    public double[] values(Quantity quantity) {
      return switch (quantity) {
        case XH -> xh;
        case R -> r;
        case Z -> z;
        case RH -> rh;
        case XRH -> xrh;
        case N -> n;
        case KEPT -> kept;
        case ADDED -> added;
        case H -> h;
        case F, I, CANDIDATE, O, C, TANH_C -> throw unknown(quantity);
      };
    }
  }

  /// A time step of a plain recurrent cell.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record Rnn(double[] xh, double[] h) implements Moment {

    @Override
    public State state() {
      return new State(h, new double[0]);
    }

    @Override
    public double[] values(Quantity quantity) {
      return switch (quantity) {
        case XH -> xh;
        case H -> h;
        default -> throw unknown(quantity);
      };
    }
  }

  private static IllegalArgumentException unknown(Quantity quantity) {
    return new IllegalArgumentException("this cell computes no " + quantity.title());
  }
}
