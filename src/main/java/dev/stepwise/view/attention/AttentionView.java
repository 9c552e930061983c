package dev.stepwise.view.attention;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.quiz.QuestionSource;
import dev.stepwise.quiz.attention.AttentionQuestions;
import dev.stepwise.view.Card;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Lab;
import dev.stepwise.view.PinKind;
import dev.stepwise.view.StageOption;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.attention.lab.AttentionExperiments;
import dev.stepwise.view.matrices.HeadExplainer;
import dev.stepwise.view.matrices.HeadNumbers;
import dev.stepwise.view.matrices.MatrixElement;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// Self-attention on the screen.
public final class AttentionView implements ExerciseView<AttentionProblem, AttentionFrame> {
  private static final Card CARD =
      new Card(
          1,
          "self-attention",
          "Self-attention",
          "Self-attention",
          Feather.EYE,
          "How “it” finds its noun, and why the scores are divided by √dₖ.",
          30);

  static final String ARCS = "arcs";

  /// The ways to look at the weights.
  static final StageOption LOOKS =
      new StageOption("weights", "Weights as", List.of("matrices", ARCS));

  private final AttentionExercise exercise = new AttentionExercise();

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Exercise<AttentionProblem, AttentionFrame> exercise() {
    return exercise;
  }

  @Override
  public StagePainter<AttentionFrame> painter() {
    return new AttentionPainter();
  }

  @Override
  public Optional<Ref> address(Step<AttentionFrame> step, Element element) {
    return element instanceof MatrixElement asked
        ? HeadNumbers.address(step.frame(), asked)
        : Optional.empty();
  }

  @Override
  public Element drawn(Step<AttentionFrame> step, Ref ref) {
    return HeadNumbers.drawn(step.frame(), ref);
  }

  @Override
  public Optional<Element> first(Step<AttentionFrame> step) {
    return Optional.of(HeadNumbers.first(step.frame()));
  }

  @Override
  public Optional<Explanation> explain(Step<AttentionFrame> step, Element element) {
    return element instanceof MatrixElement asked
        ? new HeadExplainer(step.frame()).explain(asked)
        : Optional.empty();
  }

  @Override
  public List<PinKind> pinKinds() {
    return List.of(
        PinKind.of(
            "token",
            MatrixElement.OfToken.class,
            MatrixElement.OfToken::token,
            MatrixElement.OfToken::new));
  }

  @Override
  public DataSource<AttentionProblem> data() {
    return new AttentionData();
  }

  @Override
  public QuestionSource<AttentionFrame> questions() {
    return new AttentionQuestions();
  }

  @Override
  public Optional<Lab<AttentionProblem>> lab() {
    return Optional.of(new AttentionExperiments());
  }

  @Override
  public List<StageOption> options() {
    return List.of(LOOKS);
  }
}
