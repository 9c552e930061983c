package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineFrame.Focus;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.view.Card;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Lab;
import dev.stepwise.view.PinKind;
import dev.stepwise.view.StageOption;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.cosine.CosineElement.OfDocument;
import dev.stepwise.view.cosine.lab.CosineExperiments;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// Cosine similarity search on the screen.
public final class CosineView implements ExerciseView<CosineProblem, CosineFrame> {
  private static final Card CARD =
      new Card(
          7,
          "cosine-search",
          "Cosine search",
          "Cosine search",
          Feather.SEARCH,
          "When cosine, dot product and distance disagree on who comes first.",
          25);

  private final CosineExercise exercise = new CosineExercise();

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Exercise<CosineProblem, CosineFrame> exercise() {
    return exercise;
  }

  @Override
  public StagePainter<CosineFrame> painter() {
    return new CosinePainter();
  }

  @Override
  public Optional<Element> first(Step<CosineFrame> step) {
    var frame = step.frame();
    return switch (frame.focus()) {
      case Focus.TextStage _, Focus.OneText _, Focus.Component _, Focus.Vectorised _ ->
          frame.problem().texts().flatMap(texts -> FirstOfText.of(frame, texts.model()));
      case Focus.Norms _ -> Optional.of(new CosineElement.OfNorm(0));
      case Focus.Normalised _ -> Optional.of(new CosineElement.OfNumber(0, 0));
      case Focus.OneNorm(int vector) -> Optional.of(new CosineElement.OfNorm(vector));
      case Focus.OneNormalised(int vector) -> Optional.of(new CosineElement.OfNumber(vector, 0));
      case Focus.Scored _ -> Optional.of(new CosineElement.OfSimilarity(0));
      case Focus.OneScored(int document) -> Optional.of(new CosineElement.OfSimilarity(document));
      case Focus.OneTerm(int document, int term) ->
          Optional.of(new CosineElement.OfTerm(document, term));
      case Focus.Inserted(int document, _) -> Optional.of(new CosineElement.OfSimilarity(document));
      case Focus.Compared(int document, _, _) ->
          Optional.of(new CosineElement.OfSimilarity(document));
      case Focus.Offered offered -> Optional.of(new CosineElement.OfSimilarity(offered.document()));
      case Focus.HeapChanged changed -> Optional.of(new CosineElement.OfHeapPlace(changed.place()));
      case Focus.Popped(int document, _) -> Optional.of(new CosineElement.OfSimilarity(document));
      case Focus.Selected _, Focus.Found _ ->
          Optional.of(new CosineElement.OfSimilarity(frame.search().ranking()[0]));
    };
  }

  @Override
  public Optional<Explanation> explain(Step<CosineFrame> step, Element element) {
    return new CosineExplainer(step.frame()).explain(element);
  }

  @Override
  public List<PinKind> pinKinds() {
    return List.of(PinKind.of("document", OfDocument.class, OfDocument::document, OfDocument::new));
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
