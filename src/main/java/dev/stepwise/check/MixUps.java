package dev.stepwise.check;

import dev.stepwise.check.Subject.MixUp;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One matrix in the place of another.
final class MixUps {
  private MixUps() {}

  /// The matrices of these names among variables.
  static Map<String, Object> matrices(Map<String, Value> variables, List<String> names) {
    var matrices = new HashMap<String, Object>();
    for (var name : names) {
      if (variables.get(name) instanceof Value.Matrix(double[][] rows)) {
        matrices.put(name, rows);
      }
    }
    return matrices;
  }

  /// Each in the place of each other of its shape.
  static List<MixUp> of(Given reference, Map<String, Object> matrices, List<String> names) {
    var all = new ArrayList<MixUp>();
    for (var one : names) {
      for (var other : names) {
        if (!one.equals(other)
            && matrices.get(one) instanceof double[][] a
            && matrices.get(other) instanceof double[][] b
            && a.length == b.length
            && a[0].length == b[0].length) {
          all.add(
              new MixUp(
                  "%s-for-%s".formatted(other, one).toLowerCase(Locale.ROOT),
                  "%s in the place of %s".formatted(other, one),
                  reference.withInputs(matrices).withInputs(Map.of(one, b))));
        }
      }
    }
    return all;
  }
}
