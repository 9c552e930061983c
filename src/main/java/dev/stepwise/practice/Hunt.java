package dev.stepwise.practice;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A run with one mistake in it, beside the same run without.
///
/// @param mistake the id of the mistake
/// @param right the run without it
record Hunt<P, F extends Frame>(Exercise<P, F> exercise, String mistake, Navigator<F> right) {
  private static final int STEPS_COMPARED = 40;
  private static final int OFFERED = 5;

  /// The hunt that a problem holds; empty where it makes no mistake.
  static <P, F extends Frame> Optional<Hunt<P, F>> in(Exercise<P, F> exercise, P problem) {
    var mistake = Mistakes.in(exercise.given(problem));
    return mistake.equals(Mistakes.NONE)
        ? Optional.empty()
        : Optional.of(
            new Hunt<>(
                exercise, mistake, new Navigator<>(exercise.run(mended(exercise, problem)))));
  }

  /// A problem without its mistake.
  static <P> P mended(Exercise<P, ?> exercise, P problem) {
    return exercise.changed(problem, Mistakes.PARAMETER, Mistakes.NONE);
  }

  /// A problem with one of the mistakes that show in its run; as it is where none does. Computes
  /// the beginnings of some runs.
  static <P, F extends Frame> P hidden(Exercise<P, F> exercise, P problem, Random random) {
    var ids = new ArrayList<>(Mistakes.of(exercise.schema()).keySet());
    Collections.shuffle(ids, random);
    var mended = mended(exercise, problem);
    for (var id : ids) {
      Cancellation.checkpoint();
      try {
        var wrong = exercise.changed(mended, Mistakes.PARAMETER, id);
        if (differ(exercise.run(mended), exercise.run(wrong))) {
          return wrong;
        }
      } catch (InvalidInput _) {
        // a mistake that this problem cannot make
      }
    }
    return mended;
  }

  private static <F extends Frame> boolean differ(Run<F> right, Run<F> wrong) {
    for (int i = 0; i < STEPS_COMPARED && right.has(i) && wrong.has(i); i++) {
      Cancellation.checkpoint();
      var one = right.step(i).frame().variables();
      if (Differences.first(one, wrong.step(i).frame().variables()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// What comes of pointing at a number.
  ///
  /// @param at where the run with the mistake stands
  /// @param step the step there
  Finding judge(Position at, Step<F> step, Ref ref) {
    if (!right.has(at)) {
      return Finding.LATER; // the runs have parted before
    }
    var variables = step.frame().variables();
    var others = right.step(at).frame().variables();
    if (Differences.agree(ref.in(variables), ref.in(others))) {
      return Finding.RIGHT;
    }
    boolean sourcesAgree =
        exercise
            .why(step.frame(), ref)
            .map(why -> why.isMadeFromTheSame(variables, others))
            .orElse(true);
    return sourcesAgree ? Finding.FIRST : Finding.LATER;
  }

  /// The question what is wrong, asked once the first false number is found.
  Question question(Position at, Step<F> step, Ref ref) {
    var titles = Mistakes.of(exercise.schema());
    var others = new ArrayList<>(titles.keySet());
    others.remove(mistake);
    Collections.shuffle(others, new Random(at.hashCode()));
    var ids = new ArrayList<>(others.subList(0, Math.min(OFFERED - 1, others.size())));
    ids.add(mistake);
    Collections.sort(ids);
    var options =
        ids.stream().map(id -> Option.of(titles.getOrDefault(id, id)).mistaken(id)).toList();
    return new Question(
            KIND,
            at.toString(),
            "%s is false. What does the code do wrong?".formatted(ref.text()),
            new Question.Answer.Choice(options, ids.indexOf(mistake)),
            right.has(at) ? right.step(at).narration() : step.narration(),
            List.of(ref))
        .about(ref);
  }

  /// The kind of the question.
  static final String KIND = "mistake";
}
