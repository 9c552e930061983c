package dev.stepwise.view.multihead;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
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
  public Optional<Element> first(Step<MultiHeadFrame> step) {
    return step.frame().focus() instanceof MultiHeadFrame.Focus.Inside(int head, var inner)
        ? Optional.of(new MultiHeadElement.InHead(head, HeadNumbers.first(inner)))
        : FirstNumber.outsideHeads(step.frame());
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
