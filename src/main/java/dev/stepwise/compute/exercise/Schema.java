package dev.stepwise.compute.exercise;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a scenario of an exercise may hold: its inputs and its parameters.
public record Schema(List<Field> inputs, List<Field> parameters) {

  /// Copies what it is given.
  public Schema {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
  }

  /// A schema of declarations, in the order in which files and the window have them.
  public static Schema of(List<Input<?>> inputs, List<Parameter<?>> parameters) {
    return new Schema(
        inputs.stream().<Field>map(Input::field).toList(),
        parameters.stream().<Field>map(Parameter::field).toList());
  }

  /// A named value.
  ///
  /// @param name its key in the file
  /// @param label its name for people
  /// @param kind what it may be
  /// @param standing whether it stands in the bar above the stage
  /// @param hint what it does, in a sentence or two for people; empty where the label says it
  /// @param variants the values that are teaching variants, which differ from the right way on
  ///   purpose, each with its name for people
  public record Field(
      String name,
      String label,
      Kind kind,
      Standing standing,
      String hint,
      Map<Object, String> variants) {

    /// Copies the variants.
    public Field {
      variants = Map.copyOf(variants);
    }

    /// A value whose label says what it does.
    public Field(String name, String label, Kind kind, Standing standing) {
      this(name, label, kind, standing, "", Map.of());
    }

    /// The same of another kind.
    Field ofKind(Kind other) {
      return new Field(name, label, other, standing, hint, variants);
    }

    /// The same in another place.
    Field standing(Standing other) {
      return new Field(name, label, kind, other, hint, variants);
    }

    /// The same under another name for people.
    public Field labelled(String other) {
      return new Field(name, other, kind, standing, hint, variants);
    }

    /// The same with a hint.
    public Field withHint(String words) {
      return new Field(name, label, kind, standing, words, variants);
    }

    /// The same with one value more that is a teaching variant.
    ///
    /// @param value in the type of the kind
    /// @param words what the variant is called, such as `naive softmax`
    public Field withVariant(Object value, String words) {
      var more = new HashMap<>(variants);
      more.put(value, words);
      return new Field(name, label, kind, standing, hint, more);
    }
  }

  /// How prominent a setting is.
  public enum Standing {
    /// In the bar above the stage.
    PROMINENT,
    /// In the menu of further settings.
    FURTHER,
    /// Only in files.
    FILE_ONLY
  }

  /// What a field may be. Numbers are finite always.
  public sealed interface Kind {
    /// The largest number of an input that says nothing else: products of three such numbers, added
    /// up, stay finite.
    double LARGEST = 1e100;

    /// A matrix with at least one row and one column, rows of equal length; given as `double[][]`.
    ///
    /// @param largest no number is greater than it, or less than its negative
    record Matrix(double largest) implements Kind {
      /// Numbers up to 10¹⁰⁰.
      public Matrix() {
        this(LARGEST);
      }
    }

    /// A vector, given as `double[]`.
    ///
    /// @param largest no number is greater than it, or less than its negative
    record Vector(double largest) implements Kind {
      /// Numbers up to 10¹⁰⁰.
      public Vector() {
        this(LARGEST);
      }
    }

    /// A vector of labels from 0, given as `int[]`, or of reals; given as `double[]`.
    ///
    /// @param largest no number is greater than it, or less than its negative
    record Targets(double largest) implements Kind {
      /// Numbers up to 10¹⁰⁰.
      public Targets() {
        this(LARGEST);
      }
    }

    /// A list of texts, given as `List<String>`.
    record Strings() implements Kind {}

    /// A text, given as `String`.
    record Text() implements Kind {}

    /// An ordered map from a word to its frequency, given as `SequencedMap<String, Long>`.
    record Words() implements Kind {}

    /// A whole number in a closed range, given as `Long`; null where there is no default.
    record Whole(long least, long most, @Nullable Long standard) implements Kind {}

    /// A real number in a closed range, given as `Double`; null where there is no default.
    record Real(double least, double most, @Nullable Double standard) implements Kind {}

    /// One of a few words, given as `String`.
    record Choice(List<String> options, String standard) implements Kind {}

    /// True or false, given as `Boolean`.
    record Flag(boolean standard) implements Kind {}
  }

  /// The same with every teaching variant the right way: where data of one's own starts, whatever
  /// was shown before.
  public Given rightWay(Given given) {
    var parameters = new LinkedHashMap<>(given.parameters());
    this.parameters.stream()
        .filter(field -> !field.variants().isEmpty())
        .forEach(field -> parameters.remove(field.name()));
    return new Given(given.inputs(), parameters);
  }

  /// The input of this name.
  public Optional<Field> input(String name) {
    return inputs.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /// The parameter of this name.
  public Optional<Field> parameter(String name) {
    return parameters.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /// The names of the teaching variants that are in force, in the order of the parameters.
  ///
  /// @param values of the parameters, by their names
  public List<String> variants(Map<String, Object> values) {
    return parameters.stream()
        .filter(field -> values.get(field.name()) != null)
        .map(field -> field.variants().get(values.get(field.name())))
        .filter(Objects::nonNull)
        .toList();
  }
}
