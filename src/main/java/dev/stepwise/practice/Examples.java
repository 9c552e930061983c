package dev.stepwise.practice;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.ByHand;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which steps of a run are worked out by hand, and how much of each. A step is worked once; a kind
/// of step that went right at once, all of it, twice in a row, is understood and passes. Safe for
/// use by several threads: a run's steps are computed on a worker.
final class Examples {
  /// What the kinds of numbers begin with, among the kinds of questions.
  static final String KIND = "by-hand:";

  private static final int UNDERSTOOD = 2;

  private final Map<String, Integer> worked = new HashMap<>();
  private final Map<String, Integer> flawless = new HashMap<>();
  private final Set<Position> seen = new HashSet<>();
  private Fading fading = Fading.WORKED_FIRST;

  synchronized Fading fading() {
    return fading;
  }

  synchronized void setFading(Fading other) {
    fading = other;
    begin();
  }

  /// Begins anew.
  synchronized void begin() {
    worked.clear();
    flawless.clear();
    seen.clear();
  }

  /// What there is to work out before a step is seen; empty to let it pass.
  synchronized <P, F extends Frame> Optional<Worksheet> before(
      Exercise<P, F> exercise, Position at, Step<F> step) {
    var kind = step.phase() + " " + step.anchor();
    if (seen.contains(at) || flawless.getOrDefault(kind, 0) >= UNDERSTOOD) {
      return Optional.empty();
    }
    var blanks = ByHand.of(exercise, step);
    if (blanks.isEmpty()) {
      return Optional.empty();
    }
    int earlier = worked.getOrDefault(kind, 0);
    int yours = fading.yours(blanks.size(), earlier);
    return Optional.of(Worksheet.of(at, kind, step.crumb(), blanks, yours, earlier));
  }

  /// A sheet was put before the learner.
  synchronized void put(Worksheet sheet) {
    seen.add(sheet.at());
  }

  /// A sheet was worked to its end.
  synchronized void done(Worksheet sheet) {
    worked.merge(sheet.kind(), 1, Integer::sum);
    boolean all = sheet.yours() == sheet.lines().size();
    if (all && sheet.rightAtOnce() == sheet.yours()) {
      flawless.merge(sheet.kind(), 1, Integer::sum);
    } else {
      flawless.remove(sheet.kind());
    }
  }
}
