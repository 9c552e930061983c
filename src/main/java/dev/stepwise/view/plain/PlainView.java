package dev.stepwise.view.plain;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.StagePainter;

/// How an exercise is shown before it has a view of its own: all its variables, each number with
/// its derivation.
///
/// @param exercise the exercise
public record PlainView<P, F extends Frame>(Exercise<P, F> exercise) implements ExerciseView<P, F> {

  @Override
  public StagePainter<F> painter() {
    return new PlainStage<>();
  }
}
