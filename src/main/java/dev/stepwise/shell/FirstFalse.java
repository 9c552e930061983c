package dev.stepwise.shell;

import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.compare.FirstDifference;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Offer;
import java.util.List;
import java.util.Optional;

/// A run that makes a mistake, at the first number that is false.
///
/// @param problem that makes the mistake
/// @param at the step that writes the number
/// @param ref the number
record FirstFalse<P>(P problem, Position at, Ref ref) {

  /// The first of some problems in whose run a mistake shows. Computes runs as far as they agree.
  ///
  /// @param mistake its id
  static <P, F extends Frame> Optional<FirstFalse<P>> of(
      Exercise<P, F> exercise, List<Offer> offers, String mistake) {
    var compared = new Compared<>(exercise);
    for (var offer : offers) {
      try {
        var right = exercise.problem(offer.given().get().alone());
        var both = compared.beside(right, Mistakes.PARAMETER, mistake);
        var found = FirstDifference.in(compared.run(both));
        if (found.isPresent()) {
          var at = new Position(found.get().paths().second());
          return Optional.of(new FirstFalse<>(both.second(), at, found.get().ref()));
        }
      } catch (InvalidInput _) {
        // a mistake that this problem cannot make
      }
    }
    return Optional.empty();
  }
}
