package dev.stepwise.compute.gradient;

import static dev.stepwise.compute.gradient.GradientParameters.ACTIVATION;
import static dev.stepwise.compute.gradient.GradientParameters.ANSWER;
import static dev.stepwise.compute.gradient.GradientParameters.B1;
import static dev.stepwise.compute.gradient.GradientParameters.B2;
import static dev.stepwise.compute.gradient.GradientParameters.BATCH_SIZE;
import static dev.stepwise.compute.gradient.GradientParameters.COLUMNS;
import static dev.stepwise.compute.gradient.GradientParameters.DRAWS;
import static dev.stepwise.compute.gradient.GradientParameters.EPOCHS;
import static dev.stepwise.compute.gradient.GradientParameters.GRADIENT;
import static dev.stepwise.compute.gradient.GradientParameters.HELD;
import static dev.stepwise.compute.gradient.GradientParameters.HELD_OUT;
import static dev.stepwise.compute.gradient.GradientParameters.HIDDEN_SIZE;
import static dev.stepwise.compute.gradient.GradientParameters.INIT;
import static dev.stepwise.compute.gradient.GradientParameters.LAYERS;
import static dev.stepwise.compute.gradient.GradientParameters.MISTAKE;
import static dev.stepwise.compute.gradient.GradientParameters.MODEL;
import static dev.stepwise.compute.gradient.GradientParameters.RATE;
import static dev.stepwise.compute.gradient.GradientParameters.RATE_CHANGES;
import static dev.stepwise.compute.gradient.GradientParameters.SEED;
import static dev.stepwise.compute.gradient.GradientParameters.SHUFFLE;
import static dev.stepwise.compute.gradient.GradientParameters.W1;
import static dev.stepwise.compute.gradient.GradientParameters.W2;
import static dev.stepwise.compute.gradient.GradientParameters.X;
import static dev.stepwise.compute.gradient.GradientParameters.Y;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Shapes;
import dev.stepwise.compute.gradient.Descent.Ordering;
import dev.stepwise.compute.gradient.Descent.RateChange;
import dev.stepwise.compute.gradient.NetworkProblem.GivenParameters;
import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.gradient.probe.Signal;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks and completes what a scenario states.
///
/// @param given what it states
record Completion(Given given) {
  private static final int MOST_CLASSES = 1000;
  private static final long MOST_PARAMETERS = 20_000_000;
  private static final int PROBE_SAMPLES = 200;
  private static final int PROBE_WIDTH = 64;
  private static final int WHOLE = 0;

  GradientProblem problem() {
    return switch (MODEL.of(given)) {
      case MLP -> network();
      case LINEAR_REGRESSION -> regression();
      case VARIANCE_PROBE -> probe();
    };
  }

  private NetworkProblem network() {
    var x = X.in(given);
    var generated = Generated.blobs(SEED.of(given));
    double[][] samples = x.orElse(generated.x());
    int[] labels = x.isPresent() ? labels(samples.length) : generated.y();
    var data = data(samples, labels, HELD_OUT.of(given));
    int hidden = hidden();
    checkSize(data, hidden);
    var parameters =
        new GivenParameters(
            matrix(W1, data.dimensions(), hidden),
            vector(B1, hidden),
            matrix(W2, hidden, data.classes()),
            vector(B2, data.classes()));
    return new NetworkProblem(
        data,
        parameters,
        hidden,
        start(parameters),
        ACTIVATION.of(given),
        GRADIENT.of(given),
        descent(BATCH_SIZE.of(given), data.training().length),
        MISTAKE.of(given));
  }

  private LabelledData data(double[][] samples, int[] labels, double share) {
    var names = names(samples[0].length);
    return HELD.in(given)
        .map(
            held -> LabelledData.holding(samples, labels, share, held(held, samples.length), names))
        .orElseGet(() -> LabelledData.of(samples, labels, share, SEED.of(given)).named(names));
  }

  private static int[] held(int[] indices, int n) {
    boolean some =
        indices.length < n
            && Arrays.stream(indices).distinct().count() == indices.length
            && Arrays.stream(indices).allMatch(i -> i < n);
    if (!some) {
      throw new InvalidInput(
          HELD.place(),
          "does not name different samples of X that leave one to train on",
          "give their indices, from 0 to %d, or leave it out".formatted(n - 1));
    }
    return Arrays.stream(indices).sorted().toArray();
  }

  private DataNames names(int dimensions) {
    var columns = COLUMNS.in(given).orElse(List.of());
    if (!columns.isEmpty()) {
      Shapes.length(
          COLUMNS.place(),
          columns.size(),
          dimensions,
          "name",
          "X has " + Phrases.count(dimensions, "column"));
    }
    return new DataNames(columns, ANSWER.in(given).orElse(""));
  }

  private int hidden() {
    var stated = HIDDEN_SIZE.stated(given);
    var w1 = W1.in(given);
    if (w1.isEmpty()) {
      return stated
          .or(() -> W2.in(given).map(rows -> rows.length))
          .orElseGet(() -> HIDDEN_SIZE.of(given));
    }
    int columns = w1.get()[0].length;
    if (stated.isPresent() && stated.get() != columns) {
      throw new InvalidInput(
          HIDDEN_SIZE.place(),
          "hidden_size is %d, but W1 is given with %s"
              .formatted(stated.get(), Phrases.count(columns, "column")),
          "choose %d, or leave out W1, b1, W2 and b2".formatted(columns));
    }
    return columns;
  }

