package dev.stepwise.view.kmeans;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.kmeans.AssignmentFocus;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.QuestionSource;
import dev.stepwise.quiz.kmeans.KMeansQuestions;
import dev.stepwise.view.Card;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Lab;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.kmeans.lab.KMeansExperiments;
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
  public Optional<Ref> address(Step<KMeansFrame> step, Element element) {
    return switch (element) {
      case KMeansElement.OfPoint(int i) -> Optional.of(Ref.of("labels", i));
      case KMeansElement.OfWeight(int i) -> Optional.of(Ref.of("weights", i));
      case KMeansElement.OfDistance(int i, int j)
          when step.frame().focus() instanceof AssignmentFocus.PointAssigned at
              && at.point() == i ->
          Optional.of(Ref.of("np.sqrt(squared[i])", j));
      default -> Optional.empty();
    };
  }

  @Override
  public Element drawn(Step<KMeansFrame> step, Ref ref) {
    return switch (ref.variable()) {
      case "X", "labels" -> new KMeansElement.OfPoint(ref.index(0));
      case "centroids", "new_centroids" -> new KMeansElement.OfCentroid(ref.index(0));
      case "weights", "cumulative" -> new KMeansElement.OfWeight(ref.index(0));
      case "squared[i]", "np.sqrt(squared[i])" ->
          new KMeansElement.OfDistance(measuredPoint(step), ref.index(0));
      case "inertia" ->
          new KMeansElement.OfInertia(step.frame().clustering().inertias().size() - 1);
      default -> new NumberElement(ref);
    };
  }

  private static int measuredPoint(Step<KMeansFrame> step) {
    return switch (step.frame().focus()) {
      case AssignmentFocus.PointAssigned assigned -> assigned.point();
      case AssignmentFocus.DistanceMeasured measured -> measured.point();
      default -> 0;
    };
  }

  @Override
  public Optional<Explanation> explain(Step<KMeansFrame> step, Element element) {
    return element instanceof KMeansElement asked
        ? new KMeansExplainer(step.frame(), ref -> drawn(step, ref)).explain(asked)
        : Optional.empty();
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
  public QuestionSource<KMeansFrame> questions() {
    return new KMeansQuestions();
  }

  @Override
  public Optional<Lab<KMeansProblem>> lab() {
    return Optional.of(new KMeansExperiments());
  }
}
