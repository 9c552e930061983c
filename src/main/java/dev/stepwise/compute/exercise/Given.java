package dev.stepwise.compute.exercise;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The inputs and parameters that a scenario states, checked one by one against the [Schema], in
/// the Java types that its kinds name. What the scenario leaves out is absent.
///
/// @param variation what a second run has otherwise, where two are to be compared
public record Given(
    SequencedMap<String, Object> inputs,
    SequencedMap<String, Object> parameters,
    Optional<Variation> variation) {

  /// Copies the maps, in their order.
  public Given {
    inputs = new LinkedHashMap<>(inputs);
    parameters = new LinkedHashMap<>(parameters);
  }

  /// Of one run.
  public Given(SequencedMap<String, Object> inputs, SequencedMap<String, Object> parameters) {
    this(inputs, parameters, Optional.empty());
  }

  /// The same of the first run alone.
  public Given alone() {
    return new Given(inputs, parameters);
  }

  /// The same beside a second run.
  public Given beside(Variation other) {
    return new Given(inputs, parameters, Optional.of(other));
  }

  /// Nothing stated.
  public static Given nothing() {
    return new Given(new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /// An input, if stated.
  ///
  /// @throws ClassCastException where the type is not the one of the field's kind: a defect
  public <T> Optional<T> input(String name, Class<T> type) {
    return Optional.ofNullable(inputs.get(name)).map(type::cast);
  }

  /// A parameter, if stated.
  ///
  /// @throws ClassCastException where the type is not the one of the field's kind: a defect
  public <T> Optional<T> parameter(String name, Class<T> type) {
    return Optional.ofNullable(parameters.get(name)).map(type::cast);
  }

  /// The same with a parameter.
  public <T> Given with(Parameter<T> parameter, T value) {
    return withParameters(Map.of(parameter.name(), parameter.plain().apply(value)));
  }

  /// The same with an input.
  public <T> Given with(Input<T> input, T value) {
    return withInputs(Map.of(input.name(), value));
  }

  /// The same with an input, where it is known.
  public <T> Given withKnown(Input<T> input, Optional<T> value) {
    return value.map(known -> with(input, known)).orElse(this);
  }

  /// The same without some inputs.
  public Given without(Input<?>... gone) {
    return withoutInputs(Arrays.stream(gone).map(Input::name).toArray(String[]::new));
  }

  /// The same with some parameters replaced or added.
  public Given withParameters(Map<String, ?> changes) {
    var changed = new LinkedHashMap<String, Object>(parameters);
    changed.putAll(changes);
    return new Given(inputs, changed, variation);
  }

  /// The same with some inputs replaced or added.
  public Given withInputs(Map<String, ?> changes) {
    var changed = new LinkedHashMap<String, Object>(inputs);
    changed.putAll(changes);
    return new Given(changed, parameters, variation);
  }

  /// The same without some inputs.
  public Given withoutInputs(String... names) {
    var changed = new LinkedHashMap<String, Object>(inputs);
    for (var name : names) {
      changed.remove(name);
    }
    return new Given(changed, parameters, variation);
  }
}
