package dev.stepwise.view.plain;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.view.Card;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.StagePainter;

/// How an exercise is shown before it has a view of its own: all its variables, each number with
/// its derivation.
///
/// @param exercise the exercise
/// @param card what home and navigation say of it
public record PlainView<P, F extends Frame>(Exercise<P, F> exercise, Card card)
    implements ExerciseView<P, F> {

  @Override
  public StagePainter<F> painter() {
    return new PlainStage<>();
  }
}
