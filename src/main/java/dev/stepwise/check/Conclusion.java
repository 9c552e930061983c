package dev.stepwise.check;

import dev.stepwise.check.Causes.Fitting;
import dev.stepwise.compute.run.Frame;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final String HIDDEN =
      " On the scenario's own inputs the result is right, because they hide it; this is on inputs"
          + " drawn at random.";

  Report report() {
    boolean isHidden = judge.isRight() && second.isPresent() && !second.get().judge().isRight();
    var report = judged();
    var about = isHidden ? second.orElseThrow().given() : given;
    int line =
        report.stages().stream()
            .filter(stage -> stage.status() == Report.Status.DIFFERS)
            .mapToInt(Report.StageReport::line)
            .findFirst()
            .orElse(0);
    return report.in(
        new Report.Context(
            line,
            Optional.of(about.given()),
            judge.trace().walked().beside(marks(report), Optional.of(given.given())),
            remark(report, isHidden)));
  }

  private String remark(Report report, boolean isHidden) {
    boolean isTwice = report.verdict() == Report.Verdict.EQUAL && second.isPresent();
    return ((isHidden ? HIDDEN : isTwice ? " So it is on other inputs, drawn at random." : "")
            + more)
        .strip();
  }

  /// Where the learner's code has come to the steps of the run, the wrong one included where it is
  /// of this run.
  private List<Walked.Mark> marks(Report report) {
    var marks = new ArrayList<Walked.Mark>();
    for (int i = 0; i < judge.stages().size(); i++) {
      var step = judge.stages().get(i).step();
      judge
          .matches()
          .found(i)
          .filter(seen -> seen.line() > 0 && !step.isEmpty())
          .ifPresent(seen ->
              marks.add(new Walked.Mark(seen.name(), seen.line(), Optional.of(seen.held()), step)));
    }
    if (!judge.isRight()) {
      report.difference().ifPresent(difference -> addWrong(report, difference, marks));
    }
    return marks;
  }

  private static void addWrong(
      Report report, Report.Difference difference, List<Walked.Mark> marks) {
    report.stages().stream()
        .filter(stage -> stage.status() == Report.Status.DIFFERS && stage.line() > 0)
        .filter(_ -> !difference.step().isEmpty())
        .findFirst()
        .ifPresent(stage -> {
          var held = difference.sides().map(Report.Sides::yours).map(Held::of);
          var mark = new Walked.Mark(stage.yours(), stage.line(), held, difference.step());
          int at = 0;
          while (at < marks.size() && isBefore(marks.get(at).step(), difference.step())) {
            at++;
          }
          marks.add(at, mark);
        });
  }

  private static boolean isBefore(String step, String other) {
    int[] one = path(step);
    int[] two = path(other);
    return Arrays.compare(one, two) <= 0;
  }

  private static int[] path(String step) {
    return Arrays.stream(step.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  private Report judged() {
    var words = new Verdicts(file, printed);
    boolean secondWrong = second.isPresent() && !second.get().judge().isRight();
    if (judge.isRight()) {
      return secondWrong ? hidden(words) : words.right(judge, also() + more);
    }
    if (judge.isDone()) {
      return words.wrong(judge, judge.contradiction().orElseGet(judge::first), more);
    }
    var here = Causes.all(judge, given.variants());
    var there =
        secondWrong
            ? Causes.all(second.get().judge(), second.get().given().variants())
            : List.<Fitting>of();
    return told(words, judge, best(here, there), more);
  }

  private static Report told(Verdicts words, Judge judge, Optional<Fitting> fitting, String more) {
    var first = judge.first();
    return fitting
        .map(each -> words.explained(judge, each, Optional.of(first).filter(judge::isNamed), more))
        .orElseGet(() -> words.wrong(judge, first, more));
  }

  private String also() {
    return second.isPresent() ? ", on other inputs too" : "";
  }

  private Report hidden(Verdicts words) {
    var other = second.orElseThrow();
    var note = HIDDEN + more;
    return told(
        words,
        other.judge(),
        best(Causes.all(other.judge(), other.given().variants()), List.of()),
        note);
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
