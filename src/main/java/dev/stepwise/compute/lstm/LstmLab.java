package dev.stepwise.compute.lstm;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

/// Experiments with gradients on the sequence of a problem. All are deterministic, report their
/// progress from 0 to 1 and stop with a [java.util.concurrent.CancellationException] soon after
/// their thread is interrupted.
public final class LstmLab {
  /// The gradient is followed over at least so many time steps.
  public static final int LEAST_STEPS = 120;

  /// And at most over so many.
  public static final int MOST_STEPS = 400;

  /// Beyond so many units 120 time steps have to do.
  private static final int MANY_UNITS = 64;

  private LstmLab() {}

  /// The gradient of one cell.
  ///
  /// @param name for people: `LSTM, forget bias 1`
  public record Fade(String name, Cell cell, Jacobians.Flow flow) {}

  /// The three cells alike: of one size, on the same sequence, with weights drawn in the same way
  /// from the seed and biases of 0; the LSTM's forget bias is 1, as training starts it. Where the
  /// open problem's weights are others, such as weights made by hand, its cell is a fourth, under a
  /// name that says so.
  public static List<Fade> cells(LstmProblem problem, DoubleConsumer progress) {
    var variants = new ArrayList<LstmProblem>();
    var names = new ArrayList<String>();
    boolean isShown = false;
    for (var cell : Cell.values()) {
      var variant = variant(problem, cell, LstmParameters.STANDARD_FORGET_BIAS);
      variants.add(variant);
      names.add(cell.title());
      isShown |= cell == problem.cell() && hasSameWeights(problem, variant);
    }
    if (!isShown) {
      variants.add(problem);
      names.add(problem.cell().title() + " as open");
    }
    return fades(names, variants, problem, progress);
  }

  private static boolean hasSameWeights(LstmProblem left, LstmProblem right) {
    return left.cell().layers().stream()
        .allMatch(layer -> {
          var ours = left.recurrentCell().layer(layer);
          var theirs = right.recurrentCell().layer(layer);
          return Arrays.deepEquals(ours.weights(), theirs.weights())
              && Arrays.equals(ours.bias(), theirs.bias());
        });
  }

  /// LSTMs whose weights come from the seed and differ in the forget bias alone, and a plain RNN.
  public static List<Fade> forgetBiases(
      LstmProblem problem, List<Double> biases, DoubleConsumer progress) {
    var variants = new ArrayList<LstmProblem>();
    var names = new ArrayList<String>();
    for (double bias : biases) {
      variants.add(variant(problem, Cell.LSTM, bias));
      names.add("LSTM, bias " + Numbers.text(bias));
    }
    variants.add(variant(problem, Cell.RNN, 0));
    names.add("RNN");
    return fades(names, variants, problem, progress);
  }

  private static List<Fade> fades(
      List<String> names,
      List<LstmProblem> variants,
      LstmProblem problem,
      DoubleConsumer progress) {
    double[][] sequence = sequence(problem);
    var fades = new ArrayList<Fade>();
    for (int i = 0; i < variants.size(); i++) {
      int done = i;
      var variant = variants.get(i);
      var history = new History(sequence, variant.recurrentCell(), variant.start());
      var flow =
          Jacobians.flow(
              variant.recurrentCell(),
              history,
              share -> progress.accept((done + share) / variants.size()));
      fades.add(new Fade(names.get(i), variant.cell(), flow));
    }
    return List.copyOf(fades);
  }

  /// The problem's sequence, repeated where it is short and cut off where it is long.
  static double[][] sequence(LstmProblem problem) {
    int most = problem.hidden() > MANY_UNITS ? LEAST_STEPS : MOST_STEPS;
    int length = Math.clamp(problem.x().length, LEAST_STEPS, most);
    var sequence = new double[length][];
    for (int t = 0; t < length; t++) {
      sequence[t] = problem.x()[t % problem.x().length];
    }
    return sequence;
  }

  /// The same sizes and seed with generated weights.
  private static LstmProblem variant(LstmProblem problem, Cell cell, double forgetBias) {
    var given =
        Given.nothing()
            .with(LstmParameters.X, problem.x())
            .with(LstmParameters.CELL, cell)
            .with(LstmParameters.HIDDEN_SIZE, problem.hidden())
            .with(LstmParameters.FORGET_BIAS, forgetBias)
            .with(LstmParameters.SEED, problem.seed());
    return new LstmReading(given).problem();
  }

  /// How many numbers a cell of some sizes can learn: a matrix of hidden·(input+hidden) and hidden
  /// biases for each of its layers.
  public static long parameters(Cell cell, long inputs, long hidden) {
    return cell.layers().size() * (hidden * (inputs + hidden) + hidden);
  }
}
