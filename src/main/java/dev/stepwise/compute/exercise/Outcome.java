package dev.stepwise.compute.exercise;

import java.util.List;
import java.util.Optional;

/// What a run has come to at a step, in the few figures by which one judges it.
///
/// @param figures the most telling first
/// @param curve how one of them came about, where that is a curve
public record Outcome(List<Figure> figures, Optional<Curve> curve) {
  /// Nothing to sum up.
  public static final Outcome NONE = new Outcome(List.of(), Optional.empty());

  /// Copies the list.
  public Outcome {
    figures = List.copyOf(figures);
  }

  /// Figures alone.
  public static Outcome of(Figure... figures) {
    return new Outcome(List.of(figures), Optional.empty());
  }

  /// The same with a curve.
  public Outcome along(Curve other) {
    return new Outcome(figures, Optional.of(other));
  }

  /// A number with its name.
  ///
  /// @param name in the middle of a sentence, with its article where it has one: `the inertia`
  /// @param brief in a heading: `inertia`
  /// @param unit behind the number, with its space: ` bits`; empty for none
  public record Figure(String name, String brief, double value, String unit) {
    /// Without a unit.
    public Figure(String name, String brief, double value) {
      this(name, brief, value, "");
    }
  }

  /// A number after each of the steps so far.
  ///
  /// @param title what it is: `Inertia`
  /// @param axis what it is counted by: `after each assignment`
  /// @param first the number of the first value on the axis, such as 0 or 1
  /// @param values of every step so far; shared, never written to
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Curve(String title, String axis, int first, double[] values) {}
}
