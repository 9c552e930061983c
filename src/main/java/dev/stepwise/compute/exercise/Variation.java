package dev.stepwise.compute.exercise;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;

/// What a second run is given otherwise than the first, beside which it stands; all else they have
/// in common.
///
/// @param inputs what the second states, over what the first does
/// @param without inputs that the first states and the second leaves out, to be generated
/// @param parameters what the second states, over what the first does
public record Variation(
    SequencedMap<String, Object> inputs,
    Set<String> without,
    SequencedMap<String, Object> parameters) {

  /// Copies what it is given, in its order.
  public Variation {
    inputs = new LinkedHashMap<>(inputs);
    without = new LinkedHashSet<>(without);
    parameters = new LinkedHashMap<>(parameters);
  }

  /// Another value of one parameter.
  public static Variation of(String parameter, Object value) {
    return new Variation(
        new LinkedHashMap<>(), Set.of(), new LinkedHashMap<>(Map.of(parameter, value)));
  }

  /// What leads from one to the other.
  public static Variation between(Given first, Given second) {
    var gone = new LinkedHashSet<>(first.inputs().keySet());
    gone.removeAll(second.inputs().keySet());
    return new Variation(
        changed(first.inputs(), second.inputs()),
        gone,
        changed(first.parameters(), second.parameters()));
  }

  private static SequencedMap<String, Object> changed(
      Map<String, Object> before, Map<String, Object> after) {
    var changed = new LinkedHashMap<String, Object>();
    after.forEach((name, value) -> {
      if (!Objects.deepEquals(before.get(name), value)) {
        changed.put(name, value);
      }
    });
    return changed;
  }

  /// What the second run is given.
  ///
  /// @param first what the first one is
  public Given over(Given first) {
    return first
        .alone()
        .withoutInputs(without.toArray(String[]::new))
        .withInputs(inputs)
        .withParameters(parameters);
  }

  /// The same of the parameters alone, to be put over other data.
  public Variation ofParameters() {
    return new Variation(new LinkedHashMap<>(), Set.of(), parameters);
  }

  /// Whether a value, by the place that an error names, is one that differs.
  public boolean states(String place) {
    return inputs.keySet().stream().anyMatch(name -> isAt(place, "/inputs/" + name))
        || parameters.keySet().stream().anyMatch(name -> isAt(place, "/parameters/" + name));
  }

  private static boolean isAt(String place, String field) {
    return place.equals(field) || place.startsWith(field + "/");
  }
}
