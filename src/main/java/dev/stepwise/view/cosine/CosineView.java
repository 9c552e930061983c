package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Step;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Lab;
import dev.stepwise.view.StageOption;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.cosine.CosineElement.OfDocument;
import dev.stepwise.view.cosine.lab.CosineExperiments;
import dev.stepwise.view.marks.Element;
import java.util.List;
import java.util.Optional;

/// Cosine similarity search on the screen.
public final class CosineView implements ExerciseView<CosineProblem, CosineFrame> {
  private final CosineExercise exercise = new CosineExercise();

  @Override
  public Exercise<CosineProblem, CosineFrame> exercise() {
    return exercise;
  }

  @Override
  public StagePainter<CosineFrame> painter() {
    return new CosinePainter();
  }

  @Override
  public Optional<Explanation> explain(Step<CosineFrame> step, Element element) {
    return new CosineExplainer(step.frame()).explain(element);
  }

  @Override
  public boolean pins(Element element) {
    return element instanceof OfDocument;
  }

  /// Other metrics and queries put the same documents into another order.
  @Override
  @SuppressWarnings("ReferenceEquality") // shared by the problems that were made of each other
  public boolean moves(CosineProblem from, CosineProblem to) {
    return from.documents() == to.documents();
  }

  @Override
  public List<StageOption> options() {
    return List.of(CosinePainter.PICTURE);
  }

  @Override
  public DataSource<CosineProblem> data() {
    return new CosineData();
  }

  @Override
  public Optional<Lab<CosineProblem>> lab() {
    return Optional.of(new CosineExperiments());
  }
}
