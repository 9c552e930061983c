package dev.stepwise.owndata;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.stage.Window;

/// The dialog in which the matrices of a run are edited as text: it opens with all of them, so that
/// one number can be changed, and others can be pasted over them.
///
/// @param <P> the problem
/// @param exercise the exercise
/// @param matrices those of a problem by the names of its inputs, in the order in which they stand;
///   a vector is a matrix of one row
/// @param fitting what else a change of some matrices changes
/// @param summary what came of it, in a few words
public record PastedMatrices<P>(
    Exercise<P, ?> exercise,
    Function<P, SequencedMap<String, double[][]>> matrices,
    Fitting fitting,
    Function<P, String> summary) {

  /// Most numbers that are shown as text.
  private static final long MOST_SHOWN = 20_000;

  /// What becomes of the other inputs and of the parameters.
  @FunctionalInterface
  public interface Fitting {
    /// Lets go of what no longer fits.
    ///
    /// @param given with the new matrices
    /// @param others the names of the matrices that are others than before
    /// @param reshaped those of them that have other shapes, or are left out
    Given fit(Given given, Set<String> others, Set<String> reshaped);
  }

  /// Opens the dialog.
  ///
  /// @param before the problem that is open
  /// @param done gets the problem of the text; not called when the dialog is cancelled
  public void show(Window window, P before, Consumer<P> done) {
    var now = matrices.apply(before);
    long numbers =
        now.values().stream().mapToLong(rows -> (long) rows.length * rows[0].length).sum();
    var hint =
        "Each under its name, one row a line, numbers separated by spaces or commas. Matrices that"
            + " are left out are random.";
    TextDialog.show(
        window,
        new TextPrompt(
            "Paste matrices",
            MatrixText.listed(now.keySet().stream().toList()),
            numbers <= MOST_SHOWN
                ? hint
                : hint + " Those of this run are too large to be shown here.",
            numbers <= MOST_SHOWN ? MatrixText.of(now) : ""),
        text -> read(before, text),
        done);
  }

  private static double[][] of(Map<String, double[][]> matrices, String name) {
    return Objects.requireNonNull(matrices.get(name));
  }

  /// The problem of a text: the same one where no number is another.
  ///
  /// @throws InvalidInput where they are no matrices or don't fit
  public TextReading<P> read(P before, String text) {
    var now = matrices.apply(before);
    var read = MatrixText.read(now.keySet().stream().toList(), text);
    var changed = MatrixText.changed(now, read);
    var missing = now.keySet().stream().filter(name -> !read.containsKey(name)).toList();
    if (changed.isEmpty() && missing.isEmpty()) {
      return new TextReading.Usable<>(before, "Nothing is changed.");
    }
    var inputs = new LinkedHashMap<String, Object>();
    changed.forEach(name -> inputs.put(name, value(name, of(read, name))));
    var reshaped =
        Stream.concat(
                changed.stream().filter(name -> !sameShape(of(now, name), of(read, name))),
                missing.stream())
            .collect(Collectors.toCollection(TreeSet::new));
    var given =
        exercise.given(before).withoutInputs(missing.toArray(String[]::new)).withInputs(inputs);
    // Other shapes are other data, which start the right way; another number is an experiment.
    var right = reshaped.isEmpty() ? given : exercise.schema().rightWay(given);
    var problem = exercise.problem(fitting.fit(right, inputs.keySet(), reshaped));
    return new TextReading.Usable<>(problem, summary.apply(problem));
  }

  private static boolean sameShape(double[][] one, double[][] other) {
    return one.length == other.length && one[0].length == other[0].length;
  }

  private Object value(String name, double[][] rows) {
    var kind = exercise.schema().input(name).orElseThrow().kind();
    return switch (kind) {
      case Kind.Vector _ -> vector(name, rows);
      case Kind.Targets _ -> targets(vector(name, rows));
      default -> rows;
    };
  }

  private static double[] vector(String name, double[][] rows) {
    if (rows.length == 1) {
      return rows[0];
    }
    if (rows[0].length == 1) {
      return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
    }
    throw new InvalidInput(
        "/inputs/" + name, name + " has %d rows".formatted(rows.length), "give it one row");
  }

  private static Object targets(double[] numbers) {
    boolean labels = Arrays.stream(numbers).allMatch(value -> value >= 0 && value == (int) value);
    return labels ? Arrays.stream(numbers).mapToInt(value -> (int) value).toArray() : numbers;
  }

  /// A vector as a matrix of one row.
  public static double[][] row(double[] vector) {
    return new double[][] {vector};
  }
}
