package dev.stepwise.check;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// A learner's code as a run of its own: line after line, in the order in which they were executed.
///
/// @param moments one a line
/// @param isCut whether the code went on after the last of them
/// @param inputs of the run that its steps are of; empty where it has none
public record Walk(List<Moment> moments, boolean isCut, Optional<Given> inputs) {
  /// No line.
  public static final Walk NONE = new Walk(List.of(), false, Optional.empty());

  /// Copies the list.
  public Walk {
    moments = List.copyOf(moments);
  }

  /// A line that was executed.
  ///
  /// @param line from 1
  /// @param function that it is of; empty for the file itself
  /// @param locals what the variables of that function hold after it, in the order in which they
  ///   came to be
  /// @param written those that the line changed
  /// @param step the path of the step of the run that corresponds: the last one whose array is
  ///   there
  public record Moment(
      int line,
      String function,
      SequencedMap<String, Value> locals,
      List<String> written,
      Optional<String> step) {
    /// Copies what it is given.
    public Moment {
      locals = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(locals));
      written = List.copyOf(written);
    }
  }

  /// The next moment after one at which a line was executed, or the first one of all.
  ///
  /// @param after the place of a moment
  /// @param line from 1
  public Optional<Integer> next(int after, int line) {
    return IntStream.concat(
            IntStream.range(after + 1, moments.size()), IntStream.rangeClosed(0, after))
        .filter(i -> i < moments.size() && moments.get(i).line() == line)
        .boxed()
        .findFirst();
  }
}