  private static void checkSize(LabelledData data, int hidden) {
    long count = (long) (data.dimensions() + 1) * hidden + (hidden + 1L) * data.classes();
    if (count > MOST_PARAMETERS) {
      throw new InvalidInput(
          HIDDEN_SIZE.place(),
          "makes %,d parameters".formatted(count),
          "choose fewer units, so that there are at most %,d".formatted(MOST_PARAMETERS));
    }
  }

  private int[] labels(int n) {
    var stated = Y.in(given).orElse(null);
    int[] labels =
        switch (stated) {
          case null ->
              throw new InvalidInput(
                  Y.place(), "is missing", "give a class from 0 for each row of X");
          case int[] whole -> whole;
          default ->
              throw new InvalidInput(
                  Y.place(),
                  "holds numbers that are no classes",
                  "give whole numbers from 0, or choose the model linear-regression");
        };
    checkLength(labels.length, n);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= MOST_CLASSES) {
        throw new InvalidInput(
            Y.place() + "/" + i,
            "is class %d".formatted(labels[i]),
            "number the classes from 0, at most %d of them".formatted(MOST_CLASSES));
      }
    }
    return labels;
  }

  private static void checkLength(int answers, int n) {
    Shapes.length(Y.place(), answers, n, "answer", "X has " + Phrases.count(n, "row"));
  }

  private Start start(GivenParameters parameters) {
    var init = INIT.of(given);
    if (init == Init.GIVEN && !parameters.hasWeights()) {
      throw new InvalidInput(
          INIT.place(),
          "init is given, but W1 and W2 are not both given",
          "give them in /inputs, or choose he, xavier, small or zero");
    }
    return init.start();
  }

  private RegressionProblem regression() {
    var x = X.in(given);
    var generated = Generated.line(SEED.of(given));
    double[][] samples = x.orElse(generated.x());
    double[] targets = x.isPresent() ? targets(samples.length) : generated.y();
    return new RegressionProblem(
        samples,
        targets,
        descent(BATCH_SIZE.stated(given).orElse(WHOLE), samples.length),
        names(samples[0].length),
        MISTAKE.of(given));
  }

  private double[] targets(int n) {
    var stated = Y.in(given).orElse(null);
    double[] targets =
        switch (stated) {
          case null ->
              throw new InvalidInput(Y.place(), "is missing", "give a number for each row of X");
          case int[] whole -> Arrays.stream(whole).asDoubleStream().toArray();
          default -> (double[]) stated;
        };
    checkLength(targets.length, n);
    return targets;
  }

  private ProbeProblem probe() {
    var x = X.in(given);
    int width = HIDDEN_SIZE.stated(given).orElse(PROBE_WIDTH);
    x.filter(_ -> HIDDEN_SIZE.stated(given).isPresent())
        .ifPresent(rows -> checkWidth(width, rows[0].length));
    long seed = SEED.of(given);
    return new ProbeProblem(
        x.orElseGet(() -> Signal.samples(PROBE_SAMPLES, width, seed)),
        x.isPresent() ? ProbeProblem.Origin.GIVEN : ProbeProblem.Origin.SEED,
        LAYERS.of(given),
        ACTIVATION.of(given),
        seed);
  }

  private static void checkWidth(int width, int numbers) {
    if (numbers != width) {
      throw new InvalidInput(
          HIDDEN_SIZE.place(),
          "hidden_size is %d, but the rows of X have %s"
              .formatted(width, Phrases.count(numbers, "number")),
          "choose %d: every layer is as wide as the input".formatted(numbers));
    }
  }

  /// @param n how many samples are trained on
  private Descent descent(int batchSize, int n) {
    return new Descent(
        RATE.of(given),
        changes(),
        EPOCHS.of(given),
        batchSize,
        SHUFFLE.of(given) ? Ordering.SHUFFLED : Ordering.AS_GIVEN,
        SEED.of(given),
        DRAWS.in(given).map(numbers -> draws(numbers, n)).orElse(Draws.FRESH));
  }

  private static Draws draws(int[] numbers, int n) {
    return Draws.read(numbers, n)
        .orElseThrow(() ->
            new InvalidInput(
                DRAWS.place(),
                "does not say how many samples the orders were drawn for, and then a place for"
                    + " each of the %s trained on".formatted(Phrases.count(n, "sample")),
                "leave it out, and the orders are drawn anew"));
  }

  private List<RateChange> changes() {
    var rows = RATE_CHANGES.in(given).orElse(new double[0][]);
    var changes = new ArrayList<RateChange>();
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      boolean ascending = changes.isEmpty() || row[0] > changes.getLast().epoch();
      if (row.length != 2
          || row[0] != Math.rint(row[0])
          || row[0] < 1
          || row[0] > Integer.MAX_VALUE
          || !(row[1] > 0)
          || !ascending) {
        throw new InvalidInput(
            RATE_CHANGES.place() + "/" + i,
            "is no change of the rate",
            "give an epoch and the rate from it on, epochs ascending from 1, rates positive");
      }
      changes.add(new RateChange((int) row[0], row[1]));
    }
    return changes;
  }

  private double @Nullable [][] matrix(Input<double[][]> input, int height, int width) {
    var stated = input.in(given);
    stated.ifPresent(rows ->
        Shapes.matrix(
            input.place(),
            rows,
            height,
            width,
            "the data and the other layer ask for %d×%d".formatted(height, width)));
    return stated.orElse(null);
  }

  private double @Nullable [] vector(Input<double[]> input, int length) {
    var stated = input.in(given);
    stated.ifPresent(values ->
        Shapes.length(
            input.place(),
            values.length,
            length,
            "number",
            "there %s".formatted(length == 1 ? "is 1 unit" : "are " + length + " units")));
    return stated.orElse(null);
  }
}
