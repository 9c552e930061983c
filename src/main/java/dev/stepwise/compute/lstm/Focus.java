package dev.stepwise.compute.lstm;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What a step looks at. It knows the kind of its steps, what they say, which variables they have
/// beside those of every step, and how much is known after them. Units count from 0.
public sealed interface Focus {

  /// What its steps have in common.
  StepKind kind(Cell cell);

  /// What its step says.
  Narration narration(LstmFrame frame);

  /// The operation under way; empty at a whole time step.
  default Optional<Operation> operation() {
    return Optional.empty();
  }

  /// The unit under the lens, where there is one.
  default OptionalInt unit() {
    return OptionalInt.empty();
  }

  /// How many units of something that its operation makes are known after its step.
  ///
  /// @param hidden how many units there are
  default int known(Quantity quantity, int hidden) {
    return hidden;
  }

  /// Adds the variables that only its steps have.
  default void addTo(Map<String, Value> variables, LstmFrame frame) {}

  /// The addresses of the numbers that its step wrote.
  default List<Ref> written(LstmFrame frame) {
    return all(kind(frame.time().cell()).writes().stream(), frame);
  }

  private static List<Ref> all(Stream<String> names, LstmFrame frame) {
    var variables = frame.variables();
    return names
        .flatMap(name ->
            variables.containsKey(name)
                ? Ref.all(name, variables.get(name)).stream()
                : Stream.<Ref>empty())
        .toList();
  }

  /// The whole time step.
  record Whole() implements Focus {
    @Override
    public StepKind kind(Cell cell) {
      return StepKind.of("time-step")
          .at(cell.hasCellState() ? "lstm-step" : "other-step")
          .reads(
              Stream.concat(Stream.of("x"), cell.states().map(Quantity::before))
                  .toArray(String[]::new))
          .writes(cell.variables().map(Quantity::variable).toArray(String[]::new));
    }

    @Override
    public Narration narration(LstmFrame frame) {
      return LstmNarration.whole(frame);
    }

    /// The state that it hands on.
    @Override
    public List<Ref> written(LstmFrame frame) {
      return all(frame.time().cell().states().map(Quantity::variable), frame);
    }
  }

  /// One of its operations, all units.
  ///
  /// @param at which one
  record Operated(Operation at) implements Focus {
    @Override
    public Optional<Operation> operation() {
      return Optional.of(at);
    }

    @Override
    public StepKind kind(Cell cell) {
      return at.stepKind(cell);
    }

    @Override
    public Narration narration(LstmFrame frame) {
      return OperationNarration.of(frame.time(), at);
    }

    /// Of [x, r ⊙ h] what is new, the reset state.
    @Override
    public List<Ref> written(LstmFrame frame) {
      int inputs = frame.problem().inputs();
      var all = Focus.super.written(frame);
      return at.kind() == Operation.Kind.RESET ? all.subList(inputs, all.size()) : all;
    }
  }

  /// One unit of an operation, or something inside it.
  sealed interface InUnit extends Focus {
    /// The operation.
    Operation at();

    /// The unit.
    int of();

    @Override
    default Optional<Operation> operation() {
      return Optional.of(at());
    }

    @Override
    default OptionalInt unit() {
      return OptionalInt.of(of());
    }

    @Override
    default Narration narration(LstmFrame frame) {
      return new LstmDerivations(frame)
          .of(written(frame).getFirst())
          .map(Derivation::narration)
          .orElseThrow();
    }

    @Override
    default void addTo(Map<String, Value> variables, LstmFrame frame) {
      int unit = of();
      var time = frame.time();
      variables.put("j", new Value.Whole(unit));
      if (at().kind() == Operation.Kind.NEURONS) {
        var layer = at().result();
        variables.put(layer.weightedSum(), new Value.Scalar(time.sum(layer, unit)));
      }
      at().makes().stream()
          .filter(quantity -> !quantity.isConcatenation() && frame.known(quantity) > unit)
          .forEach(quantity ->
              variables.put(quantity.element(), new Value.Scalar(time.value(quantity, unit))));
    }
  }

  /// One unit of an operation.
  record OfUnit(Operation at, int of) implements InUnit {
    @Override
    public StepKind kind(Cell cell) {
      var whole = at.stepKind(cell);
      return new StepKind("unit", whole.anchor(), whole.reads(), List.of(at.result().element()));
    }

    @Override
    public int known(Quantity quantity, int hidden) {
      return of + 1;
    }
  }

  /// A part of what makes one unit of an operation.
  record OfPart(Operation at, int of, Part part) implements InUnit {
    @Override
    public StepKind kind(Cell cell) {
      return part.stepKind(cell, at);
    }

    @Override
    public int known(Quantity quantity, int hidden) {
      boolean done =
          switch (quantity) {
            case KEPT, TANH_C -> true;
            case ADDED -> part != Part.KEPT;
            default -> part.finishes();
          };
      return done ? of + 1 : of;
    }
  }

  /// One product of a weighted sum.
  ///
  /// @param term which element of the layer's input, from 0
  record OfTerm(Operation at, int of, int term) implements InUnit {
    @Override
    public StepKind kind(Cell cell) {
      var layer = at.result();
      return StepKind.of("term")
          .at(at.stepKind(cell).anchor())
          .reads(layer.weights(), layer.layerInput().variable())
          .writes(layer.products());
    }

    @Override
    public int known(Quantity quantity, int hidden) {
      return of;
    }

    @Override
    public void addTo(Map<String, Value> variables, LstmFrame frame) {
      var layer = at.result();
      double[] weights = frame.problem().recurrentCell().layer(layer).weights()[of];
      double[] input = frame.time().input(layer);
      var products = new double[term + 1];
      Arrays.setAll(products, k -> weights[k] * input[k]);
      variables.put("j", new Value.Whole(of));
      variables.put(layer.products(), new Value.Vector(products));
    }

    @Override
    public List<Ref> written(LstmFrame frame) {
      return List.of(Ref.of(at.result().products(), term));
    }
  }
}
