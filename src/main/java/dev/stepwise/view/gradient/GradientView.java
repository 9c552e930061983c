package dev.stepwise.view.gradient;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.ProbeProblem;
import dev.stepwise.compute.gradient.RegressionProblem;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.QuestionSource;
import dev.stepwise.quiz.gradient.GradientQuestions;
import dev.stepwise.view.Card;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Lab;
import dev.stepwise.view.PinKind;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.StageOption;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.gradient.lab.GradientExperiments;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kordamp.ikonli.feather.Feather;

/// Gradient descent on the screen.
public final class GradientView implements ExerciseView<GradientProblem, GradientFrame> {
  private static final Card CARD =
      new Card(
          5,
          "gradient-descent",
          "Gradient descent",
          "Gradient descent",
          Feather.TRENDING_DOWN,
          "How the error walks back through a network, one weight at a time.",
          45);

  /// The name of the logarithmic axis.
  static final String LOG = "log";

  /// The name of the plane of two weights.
  static final String TWO_WEIGHTS = "two weights";

  /// The name of the curve of accuracies.
  static final String ACCURACY = "accuracy";

  /// The name of the curve of losses on a logarithmic axis.
  static final String LOG_LOSS = "log loss";

  /// Which curve of a network is drawn.
  static final StageOption CURVE =
      new StageOption("curve", "Curve", List.of("loss", LOG_LOSS, ACCURACY));

  /// How the axis of linear regression's loss is spread.
  static final StageOption AXIS = new StageOption("axis", "Loss axis", List.of("linear", LOG));

  /// Which plane of linear regression's loss surface is seen.
  static final StageOption PLANE =
      new StageOption("plane", "Surface over", List.of(TWO_WEIGHTS, "weight and bias"));

  private final GradientExercise exercise = new GradientExercise();

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Exercise<GradientProblem, GradientFrame> exercise() {
    return exercise;
  }

  @Override
  public StagePainter<GradientFrame> painter() {
    return new GradientPainter();
  }

  @Override
  public Optional<Ref> address(Step<GradientFrame> step, Element element) {
    return GradientNumbers.of(step.frame()).address(element);
  }

  @Override
  public Element drawn(Step<GradientFrame> step, Ref ref) {
    return GradientNumbers.of(step.frame()).drawn(ref);
  }

  @Override
  public Optional<Explanation> explain(Step<GradientFrame> step, Element element) {
    return element instanceof GradientElement asked
        ? new GradientExplainer(exercise, step.frame()).explain(asked)
        : Optional.empty();
  }

  @Override
  public List<PinKind> pinKinds() {
    return List.of(
        PinKind.of(
            "sample",
            GradientElement.OfSample.class,
            GradientElement.OfSample::sample,
            GradientElement.OfSample::new));
  }

  @Override
  public Optional<Position> leadsTo(Step<GradientFrame> step, Element element) {
    return element instanceof GradientElement.OfEpoch(int epoch)
        ? Optional.of(Position.top(epoch)) // the step before them all is the start
        : Optional.empty();
  }

  @Override
  public List<StageOption> options() {
    return List.of(CURVE, AXIS, PLANE);
  }

  @Override
  public boolean offers(StageOption option, GradientProblem problem) {
    return switch (problem) {
      case NetworkProblem _ -> option.equals(CURVE);
      case RegressionProblem line ->
          option.equals(AXIS) || (option.equals(PLANE) && line.dimensions() > 1);
      case ProbeProblem _ -> false;
    };
  }

  @Override
  public Optional<StageEditor<GradientProblem, GradientFrame>> editor() {
    return Optional.of(new GradientEditor());
  }

  @Override
  public DataSource<GradientProblem> data() {
    return new GradientData(exercise);
  }

  @Override
  public QuestionSource<GradientFrame> questions() {
    return new GradientQuestions();
  }

  @Override
  public Optional<Lab<GradientProblem>> lab() {
    return Optional.of(new GradientExperiments());
  }

  @Override
  public RowCategory rowCategory() {
    return (table, row) -> {
      if (table.head().isEmpty() || !table.head().getFirst().equals("class")) {
        return OptionalInt.empty();
      }
      var cell = table.rows().get(row).getFirst();
      return cell.matches("[0-9]{1,6}")
          ? OptionalInt.of(Integer.parseInt(cell))
          : OptionalInt.empty();
    };
  }
}
