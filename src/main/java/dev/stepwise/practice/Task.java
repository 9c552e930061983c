package dev.stepwise.practice;

import dev.stepwise.compute.run.Ref;
import dev.stepwise.quiz.Certainty;
import dev.stepwise.quiz.Question;
import java.util.Optional;
import java.util.OptionalInt;

/// What a learner who practises has before them.
public sealed interface Task {

  /// Nothing: the run goes on until there is something to do.
  record Waiting() implements Task {}

  /// Nothing any more: no step from here to the end asks anything.
  record Exhausted() implements Task {}

  /// A mistake to be found.
  ///
  /// @param pointed the number that was pointed at
  /// @param finding what came of saying that it is false
  record Hunting(Optional<Ref> pointed, Optional<Finding> finding) implements Task {}

  /// A question; the stage shows the step before the one that answers it.
  ///
  /// @param where that step in the bread crumb
  /// @param pick what is chosen so far
  record Asked(Question question, String where, Question.Answer.Choice answer, OptionalInt pick)
      implements Task {}

  /// A question that was answered; the stage shows the step that answers it.
  ///
  /// @param pick the answer that was given
  record Answered(Question question, Question.Answer.Choice answer, int pick, Certainty certainty)
      implements Task {
    /// Whether it was right.
    public boolean isRight() {
      return pick == answer.right();
    }
  }

  /// Numbers to work out; the stage shows the step before until all are there.
  record AtWork(Worksheet sheet) implements Task {}

  /// Whether the step after the one on the stage must not be seen yet.
  default boolean hidesWhatFollows() {
    return switch (this) {
      case Asked _ -> true;
      case AtWork(var sheet) -> !sheet.isDone();
      case Waiting _, Exhausted _, Hunting _, Answered _ -> false;
    };
  }
}
