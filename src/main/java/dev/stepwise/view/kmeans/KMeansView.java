package dev.stepwise.view.kmeans;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansFrame.Focus;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Position;
import dev.stepwise.view.Card;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Lab;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.kmeans.lab.KMeansExperiments;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.marks.RowCategory;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// K-means on the screen.
public final class KMeansView implements ExerciseView<KMeansProblem, KMeansFrame> {
  private static final Card CARD =
      new Card(
          4,
          "k-means",
          "K-means",
          "K-means",
          Feather.TARGET,
          "Why the inertia never rises, and how a bad start still traps it.",
          25);

  private final KMeansExercise exercise = new KMeansExercise();

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Exercise<KMeansProblem, KMeansFrame> exercise() {
    return exercise;
  }

  @Override
  public StagePainter<KMeansFrame> painter() {
    return new KMeansPainter();
  }

  @Override
  public Optional<Element> first(Step<KMeansFrame> step) {
    return switch (step.frame().focus()) {
      case Focus.Drawn(int centroid, _, _) -> Optional.of(new KMeansElement.OfCentroid(centroid));
      case Focus.PointAssigned assigned -> Optional.of(new KMeansElement.OfPoint(assigned.point()));
      case Focus.DistanceMeasured(int point, int centroid, _) ->
          Optional.of(new KMeansElement.OfDistance(point, centroid));
      case Focus.CentroidUpdated updated ->
          Optional.of(new KMeansElement.OfCentroid(updated.centroid()));
      case Focus.MeanTaken mean -> Optional.of(new KMeansElement.OfCentroid(mean.centroid()));
      case Focus.Initialised _, Focus.Updated _ -> Optional.of(new KMeansElement.OfCentroid(0));
      case Focus.DrawPart _, Focus.Iterated _, Focus.Assigned _, Focus.Finished _ ->
          Optional.empty();
    };
  }

  @Override
  public Optional<Explanation> explain(Step<KMeansFrame> step, Element element) {
    return new KMeansExplainer(step.frame()).explain(element);
  }

  @Override
  public Optional<Position> leadsTo(Step<KMeansFrame> step, Element element) {
    return element instanceof KMeansElement.OfInertia(int assignment)
            && assignment + 1 != step.frame().clustering().inertias().size()
        ? Optional.of(Position.top(assignment + 1)) // each iteration assigns once, and the end does
        : Optional.empty();
  }

  @Override
  public RowCategory rowCategory() {
    return RowCategory.numberedUnder("cluster");
  }

  @Override
  public Optional<StageEditor<KMeansProblem, KMeansFrame>> editor() {
    return Optional.of(new KMeansEditor());
  }

  @Override
  public DataSource<KMeansProblem> data() {
    return new KMeansData();
  }

  @Override
  public Optional<Lab<KMeansProblem>> lab() {
    return Optional.of(new KMeansExperiments());
  }
}
