package dev.stepwise.check;

import dev.stepwise.compute.run.Value;
import dev.stepwise.scenario.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What a variable held: numbers, or words.
sealed interface Held {

  /// An array, or a number.
  record Numbers(Tensor tensor) implements Held {}

  /// Words in lists and dictionaries, written in one way: a pair is a list of two, symbols with
  /// blanks between them are a list, entries of a dictionary stand in the order of their keys.
  ///
  /// @param text the way
  record Words(String text) implements Held {}

  /// A value of a run.
  static Held of(Value value) {
    return tensor(value)
        .<Held>map(Numbers::new)
        .orElseGet(() -> new Words(canonical(plain(value))));
  }

  /// As a value of a run has it.
  default Value value() {
    return switch (this) {
      case Numbers(Tensor tensor) -> tensor.value();
      case Words(String text) -> new Value.Text(text);
    };
  }

  /// Words of a file.
  static Held words(Object value) {
    return new Words(canonical(value));
  }

  private static Optional<Tensor> tensor(Value value) {
    return switch (value) {
      case Value.Scalar(double number) -> Optional.of(Tensor.scalar(number));
      case Value.Whole(long number) -> Optional.of(Tensor.scalar((double) number));
      case Value.Flag(boolean flag) -> Optional.of(Tensor.scalar(flag ? 1 : 0));
      case Value.Vector(double[] values) -> Optional.of(Tensor.vector(values));
      case Value.Labels(int[] values) -> Optional.of(Tensor.labels(values));
      case Value.Matrix(double[][] rows) -> Optional.of(Tensor.matrix(rows));
      case Value.Many(List<Value> values) -> many(values);
      case Value.Named _, Value.Text _ -> Optional.empty();
    };
  }

  private static Optional<Tensor> many(List<Value> values) {
    var parts = new ArrayList<Tensor>();
    for (var value : values) {
      var part = tensor(value);
      if (part.isEmpty()
          || (!parts.isEmpty()
              && !java.util.Arrays.equals(parts.getFirst().shape(), part.get().shape()))) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(Tensor.stacked(parts));
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Scalar(double number) -> number;
      case Value.Whole(long number) -> (double) number;
      case Value.Flag(boolean flag) -> flag ? 1.0 : 0.0;
      case Value.Text(String text) -> text;
      case Value.Vector(double[] values) ->
          java.util.Arrays.stream(values).<Object>mapToObj(each -> each).toList();
      case Value.Labels(int[] values) ->
          java.util.Arrays.stream(values).<Object>mapToObj(each -> (double) each).toList();
      case Value.Matrix(double[][] rows) ->
          java.util.Arrays.stream(rows).<Object>map(row -> plain(new Value.Vector(row))).toList();
      case Value.Many(List<Value> values) -> values.stream().map(Held::plain).toList();
      case Value.Named(var values) -> {
        var entries = new ArrayList<Object>();
        values.forEach((key, each) -> entries.add(List.of(key, plain(each))));
        yield new Entries(entries);
      }
    };
  }

  /// A dictionary as its entries.
  record Entries(List<Object> pairs) {}

  /// The one way of writing words.
  static String canonical(Object value) {
    return switch (value) {
      case String text when text.contains(" ") && !text.isBlank() ->
          canonical(List.<Object>of((Object[]) text.strip().split("\\s+")));
      case String text -> "'" + text + "'";
      case Boolean flag -> flag ? "1" : "0";
      case Number number -> number(number.doubleValue());
      case JsonObject object when object.fields().get("d") instanceof List<?> pairs ->
          entries(pairs);
      case Entries(var pairs) -> entries(pairs);
      case List<?> list ->
          "[" + String.join(",", list.stream().map(Held::canonical).toList()) + "]";
      default -> "?";
    };
  }

  private static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /// Counters keep what has fallen to 0.
  private static String entries(List<?> pairs) {
    var texts = new ArrayList<String>();
    for (var pair : pairs) {
      if (pair instanceof List<?> entry
          && entry.size() == 2
          && !(entry.get(1) instanceof Number n && n.doubleValue() == 0)) {
        texts.add(canonical(entry.get(0)) + ":" + canonical(entry.get(1)));
      }
    }
    Collections.sort(texts);
    return "{" + String.join(",", texts) + "}";
  }
}
