package dev.stepwise.compute.exercise;

import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A parameter of an exercise, declared once: what it may be, how it is read and written, and what
/// it is where nothing is stated.
///
/// ```java
/// static final Parameter<Integer> K = Parameter.count("k", "Clusters", 1, MOST).otherwise(3);
/// int k = K.of(given);
/// given = given.with(K, 4);
/// ```
///
/// @param field how it stands in files and in the window
/// @param type makes it of what a file holds, which the [Schema] has checked
/// @param plain the opposite
/// @param standard what it is where nothing is stated; null where that depends on the rest
/// @param <T> its type
public record Parameter<T>(
    Field field, Function<Object, T> type, Function<T, Object> plain, @Nullable T standard) {

  /// A whole number in a closed range that fits an `int`.
  public static Parameter<Integer> count(String name, String label, int least, int most) {
    return new Parameter<>(
        new Field(name, label, new Kind.Whole(least, most, null), Standing.FURTHER),
        value -> Math.toIntExact((Long) value),
        Integer::longValue,
        null);
  }

  /// A whole number in a closed range.
  public static Parameter<Long> whole(String name, String label, long least, long most) {
    return new Parameter<>(
        new Field(name, label, new Kind.Whole(least, most, null), Standing.FURTHER),
        Long.class::cast,
        value -> value,
        null);
  }

  /// A real number in a closed range.
  public static Parameter<Double> real(String name, String label, double least, double most) {
    return new Parameter<>(
        new Field(name, label, new Kind.Real(least, most, null), Standing.FURTHER),
        Double.class::cast,
        value -> value,
        null);
  }

  /// True or false.
  public static Parameter<Boolean> flag(String name, String label, boolean standard) {
    return new Parameter<>(
        new Field(name, label, new Kind.Flag(standard), Standing.FURTHER),
        Boolean.class::cast,
        value -> value,
        standard);
  }

  /// One of a few.
  ///
  /// @param values all there are, in the order in which they are offered
  /// @param word what each is called in files
  public static <E> Parameter<E> choice(
      String name, String label, E[] values, Function<E, String> word, E standard) {
    var words = Arrays.stream(values).map(word).toList();
    return new Parameter<>(
        new Field(name, label, new Kind.Choice(words, word.apply(standard)), Standing.FURTHER),
        value ->
            Arrays.stream(values)
                .filter(one -> word.apply(one).equals(value))
                .findFirst()
                .orElseThrow(() ->
                    new InvalidInput(
                        "/parameters/" + name,
                        "%s is '%s'".formatted(name, value),
                        "choose one of " + String.join(", ", words))),
        word::apply,
        standard);
  }

  /// The same with a value for where nothing is stated.
  public Parameter<T> otherwise(T value) {
    var kind =
        switch (field.kind()) {
          case Kind.Whole(long least, long most, _) ->
              new Kind.Whole(least, most, (Long) plain.apply(value));
          case Kind.Real(double least, double most, _) ->
              new Kind.Real(least, most, (Double) plain.apply(value));
          default -> field.kind();
        };
    return with(field.ofKind(kind), value);
  }

  /// The same in another place of the window.
  public Parameter<T> standing(Standing standing) {
    return with(field.standing(standing), standard);
  }

  /// The same with a hint.
  ///
  /// @param words what it does, in a sentence or two for people
  public Parameter<T> hint(String words) {
    return with(field.withHint(words), standard);
  }

  /// The same with one value more that is a teaching variant.
  ///
  /// @param words what the variant is called, such as `naive softmax`
  public Parameter<T> variant(T value, String words) {
    return with(field.withVariant(plain.apply(value), words), standard);
  }

  private Parameter<T> with(Field other, @Nullable T value) {
    return new Parameter<>(other, type, plain, value);
  }

  /// Its name in files.
  public String name() {
    return field.name();
  }

  /// Its place in a scenario, for errors.
  public String place() {
    return "/parameters/" + name();
  }

  /// What is stated; empty where nothing is.
  ///
  /// @throws ClassCastException where the schema has not checked what is given: a defect
  public Optional<T> stated(Given given) {
    return Optional.ofNullable(given.parameters().get(name())).map(type);
  }

  /// What is stated, else what it is otherwise.
  ///
  /// @throws IllegalStateException where it has no value of its own: a defect
  public T of(Given given) {
    return stated(given)
        .or(() -> Optional.ofNullable(standard))
        .orElseThrow(() -> new IllegalStateException(name() + " has no standard value"));
  }
}
