package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What is shown at a step: a time step, and how far into it the step has come. Time steps before
/// it are complete; after it nothing is known.
///
/// @param time the time step
/// @param focus what the step looks at
public record LstmFrame(TimeStep time, Focus focus) implements Frame {

  /// The problem.
  public LstmProblem problem() {
    return time.problem();
  }

  /// The frame of a whole time step of the same run: where all numbers of that time step stand.
  ///
  /// @param t from 0
  public LstmFrame whole(int t) {
    return new LstmFrame(new TimeStep(problem(), time.history(), t), new Focus.Whole());
  }

  /// How many units of a quantity are known in the frame's own time step; none of a quantity that
  /// its cell does not have.
  public int known(Quantity quantity) {
    var maker = time.cell().maker(quantity);
    if (maker.isEmpty()) {
      return 0;
    }
    var now = focus.operation();
    if (now.isEmpty()) {
      return time.hidden();
    }
    var order = time.cell().operations();
    int ahead = Integer.compare(order.indexOf(maker.get()), order.indexOf(now.get()));
    return ahead < 0 ? time.hidden() : ahead > 0 ? 0 : focus.known(quantity, time.hidden());
  }

  /// Whether all of a quantity is known in the frame's own time step.
  boolean isKnown(Quantity quantity) {
    return known(quantity) == time.hidden();
  }

  /// Whether there is such a number and it is known.
  ///
  /// @param t the time step, from 0
  /// @param unit from 0; of a concatenation the element
  public boolean knows(Quantity quantity, int t, int unit) {
    var cell = time.cell();
    if (t < 0 || unit < 0 || unit >= size(quantity) || cell.maker(quantity).isEmpty()) {
      return false;
    }
    return t < time.t() || (t == time.t() && (unit < known(quantity) || isWhole(quantity)));
  }

  private boolean isWhole(Quantity quantity) {
    return quantity.isConcatenation() && isKnown(quantity);
  }

  private int size(Quantity quantity) {
    return quantity.isConcatenation()
        ? problem().inputs() + problem().hidden()
        : problem().hidden();
  }

  /// Whether there is such a number of the input, and its time step has come.
  ///
  /// @param t the time step, from 0
  public boolean hasInput(int t, int feature) {
    return t >= 0 && t <= time.t() && feature >= 0 && feature < problem().inputs();
  }

  /// Whether the state before the first time step holds such a number: h, and the LSTM's c.
  public boolean startsWith(Quantity quantity, int unit) {
    return unit >= 0
        && unit < problem().hidden()
        && (quantity == Quantity.H || (quantity == Quantity.C && time.cell().hasCellState()));
  }

  /// Whether another frame is of the same run: what one knows of the other's numbers then holds.
  public boolean isOfRun(LstmFrame other) {
    return problem().equals(other.problem());
  }

  /// The number of time steps of which a unit of a quantity is known.
  public int knownSteps(Quantity quantity, int unit) {
    return unit < known(quantity) ? time.t() + 1 : time.t();
  }

  /// {@inheritDoc}
  ///
  /// Of the weights those of the layer that is computed.
  @Override
  public SequencedMap<String, Value> variables() {
    var variables = new LinkedHashMap<String, Value>();
    var cell = time.cell();
    variables.put("x", new Value.Vector(time.x()));
    cell.states()
        .forEach(
            state -> variables.put(state.before(), new Value.Vector(time.before().values(state))));
    cell.layers().stream()
        .filter(this::isComputing)
        .forEach(layer -> {
          var neurons = problem().recurrentCell().layer(layer);
          variables.put(layer.weights(), new Value.Matrix(neurons.weights()));
          variables.put(layer.bias(), new Value.Vector(neurons.bias()));
        });
    cell.variables()
        .filter(this::isKnown)
        .forEach(quantity ->
            variables.put(quantity.variable(), new Value.Vector(time.moment().values(quantity))));
    focus.addTo(variables, this);
    return variables;
  }

  /// Whether its operation is that of a layer.
  boolean isComputing(Quantity layer) {
    return focus
        .operation()
        .filter(each -> each.kind() == Operation.Kind.NEURONS && each.result() == layer)
        .isPresent();
  }

  @Override
  public Narration narration() {
    return MistakenNarration.of(this).orElseGet(() -> focus.narration(this));
  }

  @Override
  public List<Ref> written() {
    return focus.written(this);
  }

  /// Its step.
  Step<LstmFrame> step(String crumb) {
    return Step.of(focus.kind(time.cell()), crumb, this);
  }
}
