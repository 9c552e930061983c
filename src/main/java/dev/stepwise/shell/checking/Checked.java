package dev.stepwise.shell.checking;

import dev.stepwise.check.Report;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// How the checking of a file stands.
///
/// @param file that is open; empty before one is
/// @param doing what is being done, in a few words; empty while nothing is
/// @param result what came of it last, also while it is checked again
public record Checked(Optional<Path> file, Optional<String> doing, Optional<Result> result) {
  /// Nothing is open.
  public static final Checked NOTHING =
      new Checked(Optional.empty(), Optional.empty(), Optional.empty());

  /// What came of a check.
  ///
  /// @param lines of the learner's code; none for arrays
  /// @param at when it was checked
  /// @param inputs whether the problem is still the one that it was checked on
  public record Result(Report report, List<String> lines, LocalTime at, Inputs inputs) {
    /// Copies the lines.
    public Result {
      lines = List.copyOf(lines);
    }
  }

  /// Whether a problem is still the one that code was checked on.
  public enum Inputs {
    /// It is.
    SAME,
    /// Another one is open.
    OTHERS
  }

  Checked doing(Optional<String> what) {
    return new Checked(file, what, result);
  }

  Checked with(Result other) {
    return new Checked(file, Optional.empty(), Optional.of(other));
  }

  /// The problem is another one.
  Checked elsewhere() {
    return new Checked(
        file,
        doing,
        result.map(each -> new Result(each.report(), each.lines(), each.at(), Inputs.OTHERS)));
  }
}
