package dev.stepwise.compute.gradient;

import static dev.stepwise.compute.gradient.GradientParameters.B1;
import static dev.stepwise.compute.gradient.GradientParameters.B2;
import static dev.stepwise.compute.gradient.GradientParameters.DRAWS;
import static dev.stepwise.compute.gradient.GradientParameters.HELD;
import static dev.stepwise.compute.gradient.GradientParameters.HELD_OUT;
import static dev.stepwise.compute.gradient.GradientParameters.HIDDEN_SIZE;
import static dev.stepwise.compute.gradient.GradientParameters.INIT;
import static dev.stepwise.compute.gradient.GradientParameters.MODEL;
import static dev.stepwise.compute.gradient.GradientParameters.SEED;
import static dev.stepwise.compute.gradient.GradientParameters.W1;
import static dev.stepwise.compute.gradient.GradientParameters.W2;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The exercise of gradient descent and backpropagation.
public final class GradientExercise implements Exercise<GradientProblem, GradientFrame> {

  @Override
  public String id() {
    return "gradient-descent";
  }

  @Override
  public String title() {
    return "Gradient descent";
  }

  @Override
  public Schema schema() {
    return GradientParameters.SCHEMA;
  }

  /// {@inheritDoc}
  ///
  /// Without `X`, the network gets three blobs from the seed, linear regression a line with noise
  /// in three dimensions, the probe standard normal samples. Parameters of the network that are
  /// given are used as they are, whatever `init` says; `init` is how those left out are drawn.
  /// `columns` and `answer` name the columns, for people alone. `held` says which samples are held
  /// out, whatever `held_out` and the seed say; `draws` for how many samples the orders of the
  /// epochs are drawn, and then which place in such a drawing each sample has that is trained on.
  @Override
  public GradientProblem complete(Given given) {
    return new Completion(given).problem();
  }

  @Override
  public Given given(GradientProblem problem) {
    return GradientParameters.given(problem);
  }

  /// {@inheritDoc}
  ///
  /// Parameters of the network that are given go before `init` and fix its size. Who chooses
  /// another start or another number of hidden units wants them drawn, so they are let go. Samples
  /// that were kept held out go with the share and the seed, and places in drawn orders with these
  /// and the model.
  @Override
  public GradientProblem changed(GradientProblem problem, String parameter, Object value) {
    var changed = given(problem).withParameters(Map.of(parameter, value));
    boolean drawn =
        (parameter.equals(INIT.name()) && INIT.of(changed) != Init.GIVEN)
            || parameter.equals(HIDDEN_SIZE.name());
    var split = drawnAnew(changed, parameter);
    return problem(drawn ? withoutWeights(split) : split);
  }

  private static Given drawnAnew(Given given, String parameter) {
    if (Set.of(HELD_OUT.name(), SEED.name()).contains(parameter)) {
      return given.without(HELD, DRAWS);
    }
    return parameter.equals(MODEL.name()) ? given.without(DRAWS) : given;
  }

  /// The same with all parameters of the network drawn.
  public static Given withoutWeights(Given given) {
    var drawn = given.without(W1, B1, W2, B2);
    return INIT.of(drawn) == Init.GIVEN ? drawn.with(INIT, Init.HE) : drawn;
  }

  @Override
  public Map<String, String> idle(GradientProblem problem) {
    return Idle.of(problem);
  }

  @Override
  public Run<GradientFrame> run(GradientProblem problem) {
    return switch (problem) {
      case NetworkProblem network -> NetworkRun.of(network);
      case RegressionProblem regression -> RegressionRun.of(regression);
      case ProbeProblem probe -> ProbeRun.of(probe);
    };
  }

  @Override
  public SequencedMap<String, Value> result(GradientFrame last) {
    return switch (last) {
      case NetworkFrame network -> network(network);
      case RegressionFrame regression -> regression(regression);
      case ProbeFrame probe -> probe(probe);
    };
  }

  private static SequencedMap<String, Value> network(NetworkFrame last) {
    var result = new LinkedHashMap<String, Value>();
    var at = last.moment().parameters();
    result.put("W1", new Value.Matrix(at.w1()));
    result.put("b1", new Value.Vector(at.b1()));
    result.put("W2", new Value.Matrix(at.w2()));
    result.put("b2", new Value.Vector(at.b2()));
    result.put("losses", new Value.Vector(last.moment().curves().epochs().toArray()));
    var problem = last.problem();
    var training = Evaluation.of(problem, problem.data().training(), at);
    result.put("accuracy", new Value.Scalar(training.accuracy()));
    if (problem.data().held().length > 0) {
      var held = Evaluation.of(problem, problem.data().held(), at);
      result.put("held_out_accuracy", new Value.Scalar(held.accuracy()));
    }
    var start = Trainer.initialise(problem);
    var first =
        Trainer.batch(problem, start, Trainer.order(problem, 1), 1, 0, Double.POSITIVE_INFINITY);
    first
        .backward()
        .ifPresent(back -> {
          var gradients = new LinkedHashMap<String, Value>();
          gradients.put("dW1", new Value.Matrix(back.dw1()));
          gradients.put("db1", new Value.Vector(back.db1()));
          gradients.put("dW2", new Value.Matrix(back.dw2()));
          gradients.put("db2", new Value.Vector(back.db2()));
          result.put("first_gradients", new Value.Named(gradients));
        });
    return result;
  }

  private static SequencedMap<String, Value> regression(RegressionFrame last) {
    var result = new LinkedHashMap<String, Value>();
    result.put("weights", new Value.Vector(last.model().weights()));
    result.put("bias", new Value.Scalar(last.model().bias()));
    result.put("losses", new Value.Vector(last.losses().toArray()));
    return result;
  }

  private static SequencedMap<String, Value> probe(ProbeFrame last) {
    var variances = new LinkedHashMap<String, Value>();
    for (var lane : last.lanes()) {
      variances.put(
          lane.start().word(),
          new Value.Vector(lane.layers().stream().mapToDouble(l -> l.variance()).toArray()));
    }
    var result = new LinkedHashMap<String, Value>();
    result.put("variances", new Value.Named(variances));
    return result;
  }

  @Override
  public Optional<Derivation> why(GradientFrame frame, Ref ref) {
    return switch (frame) {
      case NetworkFrame network -> new NetworkDerivations(network).of(ref);
      case RegressionFrame regression -> new RegressionDerivations(regression).of(ref);
      case ProbeFrame probe -> new ProbeDerivations(probe).of(ref);
    };
  }

  @Override
  public List<String> grains(GradientProblem problem) {
    return switch (problem) {
      case NetworkProblem _ -> List.of("epoch", "batch", "pass", "operation", "number");
      case RegressionProblem regression when regression.batches() > 1 ->
          List.of("epoch", "batch", "operation", "number");
      case RegressionProblem _ -> List.of("epoch", "operation", "number");
      case ProbeProblem _ -> List.of("layer", "start");
    };
  }

  @Override
  public Map<String, Double> sizes(GradientProblem problem) {
    return GradientSizes.of(problem);
  }

  @Override
  public Outcome outcome(GradientFrame frame) {
    return GradientOutcome.of(frame);
  }

  /// {@inheritDoc}
  ///
  /// Samples, one more than the size, for a network or a line.
  @Override
  public Optional<Given> small(int size, RandomGenerator random) {
    return Optional.of(SmallSamples.of(size, random));
  }

  @Override
  public List<Condition> conditions() {
    return GradientConditions.ALL;
  }
}
