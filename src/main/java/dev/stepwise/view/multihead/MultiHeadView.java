package dev.stepwise.view.multihead;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.multihead.HeadsFocus;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.quiz.QuestionSource;
import dev.stepwise.quiz.multihead.MultiHeadQuestions;
import dev.stepwise.view.Card;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Lab;
import dev.stepwise.view.PinKind;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.matrices.HeadNumbers;
import dev.stepwise.view.matrices.MatrixElement.OfToken;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfPiece;
import dev.stepwise.view.multihead.MultiHeadElement.OfStation;
import dev.stepwise.view.multihead.lab.MultiHeadExperiments;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// Multi-head attention on the screen.
public final class MultiHeadView implements ExerciseView<MultiHeadProblem, MultiHeadFrame> {
  private static final Card CARD =
      new Card(
          2,
          "multi-head-attention",
          "Multi-head attention",
          "Multi-head",
          Feather.GRID,
          "Why eight small heads cost no more than one, and where reshaping fails.",
          30);

  private final MultiHeadExercise exercise = new MultiHeadExercise();

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Exercise<MultiHeadProblem, MultiHeadFrame> exercise() {
    return exercise;
  }

  @Override
  public StagePainter<MultiHeadFrame> painter() {
    return new MultiHeadPainter();
  }

  @Override
  public Optional<Ref> address(Step<MultiHeadFrame> step, Element element) {
    return MultiHeadNumbers.address(step.frame(), element);
  }

  @Override
  public Element drawn(Step<MultiHeadFrame> step, Ref ref) {
    return MultiHeadNumbers.drawn(step.frame(), ref);
  }

  @Override
  public Optional<Element> first(Step<MultiHeadFrame> step) {
    return step.frame().focus() instanceof HeadsFocus.Inside(int head, var inner)
        ? Optional.of(new InHead(head, HeadNumbers.first(inner)))
        : ExerciseView.super.first(step);
  }

  @Override
  public Optional<Explanation> explain(Step<MultiHeadFrame> step, Element element) {
    var explainer = new MultiHeadExplainer(step.frame());
    return switch (element) {
      case InHead(int head, var inner) when !MultiHeadNumbers.isProjection(inner) ->
          explainer.inHead(head, inner);
      case OfPiece piece -> Optional.of(explainer.piece(piece));
      case OfStation(var station) -> Optional.of(explainer.station(station));
      default -> ExerciseView.super.explain(step, element);
    };
  }

  @Override
  public DataSource<MultiHeadProblem> data() {
    return new MultiHeadData();
  }

  @Override
  public QuestionSource<MultiHeadFrame> questions() {
    return new MultiHeadQuestions();
  }

  @Override
  public Optional<Lab<MultiHeadProblem>> lab() {
    return Optional.of(new MultiHeadExperiments());
  }

  @Override
  public List<PinKind> pinKinds() {
    return List.of(
        PinKind.of("head", OfHead.class, OfHead::head, OfHead::new),
        new PinKind(
            "head-token",
            2,
            element ->
                element instanceof InHead(int head, OfToken(int token))
                    ? Optional.of(List.of(head, token))
                    : Optional.empty(),
            indices -> new InHead(indices.getFirst(), new OfToken(indices.getLast()))));
  }
}
