package dev.stepwise.compute.lstm;

import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Outcome.Curve;
import dev.stepwise.compute.exercise.Outcome.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a sequence has left behind in a cell: how much is in its memory, how far the gates have let
/// it last, and what it shows, of which every kind of cell has the same.
///
/// @param frame of the step
record LstmOutcome(LstmFrame frame) {

  /// After the time steps that are complete.
  Outcome outcome() {
    int steps = frame.isKnown(Quantity.H) ? frame.time().t() + 1 : frame.time().t();
    if (steps == 0) {
      return Outcome.NONE;
    }
    var figures = new ArrayList<Figure>();
    figures.add(new Figure("the length of the memory", "memory", memory(steps)));
    if (frame.time().cell().keepsAndAdds()) {
      double[][] gates = values(frame.time().cell().keepGate(), steps);
      figures.add(
          new Figure(
              "the average share of the memory that a step keeps", "kept in a step", mean(gates)));
      if (steps > 1) {
        figures.add(
            new Figure(
                "the share that is left of the first step’s memory",
                "left of step 1",
                100 * left(gates),
                " %"));
      }
    }
    double[] lengths =
        Arrays.stream(values(Quantity.H, steps)).mapToDouble(LstmOutcome::length).toArray();
    figures.add(new Figure("the length of h", "|h|", lengths[steps - 1]));
    return new Outcome(
        figures, Optional.of(new Curve("Length of h", "after each time step", 1, lengths)));
  }

  private double[][] values(Quantity quantity, int steps) {
    return frame.time().history().values(quantity, steps);
  }

  /// The length of c where there is one, else of h.
  private double memory(int steps) {
    return length(values(frame.time().cell().memory(), steps)[steps - 1]);
  }

  /// The Euclidean norm.
  private static double length(double[] vector) {
    return Math.sqrt(Arrays.stream(vector).map(one -> one * one).sum());
  }

  private static double mean(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).average().orElse(Double.NaN);
  }

  /// What the gates of the later steps let through of the memory after the first: of each unit the
  /// product of its gates, and the mean over the units. It is how much ∂c_T/∂c_1 is along the kept
  /// part alone.
  private static double left(double[][] gates) {
    return IntStream.range(0, gates[0].length)
        .mapToDouble(unit ->
            Arrays.stream(gates).skip(1).mapToDouble(gate -> gate[unit]).reduce(1, (a, b) -> a * b))
        .average()
        .orElse(Double.NaN);
  }
}
