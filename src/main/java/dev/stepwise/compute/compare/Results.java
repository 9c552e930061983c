package dev.stepwise.compute.compare;

import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Whether two runs have come to the same.
final class Results {
  private Results() {}

  /// Whether two results agree in all that both have, but for the last bits of numbers. Cells of
  /// two kinds have few results in common; where there are none, they do not agree.
  static boolean agree(Map<String, Value> one, Map<String, Value> other) {
    return one.keySet().stream().anyMatch(other::containsKey) && agreeInShared(one, other);
  }

  private static boolean agreeInShared(Map<String, Value> one, Map<String, Value> other) {
    return one.entrySet().stream()
        .allMatch(each ->
            Optional.ofNullable(other.get(each.getKey()))
                .map(like -> agree(each.getValue(), like))
                .orElse(true));
  }

  private static boolean agree(Value one, Value other) {
    return switch (one) {
      case Value.Scalar(double a) when other instanceof Value.Scalar(double b) ->
          Differences.agree(a, b);
      case Value.Vector(double[] a) when other instanceof Value.Vector(double[] b) -> agree(a, b);
      case Value.Labels(int[] a) when other instanceof Value.Labels(int[] b) -> Arrays.equals(a, b);
      case Value.Matrix(double[][] a) when other instanceof Value.Matrix(double[][] b) ->
          a.length == b.length && IntStream.range(0, a.length).allMatch(i -> agree(a[i], b[i]));
      case Value.Many(List<Value> a) when other instanceof Value.Many(List<Value> b) ->
          a.size() == b.size()
              && IntStream.range(0, a.size()).allMatch(i -> agree(a.get(i), b.get(i)));
      case Value.Named(var a) when other instanceof Value.Named(var b) ->
          a.keySet().equals(b.keySet()) && agreeInShared(a, b);
      default -> one.equals(other);
    };
  }

  private static boolean agree(double[] one, double[] other) {
    return one.length == other.length
        && IntStream.range(0, one.length).allMatch(i -> Differences.agree(one[i], other[i]));
  }
}
