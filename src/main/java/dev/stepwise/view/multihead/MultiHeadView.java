package dev.stepwise.view.multihead;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.run.Step;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Lab;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.matrices.HeadNumbers;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfHead;
import dev.stepwise.view.multihead.lab.MultiHeadExperiments;
import java.util.Optional;

/// Multi-head attention on the screen.
public final class MultiHeadView implements ExerciseView<MultiHeadProblem, MultiHeadFrame> {
  private final MultiHeadExercise exercise = new MultiHeadExercise();

  @Override
  public Exercise<MultiHeadProblem, MultiHeadFrame> exercise() {
    return exercise;
  }

  @Override
  public StagePainter<MultiHeadFrame> painter() {
    return new MultiHeadPainter();
  }

  @Override
  public Optional<Element> first(Step<MultiHeadFrame> step) {
    return step.frame().focus() instanceof MultiHeadFrame.Focus.Inside(int head, var inner)
        ? Optional.of(new MultiHeadElement.InHead(head, HeadNumbers.first(inner)))
        : Optional.empty();
  }

  @Override
  public Optional<Explanation> explain(Step<MultiHeadFrame> step, Element element) {
    return element instanceof MultiHeadElement asked
        ? new MultiHeadExplainer(step.frame()).explain(asked)
        : Optional.empty();
  }

  @Override
  public DataSource<MultiHeadProblem> data() {
    return new MultiHeadData();
  }

  @Override
  public Optional<Lab<MultiHeadProblem>> lab() {
    return Optional.of(new MultiHeadExperiments());
  }

  @Override
  public boolean pins(Element element) {
    return element instanceof OfHead
        || (element instanceof InHead(_, var inner) && inner instanceof OfToken);
  }
}
