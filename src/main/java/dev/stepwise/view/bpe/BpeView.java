package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.compute.bpe.Merge;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Position;
import dev.stepwise.view.Card;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Lab;
import dev.stepwise.view.StageOption;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.bpe.lab.BpeExperiments;
import dev.stepwise.view.marks.Element;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// BPE on the screen.
public final class BpeView implements ExerciseView<BpeProblem, BpeFrame> {
  private static final Card CARD =
      new Card(
          6,
          "bpe",
          "BPE tokenizer",
          "BPE tokenizer",
          Feather.SCISSORS,
          "How “lowest” becomes low and est, and who decides when two pairs tie.",
          25);

  private final BpeExercise exercise = new BpeExercise();

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Exercise<BpeProblem, BpeFrame> exercise() {
    return exercise;
  }

  @Override
  public StagePainter<BpeFrame> painter() {
    return new BpePainter();
  }

  @Override
  public Optional<Element> first(Step<BpeFrame> step) {
    var frame = step.frame();
    return switch (frame.focus()) {
      case Focus.Split _ -> Optional.of(new BpeElement.OfToken(0, 0));
      case Focus.Merged(var merge) -> written(frame, merge);
      case Focus.Replaced(var merge) -> written(frame, merge);
      case Focus.Encoded(var encodings) when encodings.isEmpty() -> Optional.empty();
      case Focus.Encoded _ -> Optional.of(new BpeElement.OfEncoded(0, 0));
      case Focus.WordSplit(int word) -> Optional.of(new BpeElement.OfToken(word, 0));
      case Focus.Counted(var merge) -> Optional.of(new BpeElement.OfPair(merge.pair()));
      case Focus.WordCounted counted -> Optional.of(new BpeElement.OfGain(counted.word()));
      case Focus.Chosen(var merge) -> Optional.of(new BpeElement.OfPair(merge.pair()));
      case Focus.WordReplaced(var merge, int word) -> Optional.of(written(frame, merge, word));
      case Focus.WordEncoded(int index, _) -> Optional.of(new BpeElement.OfEncoded(index, 0));
      case Focus.Applied(int index, _, int stages) ->
          Optional.of(new BpeElement.OfStage(index, stages));
      case Focus.Numbered(int index, _) -> Optional.of(new BpeElement.OfEncoded(index, 0));
    };
  }

  /// The first token that a merge made.
  private static Optional<Element> written(BpeFrame frame, Merge merge) {
    return frame.training().changedWords(merge.rank()).stream()
        .findFirst()
        .map(word -> written(frame, merge, word));
  }

  private static Element written(BpeFrame frame, Merge merge, int word) {
    return new BpeElement.OfToken(word, Math.max(0, frame.symbols(word).indexOf(merge.symbol())));
  }

  @Override
  public Optional<Explanation> explain(Step<BpeFrame> step, Element element) {
    return new BpeExplainer(step.frame()).explain(element);
  }

  @Override
  public Optional<Position> leadsTo(Step<BpeFrame> step, Element element) {
    return switch (element) {
      case BpeElement.OfMerge(int rank) when !isAt(step, rank) ->
          Optional.of(Position.top(rank + 1));
      case BpeElement.OfSize(int merges) when merges != step.frame().applied() ->
          Optional.of(Position.top(merges));
      default -> Optional.empty();
    };
  }

  private static boolean isAt(Step<BpeFrame> step, int rank) {
    return step.frame().merge().filter(merge -> merge.rank() == rank).isPresent();
  }

  @Override
  public boolean jumps(Element element) {
    return element instanceof BpeElement.OfMerge;
  }

  @Override
  public DataSource<BpeProblem> data() {
    return new BpeData(exercise);
  }

  @Override
  public Optional<Lab<BpeProblem>> lab() {
    return Optional.of(new BpeExperiments());
  }

  @Override
  public List<StageOption> options() {
    return List.of(CurvePainter.CURVE);
  }
}
