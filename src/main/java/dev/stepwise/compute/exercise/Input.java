package dev.stepwise.compute.exercise;

import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// An input of an exercise, declared once: what it may be and how it is read. Inputs stand in files
/// and come from tables, texts and the clipboard.
///
/// @param field how it stands in files
/// @param type makes it of what a file holds, which the [Schema] has checked
/// @param <T> its type
public record Input<T>(Field field, Function<Object, T> type) {

  /// A matrix with at least one row and one column.
  ///
  /// @param largest no number is greater than it, or less than its negative
  public static Input<double[][]> matrix(String name, String label, double largest) {
    return of(name, label, new Kind.Matrix(largest), double[][].class::cast);
  }

  /// A matrix with numbers up to 10¹⁰⁰.
  public static Input<double[][]> matrix(String name, String label) {
    return matrix(name, label, Kind.LARGEST);
  }

  /// A vector.
  ///
  /// @param largest no number is greater than it, or less than its negative
  public static Input<double[]> vector(String name, String label, double largest) {
    return of(name, label, new Kind.Vector(largest), double[].class::cast);
  }

  /// A vector with numbers up to 10¹⁰⁰.
  public static Input<double[]> vector(String name, String label) {
    return vector(name, label, Kind.LARGEST);
  }

  /// A list of texts.
  public static Input<List<String>> strings(String name, String label) {
    return of(
        name,
        label,
        new Kind.Strings(),
        value -> ((List<?>) value).stream().map(String.class::cast).toList());
  }

  /// A text.
  public static Input<String> text(String name, String label) {
    return of(name, label, new Kind.Text(), String.class::cast);
  }

  /// Words with their frequencies, in order.
  public static Input<SequencedMap<String, Long>> words(String name, String label) {
    return of(name, label, new Kind.Words(), Input::frequencies);
  }

  private static SequencedMap<String, Long> frequencies(Object value) {
    var words = new LinkedHashMap<String, Long>();
    ((SequencedMap<?, ?>) value).forEach((word, count) -> words.put((String) word, (Long) count));
    return words;
  }

  /// Labels from 0, as `int[]`, or reals, as `double[]`.
  public static Input<Object> targets(String name, String label, double largest) {
    return of(name, label, new Kind.Targets(largest), value -> value);
  }

  /// Indices from 0.
  public static Input<int[]> indices(String name, String label) {
    return of(name, label, new Kind.Targets(), value -> whole(name, value));
  }

  private static int[] whole(String name, Object value) {
    if (value instanceof int[] indices) {
      return indices;
    }
    throw new InvalidInput(
        "/inputs/" + name, "holds numbers that are no indices", "give whole numbers from 0");
  }

  private static <T> Input<T> of(String name, String label, Kind kind, Function<Object, T> type) {
    return new Input<>(new Field(name, label, kind, Standing.FILE_ONLY), type);
  }

  /// Its name in files.
  public String name() {
    return field.name();
  }

  /// Its place in a scenario, for errors.
  public String place() {
    return "/inputs/" + name();
  }

  /// What is given; empty where nothing is.
  ///
  /// @throws ClassCastException where the schema has not checked what is given: a defect
  public Optional<T> in(Given given) {
    return Optional.ofNullable(given.inputs().get(name())).map(type);
  }
}
