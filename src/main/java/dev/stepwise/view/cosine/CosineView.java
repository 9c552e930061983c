package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.cosine.ScoreFocus;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.quiz.QuestionSource;
import dev.stepwise.quiz.cosine.CosineQuestions;
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
  public Element drawn(Step<CosineFrame> step, Ref ref) {
    var frame = step.frame();
    int query = frame.queryNumber();
    return switch (ref.variable()) {
      case "D", "U" -> new CosineElement.OfNumber(ref.index(0), ref.index(1));
      case "D[i]", "U[i]" -> new CosineElement.OfNumber(frame.document(), ref.index(0));
      case "q", "u" -> new CosineElement.OfNumber(query, ref.index(0));
      case "norms" -> new CosineElement.OfNorm(ref.index(0));
      case "norms[i]" -> new CosineElement.OfNorm(frame.document());
      case "q_norm" -> new CosineElement.OfNorm(query);
      case "scores" -> new CosineElement.OfSimilarity(ref.index(0));
      case "scores[i]" ->
          frame.focus() instanceof ScoreFocus.OneTerm(int document, int term)
              ? new CosineElement.OfTerm(document, term)
              : new CosineElement.OfSimilarity(frame.document());
      case "score" -> new CosineElement.OfSimilarity(frame.document());
      case "ranking", "ranking[:k]" -> new OfDocument(frame.standing().order()[ref.index(0)]);
      case "heap" -> new CosineElement.OfHeapPlace(ref.index(0));
      case "a", "A", "idf", "V" -> TextNumbers.drawn(frame, ref);
      case "sigma" -> new CosineElement.OfComponent(ref.index(0));
      default -> new NumberElement(ref);
    };
  }

  @Override
  public Optional<Explanation> explain(Step<CosineFrame> step, Element element) {
    return element instanceof CosineElement asked
        ? new CosineExplainer(step.frame(), ref -> drawn(step, ref)).explain(asked)
        : ExerciseView.super.explain(step, element);
  }

  /// {@inheritDoc}
  ///
  /// Steps that wrote no number begin with the document that they look at, or with a word.
  @Override
  public Optional<Element> first(Step<CosineFrame> step) {
    var frame = step.frame();
    int document = frame.document();
    return TextNumbers.firstWord(frame)
        .or(() -> ExerciseView.super.first(step))
        .or(() ->
            document < 0
                ? Optional.empty()
                : Optional.of(new CosineElement.OfSimilarity(document)));
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
  public QuestionSource<CosineFrame> questions() {
    return new CosineQuestions();
  }

  @Override
  public Optional<Lab<CosineProblem>> lab() {
    return Optional.of(new CosineExperiments());
  }
}
