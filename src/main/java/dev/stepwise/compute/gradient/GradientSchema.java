package dev.stepwise.compute.gradient;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import dev.stepwise.compute.gradient.GradientProblem.Model;
import dev.stepwise.compute.gradient.network.Activation;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.Start;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a scenario of gradient descent may hold, and a problem as a scenario.
final class GradientSchema {
  static final double RATE = 0.1;
  static final long EPOCHS = 100;
  static final long BATCH = 32;
  static final long HIDDEN = 16;
  static final long LAYERS = 10;
  static final long SEED = 42;

  /// The word for weights that are given.
  static final String GIVEN = "given";

  /// Whole numbers of a file are exact doubles for whoever reads it.
  private static final long EXACT = 1L << 53;

  static final Schema SCHEMA =
      new Schema(
          List.of(
              new Field("X", "Samples", new Kind.Matrix(), Standing.FILE_ONLY),
              new Field("y", "Answers", new Kind.Targets(), Standing.FILE_ONLY),
              new Field("W1", "W1", new Kind.Matrix(), Standing.FILE_ONLY),
              new Field("b1", "b1", new Kind.Vector(), Standing.FILE_ONLY),
              new Field("W2", "W2", new Kind.Matrix(), Standing.FILE_ONLY),
              new Field("b2", "b2", new Kind.Vector(), Standing.FILE_ONLY),
              new Field("columns", "Columns of X", new Kind.Strings(), Standing.FILE_ONLY),
              new Field("answer", "Column of y", new Kind.Text(), Standing.FILE_ONLY),
              new Field("held", "Samples held out", new Kind.Targets(), Standing.FILE_ONLY),
              new Field(
                  "rate_changes",
                  "Changes of the rate",
                  new Kind.Matrix(Double.MAX_VALUE),
                  Standing.FILE_ONLY)),
          List.of(
              new Field(
                  "learning_rate", "Rate", new Kind.Real(1e-12, 1e12, RATE), Standing.PROMINENT),
              new Field(
                  "batch_size",
                  "Batch (0 = all)",
                  new Kind.Whole(0, Integer.MAX_VALUE, BATCH),
                  Standing.PROMINENT),
              new Field(
                  "hidden_size",
                  "Hidden units",
                  new Kind.Whole(1, 4096, HIDDEN),
                  Standing.PROMINENT),
              new Field(
                  "activation",
                  "Activation",
                  new Kind.Choice(
                      Arrays.stream(Activation.values()).map(Activation::word).toList(),
                      Activation.RELU.word()),
                  Standing.FURTHER),
              new Field(
                  "init", "Start", new Kind.Choice(starts(), Start.HE.word()), Standing.PROMINENT),
              new Field("epochs", "Epochs", new Kind.Whole(1, 1_000_000, EPOCHS), Standing.FURTHER),
              new Field("shuffle", "Shuffle each epoch", new Kind.Flag(true), Standing.FURTHER),
              new Field("held_out", "Share held out", new Kind.Real(0, 0.9, 0.0), Standing.FURTHER),
              new Field(
                      "gradient",
                      "Gradient",
                      new Kind.Choice(
                          Arrays.stream(Averaging.values()).map(Averaging::word).toList(),
                          Averaging.MEAN.word()),
                      Standing.FURTHER)
                  .withHint(
                      "mean: all gradients are means over the batch. sum-beside-mean shows a "
                          + "mistake: the weights' gradients are sums, the biases' are means.")
                  .withVariant(Averaging.SUM_BESIDE_MEAN.word(), "gradients summed beside means"),
              new Field(
                  "model",
                  "Model",
                  new Kind.Choice(
                      Arrays.stream(Model.values()).map(Model::word).toList(), Model.MLP.word()),
                  Standing.FURTHER),
              new Field(
                  "layers",
                  "Layers of the probe",
                  new Kind.Whole(1, 100, LAYERS),
                  Standing.FURTHER),
              new Field("seed", "Seed", new Kind.Whole(-EXACT, EXACT, SEED), Standing.FURTHER)));

  private GradientSchema() {}

  private static List<String> starts() {
    var words = new ArrayList<>(Arrays.stream(Start.values()).map(Start::word).toList());
    words.add(GIVEN);
    return words;
  }

  /// A problem as a scenario.
  static Given given(GradientProblem problem) {
    var inputs = new LinkedHashMap<String, Object>();
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("model", problem.model().word());
    switch (problem) {
      case NetworkProblem network -> {
        network(network, inputs, parameters);
        descent(network.descent(), inputs, parameters);
      }
      case RegressionProblem regression -> {
        inputs.put("X", regression.x());
        inputs.put("y", regression.y());
        names(regression.names(), inputs);
        descent(regression.descent(), inputs, parameters);
      }
      case ProbeProblem probe -> {
        if (probe.origin() == ProbeProblem.Origin.GIVEN) {
          inputs.put("X", probe.x());
        }
        parameters.put("hidden_size", (long) probe.width());
        parameters.put("activation", probe.activation().word());
        parameters.put("layers", (long) probe.layers());
        parameters.put("seed", probe.seed());
      }
    }
    return new Given(inputs, parameters);
  }

  private static void network(
      NetworkProblem problem, Map<String, Object> inputs, Map<String, Object> parameters) {
    inputs.put("X", problem.data().x());
    inputs.put("y", problem.data().y());
    names(problem.data().names(), inputs);
    if (!problem.data().isDrawnFrom(problem.descent().seed())) {
      inputs.put("held", problem.data().held());
    }
    putIfThere(inputs, "W1", problem.given().w1());
    putIfThere(inputs, "b1", problem.given().b1());
    putIfThere(inputs, "W2", problem.given().w2());
    putIfThere(inputs, "b2", problem.given().b2());
    parameters.put("hidden_size", (long) problem.hidden());
    parameters.put("activation", problem.activation().word());
    parameters.put("init", problem.given().hasWeights() ? GIVEN : problem.start().word());
    parameters.put("held_out", problem.data().heldShare());
    parameters.put("gradient", problem.averaging().word());
  }

  private static void names(DataNames names, Map<String, Object> inputs) {
    if (!names.columns().isEmpty()) {
      inputs.put("columns", names.columns());
    }
    if (!names.answer().isBlank()) {
      inputs.put("answer", names.answer());
    }
  }

  private static void putIfThere(
      Map<String, Object> inputs, String name, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      inputs.put(name, value);
    }
  }

  private static void descent(
      Descent descent, Map<String, Object> inputs, Map<String, Object> parameters) {
    parameters.put("learning_rate", descent.rate());
    parameters.put("epochs", (long) descent.epochs());
    parameters.put("batch_size", (long) descent.batchSize());
    parameters.put("shuffle", descent.ordering() == Descent.Ordering.SHUFFLED);
    parameters.put("seed", descent.seed());
    if (!descent.changes().isEmpty()) {
      inputs.put(
          "rate_changes",
          descent.changes().stream()
              .map(change -> new double[] {change.epoch(), change.rate()})
              .toArray(double[][]::new));
    }
  }
}
