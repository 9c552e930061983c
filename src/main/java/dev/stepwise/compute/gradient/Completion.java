package dev.stepwise.compute.gradient;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.gradient.Descent.Ordering;
import dev.stepwise.compute.gradient.Descent.RateChange;
import dev.stepwise.compute.gradient.GradientProblem.Model;
import dev.stepwise.compute.gradient.NetworkProblem.GivenParameters;
import dev.stepwise.compute.gradient.network.Activation;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.gradient.probe.Signal;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Checks and completes what a scenario states.
///
/// @param given what it states
record Completion(Given given) {
  private static final int MOST_CLASSES = 1000;
  private static final long MOST_PARAMETERS = 20_000_000;
  private static final int PROBE_SAMPLES = 200;
  private static final long PROBE_WIDTH = 64;

  GradientProblem problem() {
    var word = text("model", Model.MLP.word());
    var model = Arrays.stream(Model.values()).filter(m -> m.word().equals(word)).findFirst();
    return switch (model.orElse(Model.MLP)) {
      case MLP -> network();
      case LINEAR_REGRESSION -> regression();
      case VARIANCE_PROBE -> probe();
    };
  }

  private NetworkProblem network() {
    var x = given.input("X", double[][].class);
    var generated = Generated.blobs(seed());
    double[][] samples = x.orElse(generated.x());
    int[] labels = x.isPresent() ? labels(samples.length) : generated.y();
    double held = given.parameter("held_out", Double.class).orElse(0.0);
    var data = data(samples, labels, held);
    var w1 = given.input("W1", double[][].class);
    int hidden = hidden(w1);
    checkSize(data, hidden);
    var parameters =
        new GivenParameters(
            w1.map(rows -> matrix("W1", rows, data.dimensions(), hidden)).orElse(null),
            given.input("b1", double[].class).map(b -> vector("b1", b, hidden)).orElse(null),
            given
                .input("W2", double[][].class)
                .map(rows -> matrix("W2", rows, hidden, data.classes()))
                .orElse(null),
            given
                .input("b2", double[].class)
                .map(b -> vector("b2", b, data.classes()))
                .orElse(null));
    return new NetworkProblem(
        data,
        parameters,
        hidden,
        start(parameters),
        activation(),
        averaging(),
        descent(BATCH_SIZE));
  }

  private LabelledData data(double[][] samples, int[] labels, double share) {
    var names = names(samples[0].length);
    var stated = given.inputs().get("held");
    return stated == null
        ? LabelledData.of(samples, labels, share, seed()).named(names)
        : LabelledData.holding(samples, labels, share, held(stated, samples.length), names);
  }

  private static int[] held(Object stated, int n) {
    boolean some =
        stated instanceof int[] indices
            && indices.length < n
            && Arrays.stream(indices).distinct().count() == indices.length
            && Arrays.stream(indices).allMatch(i -> i < n);
    if (!some) {
      throw new InvalidInput(
          "/inputs/held",
          "does not name different samples of X that leave one to train on",
          "give their indices, from 0 to %d, or leave it out".formatted(n - 1));
    }
    return Arrays.stream((int[]) stated).sorted().toArray();
  }

  private DataNames names(int dimensions) {
    @SuppressWarnings("unchecked") // the schema says that they are strings
    var columns = (List<String>) given.input("columns", List.class).orElse(List.of());
    if (!columns.isEmpty() && columns.size() != dimensions) {
      throw new InvalidInput(
          "/inputs/columns",
          "has %s, but X has %s"
              .formatted(
                  Phrases.count(columns.size(), "name"), Phrases.count(dimensions, "column")),
          "give a name for each column, or none");
    }
    return new DataNames(columns, given.input("answer", String.class).orElse(""));
  }

  private static final long BATCH_SIZE = GradientSchema.BATCH;

  private int hidden(Optional<double[][]> w1) {
    var stated = given.parameter("hidden_size", Long.class).map(Long::intValue);
    if (w1.isEmpty()) {
      return stated.orElseGet(() -> fromSecondLayer().orElse((int) GradientSchema.HIDDEN));
    }
    int columns = w1.get()[0].length;
    if (stated.isPresent() && stated.get() != columns) {
      throw new InvalidInput(
          "/parameters/hidden_size",
          "hidden_size is %d, but W1 is given with %s"
              .formatted(stated.get(), Phrases.count(columns, "column")),
          "choose %d, or leave out W1, b1, W2 and b2".formatted(columns));
    }
    return columns;
  }

  private Optional<Integer> fromSecondLayer() {
    return given.input("W2", double[][].class).map(rows -> rows.length);
  }

  private static void checkSize(LabelledData data, int hidden) {
    long count = (long) (data.dimensions() + 1) * hidden + (hidden + 1L) * data.classes();
    if (count > MOST_PARAMETERS) {
      throw new InvalidInput(
          "/parameters/hidden_size",
          "makes %,d parameters".formatted(count),
          "choose fewer units, so that there are at most %,d".formatted(MOST_PARAMETERS));
    }
  }

