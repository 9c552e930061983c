package dev.stepwise.view;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.marks.RowCategory;
import java.util.Optional;

/// How an exercise is shown. What the shell needs to know of it, and no more.
public interface ExerciseView<P, F extends Frame> {

  /// The exercise.
  Exercise<P, F> exercise();

  /// Draws its stage: a new painter, which may remember what it drew for one stage.
  StagePainter<F> painter();

  /// Why the number behind an element is what it is at a step; empty where there is nothing to say.
  Optional<Explanation> explain(Step<F> step, Element element);

  /// Which rows of its tables stand for a category, to get its colour and marker.
  default RowCategory rowCategory() {
    return RowCategory.NONE;
  }

  /// The editing of the problem on the stage, where the exercise has it.
  default Optional<StageEditor<P, F>> editor() {
    return Optional.empty();
  }

  /// Where data of one's own can come from.
  default DataSource<P> data() {
    return DataSource.none();
  }

  /// The lab, where the exercise has one.
  default Optional<Lab<P>> lab() {
    return Optional.empty();
  }
}
