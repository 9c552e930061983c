package dev.stepwise.compute.run;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One step of a run: immutable and complete. What it says is put into words when it is asked for.
///
/// @param kind what every step of its kind has in common
/// @param crumb its place in the bread crumb: `Iteration 3`
/// @param words makes what it says
/// @param conditions what happens in it, the steps inside it included
/// @param frame what a view draws
/// @param opens makes the smaller run that this step consists of; null for a leaf
public record Step<F extends Frame>(
    StepKind kind,
    String crumb,
    Supplier<Narration> words,
    Set<Condition> conditions,
    F frame,
    @Nullable Supplier<Run<F>> opens) {

  /// Copies what it is given.
  public Step {
    conditions = Set.copyOf(conditions);
  }

  /// A leaf that says what its frame says.
  public static <F extends Frame> Step<F> of(StepKind kind, String crumb, F frame) {
    return new Step<>(kind, crumb, frame::narration, Set.of(), frame, null);
  }

  /// The same, with something that happens in it.
  public Step<F> meeting(Set<Condition> happening) {
    return new Step<>(kind, crumb, words, happening, frame, opens);
  }

  /// The same, with a smaller run inside.
  public Step<F> opening(Supplier<Run<F>> inside) {
    return new Step<>(kind, crumb, words, conditions, frame, inside);
  }

  /// The same in other words.
  public Step<F> saying(Supplier<Narration> others) {
    return new Step<>(kind, crumb, others, conditions, frame, opens);
  }

  /// The same with another place in the bread crumb.
  public Step<F> named(String other) {
    return new Step<>(kind, other, words, conditions, frame, opens);
  }

  /// The same step in another kind of frame, at every depth; what it says stays.
  public <G extends Frame> Step<G> framed(Function<F, G> framing) {
    return new Step<>(
        kind,
        crumb,
        words,
        conditions,
        framing.apply(frame),
        opens == null ? null : () -> inside().map(framing));
  }

  /// What it says.
  public Narration narration() {
    return words.get();
  }

  /// The phase that it belongs to, the same for neighbours of one kind: `initialise`.
  public String phase() {
    return kind.phase();
  }

  /// The name of the listing's line that it executes.
  public String anchor() {
    return kind.anchor();
  }

  /// Names of the variables that it read.
  public List<String> reads() {
    return kind.reads();
  }

  /// Names of the variables that it wrote.
  public List<String> writes() {
    return kind.writes();
  }

  /// Whether there is a smaller run inside.
  public boolean isComposite() {
    return opens != null;
  }

  /// The smaller run inside.
  ///
  /// @throws IllegalStateException for a leaf
  public Run<F> inside() {
    if (opens == null) {
      throw new IllegalStateException("the step '" + crumb + "' does not open");
    }
    return opens.get();
  }
}