  private int[] labels(int n) {
    var stated = given.inputs().get("y");
    int[] labels =
        switch (stated) {
          case null ->
              throw new InvalidInput(
                  "/inputs/y", "is missing", "give a class from 0 for each row of X");
          case int[] whole -> whole;
          default ->
              throw new InvalidInput(
                  "/inputs/y",
                  "holds numbers that are no classes",
                  "give whole numbers from 0, or choose the model linear-regression");
        };
    checkLength(labels.length, n);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= MOST_CLASSES) {
        throw new InvalidInput(
            "/inputs/y/" + i,
            "is class %d".formatted(labels[i]),
            "number the classes from 0, at most %d of them".formatted(MOST_CLASSES));
      }
    }
    return labels;
  }

  private static void checkLength(int answers, int n) {
    if (answers != n) {
      throw new InvalidInput(
          "/inputs/y",
          "has %s, but X has %s"
              .formatted(Phrases.count(answers, "answer"), Phrases.count(n, "row")),
          "give one answer for each row");
    }
  }

  private Start start(GivenParameters parameters) {
    var word = text("init", Start.HE.word());
    if (word.equals(GradientSchema.GIVEN) && !parameters.hasWeights()) {
      throw new InvalidInput(
          "/parameters/init",
          "init is given, but W1 and W2 are not both given",
          "give them in /inputs, or choose he, xavier, small or zero");
    }
    return Arrays.stream(Start.values())
        .filter(start -> start.word().equals(word))
        .findFirst()
        .orElse(Start.HE);
  }

  private Activation activation() {
    var word = text("activation", Activation.RELU.word());
    return Arrays.stream(Activation.values())
        .filter(activation -> activation.word().equals(word))
        .findFirst()
        .orElse(Activation.RELU);
  }

  private Averaging averaging() {
    var word = text("gradient", Averaging.MEAN.word());
    return Arrays.stream(Averaging.values())
        .filter(averaging -> averaging.word().equals(word))
        .findFirst()
        .orElse(Averaging.MEAN);
  }

  private RegressionProblem regression() {
    var x = given.input("X", double[][].class);
    var generated = Generated.line(seed());
    double[][] samples = x.orElse(generated.x());
    double[] targets = x.isPresent() ? targets(samples.length) : generated.y();
    return new RegressionProblem(samples, targets, descent(0), names(samples[0].length));
  }

  private double[] targets(int n) {
    var stated = given.inputs().get("y");
    double[] targets =
        switch (stated) {
          case null ->
              throw new InvalidInput("/inputs/y", "is missing", "give a number for each row of X");
          case int[] whole -> Arrays.stream(whole).asDoubleStream().toArray();
          default -> (double[]) stated;
        };
    checkLength(targets.length, n);
    return targets;
  }

  private ProbeProblem probe() {
    var x = given.input("X", double[][].class);
    int width = given.parameter("hidden_size", Long.class).orElse(PROBE_WIDTH).intValue();
    if (x.isPresent()
        && given.parameter("hidden_size", Long.class).isPresent()
        && x.get()[0].length != width) {
      throw new InvalidInput(
          "/parameters/hidden_size",
          "hidden_size is %d, but the rows of X have %s"
              .formatted(width, Phrases.count(x.get()[0].length, "number")),
          "choose %d: every layer is as wide as the input".formatted(x.get()[0].length));
    }
    return new ProbeProblem(
        x.orElseGet(() -> Signal.samples(PROBE_SAMPLES, width, seed())),
        x.isPresent() ? ProbeProblem.Origin.GIVEN : ProbeProblem.Origin.SEED,
        given.parameter("layers", Long.class).orElse(GradientSchema.LAYERS).intValue(),
        activation(),
        seed());
  }

  private Descent descent(long standardBatch) {
    return new Descent(
        given.parameter("learning_rate", Double.class).orElse(GradientSchema.RATE),
        changes(),
        given.parameter("epochs", Long.class).orElse(GradientSchema.EPOCHS).intValue(),
        given.parameter("batch_size", Long.class).orElse(standardBatch).intValue(),
        given.parameter("shuffle", Boolean.class).orElse(true)
            ? Ordering.SHUFFLED
            : Ordering.AS_GIVEN,
        seed());
  }

  private List<RateChange> changes() {
    var rows = given.input("rate_changes", double[][].class).orElse(new double[0][]);
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
            "/inputs/rate_changes/" + i,
            "is no change of the rate",
            "give an epoch and the rate from it on, epochs ascending from 1, rates positive");
      }
      changes.add(new RateChange((int) row[0], row[1]));
    }
    return changes;
  }

  private static double[][] matrix(String name, double[][] rows, int height, int width) {
    if (rows.length != height || rows[0].length != width) {
      throw new InvalidInput(
          "/inputs/" + name,
          "is %d×%d".formatted(rows.length, rows[0].length),
          "give %d×%d numbers, to fit the data and the other layer".formatted(height, width));
    }
    return rows;
  }

  private static double[] vector(String name, double[] values, int length) {
    if (values.length != length) {
      throw new InvalidInput(
          "/inputs/" + name,
          "has " + Phrases.count(values.length, "number"),
          "give %d, one for each unit".formatted(length));
    }
    return values;
  }

  private String text(String name, String standard) {
    return given.parameter(name, String.class).orElse(standard);
  }

  private long seed() {
    return given.parameter("seed", Long.class).orElse(GradientSchema.SEED);
  }
}
