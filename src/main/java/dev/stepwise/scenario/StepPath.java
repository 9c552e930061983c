package dev.stepwise.scenario;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A place in the hierarchy of a run, as traces and presets write it: `3.2` is the second step
/// inside the third.
///
/// @param positions from the outermost step inwards, each from 1; none for the last step of the run
public record StepPath(List<Integer> positions) {

  /// The last step of the run.
  public static final StepPath LAST = new StepPath(List.of());

  // At most nine digits, so that every position is an int.
  private static final Pattern WRITTEN = Pattern.compile("[1-9]\\d{0,8}(\\.[1-9]\\d{0,8})*");

  /// Copies what it is given.
  ///
  /// @throws IllegalArgumentException where a position is below 1
  public StepPath {
    positions = List.copyOf(positions);
    if (positions.stream().anyMatch(position -> position < 1)) {
      throw new IllegalArgumentException("positions count from 1: " + positions);
    }
  }

  /// The path of a step of the top level.
  ///
  /// @param index from 0, as in a trace
  public static StepPath ofIndex(int index) {
    return new StepPath(List.of(Math.addExact(index, 1)));
  }

  /// Reads `3.2` or `last`; empty where the text is neither.
  public static Optional<StepPath> parse(String text) {
    if (text.equals("last")) {
      return Optional.of(LAST);
    }
    if (!WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new StepPath(Arrays.stream(text.split("\\.", -1)).map(Integer::valueOf).toList()));
  }

  /// Whether it is the last step, wherever that is.
  public boolean isLast() {
    return positions.isEmpty();
  }

  /// The step of a run at this place; empty where the run has no such step. Computes as far as
  /// needed.
  public <F extends Frame> Optional<Step<F>> in(Run<F> run) {
    if (isLast()) {
      return Optional.of(run.step(run.length() - 1));
    }
    var level = run;
    for (int position : positions.subList(0, positions.size() - 1)) {
      if (!level.has(position - 1)) {
        return Optional.empty();
      }
      var step = level.step(position - 1);
      if (!step.isComposite()) {
        return Optional.empty();
      }
      level = step.inside();
    }
    int index = positions.getLast() - 1;
    return level.has(index) ? Optional.of(level.step(index)) : Optional.empty();
  }

  /// As it is written: `3.2` or `last`.
  @Override
  public String toString() {
    return isLast()
        ? "last"
        : positions.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
