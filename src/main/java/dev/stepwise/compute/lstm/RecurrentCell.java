package dev.stepwise.compute.lstm;

import static dev.stepwise.compute.lstm.Vectors.complement;
import static dev.stepwise.compute.lstm.Vectors.concatenate;
import static dev.stepwise.compute.lstm.Vectors.plus;
import static dev.stepwise.compute.lstm.Vectors.sigmoid;
import static dev.stepwise.compute.lstm.Vectors.tanh;
import static dev.stepwise.compute.lstm.Vectors.times;

import java.util.List;

/// A recurrent cell with its weights: one time step is [#step], the textbook's lines.
public sealed interface RecurrentCell {

  /// One time step: from the input and the state before to everything that the cell computes. Takes
  /// hidden·(input+hidden) multiplications a layer.
  ///
  /// @param x the input, as many numbers as the layers expect
  /// @param before the state after the time step before
  Moment step(double[] x, State before);

  /// Which kind of cell.
  Cell kind();

  /// The layer that computes a quantity.
  ///
  /// @throws IllegalArgumentException where this cell has no such layer: a defect
  Layer layer(Quantity quantity);

  /// How many units.
  default int hidden() {
    return layer(kind().layers().getFirst()).bias().length;
  }

  /// How many numbers an input has.
  default int inputs() {
    return layer(kind().layers().getFirst()).weights()[0].length - hidden();
  }

  /// How many numbers can be learned.
  default long parameters() {
    return kind().layers().stream().mapToLong(each -> layer(each).parameters()).sum();
  }

  /// Long short-term memory.
  ///
  /// S. Hochreiter, J. Schmidhuber, *Long Short-Term Memory*, Neural Computation 9 (1997); the
  /// forget gate by F. Gers, J. Schmidhuber, F. Cummins, *Learning to Forget*, Neural Computation
  /// 12 (2000).
  record Lstm(Layer forget, Layer input, Layer candidate, Layer output) implements RecurrentCell {

    @Override
    public Moment.Lstm step(double[] x, State before) {
      double[] xh = concatenate(x, before.h());
      double[] f = sigmoid(forget.sums(xh));
      double[] i = sigmoid(input.sums(xh));
      double[] cCandidate = tanh(candidate.sums(xh));
      double[] o = sigmoid(output.sums(xh));
      double[] kept = times(f, before.c());
      double[] added = times(i, cCandidate);
      double[] c = plus(kept, added);
      double[] tanhC = tanh(c);
      double[] h = times(o, tanhC);
      return new Moment.Lstm(xh, f, i, cCandidate, o, kept, added, c, tanhC, h);
    }

    @Override
    public Cell kind() {
      return Cell.LSTM;
    }

    @Override
    public Layer layer(Quantity quantity) {
      return switch (quantity) {
        case F -> forget;
        case I -> input;
        case CANDIDATE -> candidate;
        case O -> output;
        default -> throw noLayer(quantity);
      };
    }
  }

  /// The gated recurrent unit, with the reset gate before the matrix and z keeping the old state.
  ///
  /// K. Cho et al., *Learning Phrase Representations using RNN Encoder–Decoder for Statistical
  /// Machine Translation*, EMNLP 2014.
  record Gru(Layer reset, Layer update, Layer candidate) implements RecurrentCell {

    @Override
    public Moment.Gru step(double[] x, State before) {
      double[] h = before.h();
      double[] xh = concatenate(x, h);
      double[] r = sigmoid(reset.sums(xh));
      double[] z = sigmoid(update.sums(xh));
      double[] rh = times(r, h);
      double[] xrh = concatenate(x, rh);
      double[] n = tanh(candidate.sums(xrh));
      double[] kept = times(z, h);
      double[] added = times(complement(z), n);
      return new Moment.Gru(xh, r, z, rh, xrh, n, kept, added, plus(kept, added));
    }

    @Override
    public Cell kind() {
      return Cell.GRU;
    }

    @Override
    public Layer layer(Quantity quantity) {
      return switch (quantity) {
        case R -> reset;
        case Z -> update;
        case N -> candidate;
        default -> throw noLayer(quantity);
      };
    }
  }

  /// The plain recurrent cell.
  ///
  /// J. Elman, *Finding Structure in Time*, Cognitive Science 14 (1990).
  record Rnn(Layer hiddenLayer) implements RecurrentCell {

    @Override
    public Moment.Rnn step(double[] x, State before) {
      double[] xh = concatenate(x, before.h());
      return new Moment.Rnn(xh, tanh(hiddenLayer.sums(xh)));
    }

    @Override
    public Cell kind() {
      return Cell.RNN;
    }

    @Override
    public Layer layer(Quantity quantity) {
      if (quantity != Quantity.H) {
        throw noLayer(quantity);
      }
      return hiddenLayer;
    }
  }

  /// The cell with these layers, in the order of [Cell#layers].
  static RecurrentCell of(Cell cell, List<Layer> layers) {
    return switch (cell) {
      case LSTM -> new Lstm(layers.get(0), layers.get(1), layers.get(2), layers.get(3));
      case GRU -> new Gru(layers.get(0), layers.get(1), layers.get(2));
      case RNN -> new Rnn(layers.getFirst());
    };
  }

  private static IllegalArgumentException noLayer(Quantity quantity) {
    return new IllegalArgumentException("this cell has no layer for the " + quantity.title());
  }
}
