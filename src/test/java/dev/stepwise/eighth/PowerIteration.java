package dev.stepwise.eighth;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.UnfoldingRun;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// The largest eigenvalue of a matrix by power iteration (von Mises and Pollaczek-Geiringer 1929).
/// Shows what an exercise costs: this class, a listing and a preset, and a line in a registry.
@SuppressWarnings("ArrayRecordComponent") // never written to
final class PowerIteration implements Exercise<PowerIteration.Problem, PowerIteration.State> {

  /// What is iterated.
  record Problem(double[][] a, int iterations) {}

  /// The variables after an iteration; each iteration is a step.
  record State(double[][] a, double[] product, double square, double norm, double[] v)
      implements Frame {
    @Override
    public SequencedMap<String, Value> variables() {
      var variables = new LinkedHashMap<String, Value>();
      variables.put("A", new Value.Matrix(a));
      if (product.length > 0) {
        variables.put("product", new Value.Vector(product));
        variables.put("square", new Value.Scalar(square));
        variables.put("norm", new Value.Scalar(norm));
      }
      variables.put("v", new Value.Vector(v));
      return variables;
    }

    State next() {
      double[] image =
          IntStream.range(0, a.length)
              .mapToDouble(i -> new Operation.Dot(row(i), vector(v)).result())
              .toArray();
      double squared = new Operation.Dot(vector(image), vector(image)).result();
      double length = Math.sqrt(squared);
      double[] scaled = Arrays.stream(image).map(x -> x / length).toArray();
      return new State(a, image, squared, length, scaled);
    }

    private List<Operand> row(int i) {
      return Operand.row("A", a, i);
    }

    private static List<Operand> vector(double[] values) {
      return Operand.vector("product", values);
    }
  }

  @Override
  public String id() {
    return "power-iteration";
  }

  @Override
  public String title() {
    return "Power iteration";
  }

  @Override
  public Schema schema() {
    return new Schema(
        List.of(new Field("A", "Matrix", new Kind.Matrix(), Standing.FILE_ONLY)),
        List.of(
            new Field(
                "iterations", "Iterations", new Kind.Whole(1, 1000, 6L), Standing.PROMINENT)));
  }

  @Override
  public Problem complete(Given given) {
    double[][] a =
        given.input("A", double[][].class).orElseGet(() -> new double[][] {{2, 1}, {1, 3}});
    if (a.length != a[0].length) {
      throw new InvalidInput("/inputs/A", "A is not square", "give as many columns as rows");
    }
    return new Problem(a, given.parameter("iterations", Long.class).orElse(6L).intValue());
  }

  @Override
  public Given given(Problem problem) {
    return Given.nothing()
        .withInputs(Map.of("A", problem.a()))
        .withParameters(Map.of("iterations", (long) problem.iterations()));
  }

  @Override
  public Run<State> run(Problem problem) {
    return new UnfoldingRun<>(
        new UnfoldingRun.Recurrence<State, State>() {
          @Override
          public State first() {
            var v = new double[problem.a().length];
            v[0] = 1;
            return new State(problem.a(), new double[0], 0, 0, v);
          }

          @Override
          public boolean isLast(State state, int index) {
            return index == problem.iterations();
          }

          @Override
          public State next(State state, int index) {
            return state.next();
          }

          @Override
          public Step<State> step(State state, int index) {
            return index == 0 ? start(state) : iteration(state, index);
          }
        },
        1000);
  }

  private static final StepKind START = StepKind.of("start").reads("A").writes("v");
  private static final StepKind ITERATE =
      StepKind.of("iterate").reads("A", "v").writes("product", "square", "norm", "v");
  private static final StepKind SQUARE = StepKind.of("square").reads("product").writes("square");

  private static Step<State> start(State state) {
    return Step.of(START, "Start", state)
        .saying(() -> new Narration("Start", "v points along the first axis."));
  }

  private Step<State> iteration(State state, int index) {
    var length = why(state, Ref.of("norm")).orElseThrow();
    return Step.of(ITERATE, "Iteration " + index, state)
        .saying(() ->
            new Narration(
                "Iteration " + index,
                "A stretches v by %s; v is divided by that.".formatted(Numbers.text(state.norm())),
                length.narration().formulas()))
        .opening(() -> terms(state));
  }

  /// The square of the product's length, term by term.
  private Run<State> terms(State state) {
    var terms = why(state, Ref.of("square")).orElseThrow().terms();
    return Run.indexed(
        terms.size(), i -> Step.of(SQUARE, "term " + (i + 1), state).saying(() -> terms.get(i)));
  }

  @Override
  public Optional<Derivation> why(State state, Ref ref) {
    var found = ref.in(state.variables());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int i = ref.indices().isEmpty() ? 0 : ref.indices().getFirst();
    var product = Operand.vector("product", state.product());
    var operation =
        switch (ref.variable()) {
          case "square" -> new Operation.Dot(product, product);
          case "norm" ->
              new Operation.Elementwise(
                  Function.ROOT, Operand.at(Ref.of("square"), state.square()));
          case "v" ->
              product.isEmpty()
                  ? new Operation.Given()
                  : new Operation.Quotient(
                      product.get(i), Operand.at(Ref.of("norm"), state.norm()));
          default -> new Operation.Given();
        };
    return Optional.of(
        Derivation.of(ref, found.getAsDouble(), operation)
            .saying("Each iteration turns v towards the eigenvector."));
  }

  @Override
  public SequencedMap<String, Value> result(State last) {
    return last.variables();
  }

  @Override
  public List<Condition> conditions() {
    return List.of();
  }
}
