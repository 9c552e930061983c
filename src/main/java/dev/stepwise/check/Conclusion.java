package dev.stepwise.check;

import dev.stepwise.check.Causes.Fitting;
import dev.stepwise.compute.run.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What two runs of a learner's code come to together: one on the scenario's inputs, one on others,
/// on which mistakes show that special numbers hide.
///
/// @param more what else is to be said
record Conclusion<P, F extends Frame>(
    String file,
    String printed,
    Case<P, F> given,
    Judge judge,
    Optional<Checker.Judged<P, F>> second,
    String more) {

  Report report() {
    var words = new Verdicts(file, printed);
    boolean secondWrong = second.isPresent() && !second.get().judge().isRight();
    if (judge.isRight()) {
      return secondWrong ? hidden(words) : words.right(judge, also() + more);
    }
    var here = Causes.all(judge, given.variants());
    var there =
        secondWrong
            ? Causes.all(second.get().judge(), second.get().given().variants())
            : List.<Fitting>of();
    return best(here, there)
        .map(fitting -> words.explained(judge, fitting, more))
        .orElseGet(() -> words.wrong(judge, judge.first(), more));
  }

  private String also() {
    return second.isPresent() ? ", on other inputs too" : "";
  }

  private Report hidden(Verdicts words) {
    var other = second.orElseThrow();
    var note =
        " On the scenario's own inputs the result is right, because they hide it; this is on"
            + " inputs drawn at random." + more;
    return best(Causes.all(other.judge(), other.given().variants()), List.of())
        .map(fitting -> words.explained(other.judge(), fitting, note))
        .orElseGet(() -> words.wrong(other.judge(), other.judge().first(), note));
  }

  /// The one that explains both best.
  private static Optional<Fitting> best(List<Fitting> here, List<Fitting> there) {
    Map<String, Double> scores = new HashMap<>();
    there.forEach(each -> scores.put(each.variant().id(), each.score()));
    Fitting best = null;
    double most = 0;
    for (var each : here) {
      double score = each.score() + scores.getOrDefault(each.variant().id(), 0.0);
      if (score > most + 1e-9) {
        best = each;
        most = score;
      }
    }
    return Optional.ofNullable(best);
  }
}
