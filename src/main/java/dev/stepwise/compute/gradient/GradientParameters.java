package dev.stepwise.compute.gradient;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Parameter;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import dev.stepwise.compute.gradient.GradientProblem.Model;
import dev.stepwise.compute.gradient.network.Activation;
import dev.stepwise.compute.gradient.network.Averaging;
import java.util.List;
import java.util.Optional;

/// What a scenario of gradient descent may hold, each declared once, and a problem as a scenario.
final class GradientParameters {
  /// Whole numbers of a file are exact doubles for whoever reads it.
  private static final long EXACT = 1L << 53;

  private static final int MOST_UNITS = 4096;
  private static final int STANDARD_UNITS = 16;

  static final Input<double[][]> X = Input.matrix("X", "Samples");
  static final Input<Object> Y = Input.targets("y", "Answers", Kind.LARGEST);
  static final Input<double[][]> W1 = Input.matrix("W1", "W1");
  static final Input<double[]> B1 = Input.vector("b1", "b1");
  static final Input<double[][]> W2 = Input.matrix("W2", "W2");
  static final Input<double[]> B2 = Input.vector("b2", "b2");
  static final Input<List<String>> COLUMNS = Input.strings("columns", "Columns of X");
  static final Input<String> ANSWER = Input.text("answer", "Column of y");
  static final Input<int[]> HELD = Input.indices("held", "Samples held out");
  static final Input<int[]> DRAWS = Input.indices("draws", "Draws of the orders");
  static final Input<double[][]> RATE_CHANGES =
      Input.matrix("rate_changes", "Changes of the rate", Double.MAX_VALUE);

  static final Parameter<Double> RATE =
      Parameter.real("learning_rate", "Rate", 1e-12, 1e12)
          .otherwise(0.1)
          .standing(Standing.PROMINENT);
  static final Parameter<Integer> BATCH_SIZE =
      Parameter.count("batch_size", "Batch (0 = all)", 0, Integer.MAX_VALUE)
          .otherwise(32)
          .standing(Standing.PROMINENT);
  static final Parameter<Integer> HIDDEN_SIZE =
      Parameter.count("hidden_size", "Hidden units", 1, MOST_UNITS)
          .otherwise(STANDARD_UNITS)
          .standing(Standing.PROMINENT);
  static final Parameter<Activation> ACTIVATION =
      Parameter.choice(
          "activation", "Activation", Activation.values(), Activation::word, Activation.RELU);
  static final Parameter<Init> INIT =
      Parameter.choice("init", "Start", Init.values(), Init::word, Init.HE)
          .standing(Standing.PROMINENT);
  static final Parameter<Integer> EPOCHS =
      Parameter.count("epochs", "Epochs", 1, 1_000_000).otherwise(100);
  static final Parameter<Boolean> SHUFFLE = Parameter.flag("shuffle", "Shuffle each epoch", true);
  static final Parameter<Double> HELD_OUT =
      Parameter.real("held_out", "Share held out", 0, 0.9).otherwise(0.0);
  static final Parameter<Averaging> GRADIENT =
      Parameter.choice("gradient", "Gradient", Averaging.values(), Averaging::word, Averaging.MEAN)
          .hint(
              "mean: all gradients are means over the batch. sum-beside-mean shows a "
                  + "mistake: the weights' gradients are sums, the biases' are means.")
          .variant(Averaging.SUM_BESIDE_MEAN, "gradients summed beside means");
  static final Parameter<Model> MODEL =
      Parameter.choice("model", "Model", Model.values(), Model::word, Model.MLP);
  static final Parameter<Integer> LAYERS =
      Parameter.count("layers", "Layers of the probe", 1, 100).otherwise(10);
  static final Parameter<Long> SEED = Parameter.whole("seed", "Seed", -EXACT, EXACT).otherwise(42L);

  static final Parameter<GradientMistake> MISTAKE =
      Mistakes.parameter(
          GradientMistake.values(),
          GradientMistake::id,
          GradientMistake::title,
          GradientMistake.NONE);

  static final Schema SCHEMA =
      Schema.of(
          List.of(X, Y, W1, B1, W2, B2, COLUMNS, ANSWER, HELD, DRAWS, RATE_CHANGES),
          List.of(
              RATE,
              BATCH_SIZE,
              HIDDEN_SIZE,
              ACTIVATION,
              INIT,
              EPOCHS,
              SHUFFLE,
              HELD_OUT,
              GRADIENT,
              MODEL,
              LAYERS,
              SEED,
              MISTAKE));

  private GradientParameters() {}

  /// A problem as a scenario.
  static Given given(GradientProblem problem) {
    var given = Given.nothing().with(MODEL, problem.model());
    return switch (problem) {
      case NetworkProblem network -> descent(network(given, network), network.descent());
      case RegressionProblem regression ->
          descent(
              named(given.with(X, regression.x()).with(Y, regression.y()), regression.names())
                  .with(MISTAKE, regression.mistake()),
              regression.descent());
      case ProbeProblem probe ->
          (probe.origin() == ProbeProblem.Origin.GIVEN ? given.with(X, probe.x()) : given)
              .with(HIDDEN_SIZE, probe.width())
              .with(ACTIVATION, probe.activation())
              .with(LAYERS, probe.layers())
              .with(SEED, probe.seed());
    };
  }

  private static Given network(Given given, NetworkProblem problem) {
    var data = problem.data();
    var parameters = problem.given();
    var held = Optional.of(data.held()).filter(_ -> !data.isDrawnFrom(problem.descent().seed()));
    return named(given.with(X, data.x()).with(Y, data.y()), data.names())
        .withKnown(HELD, held)
        .withKnown(W1, Optional.ofNullable(parameters.w1()))
        .withKnown(B1, Optional.ofNullable(parameters.b1()))
        .withKnown(W2, Optional.ofNullable(parameters.w2()))
        .withKnown(B2, Optional.ofNullable(parameters.b2()))
        .with(HIDDEN_SIZE, problem.hidden())
        .with(ACTIVATION, problem.activation())
        .with(INIT, Init.of(problem))
        .with(HELD_OUT, data.heldShare())
        .with(GRADIENT, problem.stated())
        .with(MISTAKE, problem.mistake());
  }

  private static Given named(Given given, DataNames names) {
    return given
        .withKnown(COLUMNS, Optional.of(names.columns()).filter(columns -> !columns.isEmpty()))
        .withKnown(ANSWER, Optional.of(names.answer()).filter(answer -> !answer.isBlank()));
  }

  private static Given descent(Given given, Descent descent) {
    var changes =
        descent.changes().stream()
            .map(change -> new double[] {change.epoch(), change.rate()})
            .toArray(double[][]::new);
    return given
        .with(RATE, descent.rate())
        .with(EPOCHS, descent.epochs())
        .with(BATCH_SIZE, descent.batchSize())
        .with(SHUFFLE, descent.ordering() == Descent.Ordering.SHUFFLED)
        .with(SEED, descent.seed())
        .withKnown(
            DRAWS, Optional.of(descent.draws()).filter(d -> !d.isFresh()).map(Draws::numbers))
        .withKnown(RATE_CHANGES, Optional.of(changes).filter(rows -> rows.length > 0));
  }
}
