package dev.stepwise.check;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Orders of samples that a learner's code drew for itself. Which they are depends on its
/// generator, so the run takes the first of them over: then its first epoch can be compared, and no
/// other.
final class Orders {
  static final String REMARK =
      " Your code shuffles the samples by itself, so its first epoch was checked, in your order;"
          + " what later orders come to nobody else can know.";

  private Orders() {}

  /// The first order; empty where the code leaves the samples as they are, as far as can be seen.
  static Optional<int[]> of(Run<?> run, Trace trace) {
    if (!(run.step(0).frame().variables().get("X") instanceof Value.Matrix(double[][] x))
        || !trace.bound().containsValue("batch_size")) {
      return Optional.empty();
    }
    return trace.seen().stream()
        .filter(seen -> seen.hasNumbers() && !seen.isReturned())
        .map(Seen::tensor)
        .flatMap(tensor -> order(tensor, x).stream())
        .findFirst();
  }

  /// The order that an array is, or in which it has the samples.
  private static Optional<int[]> order(Tensor tensor, double[][] x) {
    int n = x.length;
    var shape = tensor.shape();
    if (shape.length == 1 && shape[0] == n && tensor.kind() == Tensor.Kind.WHOLE) {
      return permutation(Arrays.stream(tensor.data()).mapToInt(each -> (int) each).toArray());
    }
    if (shape.length != 2 || shape[0] != n || shape[1] != x[0].length) {
      return Optional.empty();
    }
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < n; i++) {
      places.put(Arrays.hashCode(x[i]), i);
    }
    var order = new int[n];
    for (int i = 0; i < n; i++) {
      double[] row = Arrays.copyOfRange(tensor.data(), i * shape[1], (i + 1) * shape[1]);
      int place = places.getOrDefault(Arrays.hashCode(row), -1);
      if (place < 0 || !Arrays.equals(row, x[place])) {
        return Optional.empty();
      }
      order[i] = place;
    }
    return permutation(order);
  }

  /// The same where it is one, and not the one that changes nothing.
  private static Optional<int[]> permutation(int[] order) {
    var met = new boolean[order.length];
    boolean isOther = false;
    for (int i = 0; i < order.length; i++) {
      if (order[i] < 0 || order[i] >= order.length || met[order[i]]) {
        return Optional.empty();
      }
      met[order[i]] = true;
      isOther |= order[i] != i;
    }
    return isOther ? Optional.of(order) : Optional.empty();
  }

  /// The first epoch with the samples in an order.
  static Given firstEpoch(Given reference, Run<?> run, int[] order) {
    var variables = run.step(0).frame().variables();
    var inputs = new HashMap<String, Object>();
    if (Known.of(variables, "X") instanceof Value.Matrix(double[][] x)) {
      inputs.put("X", Arrays.stream(order).mapToObj(i -> x[i]).toArray(double[][]::new));
    }
    switch (Known.of(variables, "y")) {
      case Value.Vector(double[] y) ->
          inputs.put("y", Arrays.stream(order).mapToDouble(i -> y[i]).toArray());
      case Value.Labels(int[] y) -> inputs.put("y", Arrays.stream(order).map(i -> y[i]).toArray());
      default -> throw new IllegalArgumentException("samples without targets");
    }
    return reference.withInputs(inputs).withParameters(Map.of("epochs", 1L));
  }
}
