package dev.stepwise.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of running a learner's code once, or what a file of arrays holds.
///
/// @param convention how the arguments were given
/// @param function the function that was called; empty for a script, and for a file of arrays
/// @param bound which parameter took which input
/// @param seen what the variables held, in time, and behind it what was returned
/// @param problem what went wrong, if it did
/// @param cut whether it computed more than was watched
/// @param walked line after line
record Trace(
    String convention,
    String function,
    Map<String, String> bound,
    List<Seen> seen,
    Optional<Problem> problem,
    boolean cut,
    Walked walked) {

  Trace {
    bound = Map.copyOf(bound);
    seen = List.copyOf(seen);
  }

  /// What a file holds.
  static Trace of(List<Seen> arrays) {
    return new Trace("", "", Map.of(), arrays, Optional.empty(), false, Walked.NONE);
  }

  /// An exception of the learner's code.
  ///
  /// @param type its class
  /// @param message what it says
  /// @param line of the learner's file, from 1; 0 where it is of none
  /// @param text that line
  /// @param missing the module that could not be imported; empty for others
  record Problem(String type, String message, int line, String text, String missing) {}

  /// What was returned.
  List<Seen> returned() {
    return seen.stream().filter(Seen::isReturned).toList();
  }
}
