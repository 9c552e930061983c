package dev.stepwise.compute.lstm;

import static dev.stepwise.compute.lstm.Vectors.complement;
import static dev.stepwise.compute.lstm.Vectors.concatenate;
import static dev.stepwise.compute.lstm.Vectors.plus;
import static dev.stepwise.compute.lstm.Vectors.tanh;
import static dev.stepwise.compute.lstm.Vectors.times;

import java.util.Arrays;

/// [RecurrentCell#step], with a mistake in one of its lines.
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
record MistakenStep(LstmMistake mistake, double[] x, State before) {

  Moment of(RecurrentCell cell) {
    return switch (cell) {
      case RecurrentCell.Lstm lstm -> lstm(lstm);
      case RecurrentCell.Gru gru -> gru(gru);
      case RecurrentCell.Rnn rnn -> {
        double[] xh = concatenate(x, seen());
        yield new Moment.Rnn(xh, neurons(rnn.hiddenLayer(), xh, Quantity.H));
      }
    };
  }

  private Moment lstm(RecurrentCell.Lstm cell) {
    double[] xh = concatenate(x, seen());
    double[] f = neurons(cell.forget(), xh, Quantity.F);
    double[] i = neurons(cell.input(), xh, Quantity.I);
    double[] candidate = neurons(cell.candidate(), xh, Quantity.CANDIDATE);
    double[] o = neurons(cell.output(), xh, Quantity.O);
    double[] keeping =
        switch (mistake) {
          case GATES_SWAPPED -> i;
          case NOTHING_FORGOTTEN -> ones(f.length);
          case FORGET_MEANS_FORGET -> complement(f);
          default -> f;
        };
    double[] letting =
        switch (mistake) {
          case GATES_SWAPPED -> f;
          case INPUT_GATE_LEFT_OUT -> ones(i.length);
          default -> i;
        };
    double[] kept = times(keeping, before.c());
    double[] added = times(letting, candidate);
    double[] sum = plus(kept, added);
    double[] c = mistake == LstmMistake.MEMORY_SQUASHED ? tanh(sum) : sum;
    double[] shown = mistake == LstmMistake.NO_TANH ? c : tanh(c);
    double[] h = mistake == LstmMistake.OUTPUT_GATE_LEFT_OUT ? shown : times(o, shown);
    return new Moment.Lstm(xh, f, i, candidate, o, kept, added, c, shown, h);
  }

  private Moment gru(RecurrentCell.Gru cell) {
    double[] h = before.h();
    double[] xh = concatenate(x, seen());
    double[] r = neurons(cell.reset(), xh, Quantity.R);
    double[] z = neurons(cell.update(), xh, Quantity.Z);
    double[] rh = mistake == LstmMistake.RESET_LEFT_OUT ? h : times(r, h);
    double[] xrh = concatenate(x, rh);
    double[] n = neurons(cell.candidate(), xrh, Quantity.N);
    double[] keeping =
        switch (mistake) {
          case NOTHING_FORGOTTEN -> ones(z.length);
          case Z_REVERSED -> complement(z);
          default -> z;
        };
    double[] letting =
        switch (mistake) {
          case INPUT_GATE_LEFT_OUT -> ones(z.length);
          case Z_REVERSED -> z;
          default -> complement(z);
        };
    double[] kept = times(keeping, h);
    double[] added = times(letting, n);
    return new Moment.Gru(xh, r, z, rh, xrh, n, kept, added, plus(kept, added));
  }

  /// What stands in the place of h in [x, h].
  private double[] seen() {
    return mistake == LstmMistake.INPUT_ONLY ? new double[before.h().length] : before.h();
  }

  private double[] neurons(Layer layer, double[] input, Quantity quantity) {
    var values = new double[layer.bias().length];
    for (int unit = 0; unit < values.length; unit++) {
      values[unit] = mistake.function(quantity).at(mistake.sum(layer, unit, input));
    }
    return values;
  }

  private static double[] ones(int length) {
    var ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
