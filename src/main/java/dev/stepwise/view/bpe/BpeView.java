package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeDerivations;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.compute.bpe.EncodeFocus;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.QuestionSource;
import dev.stepwise.quiz.bpe.BpeQuestions;
import dev.stepwise.view.Card;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Lab;
import dev.stepwise.view.StageOption;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.bpe.lab.BpeExperiments;
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
  public Optional<Ref> address(Step<BpeFrame> step, Element element) {
    var frame = step.frame();
    var ref =
        switch (element) {
          case BpeElement.OfFrequency(int word) -> Optional.of(Ref.of("words.values()", word));
          case BpeElement.OfPair(var pair) -> new BpeDerivations(frame).address(pair);
          case BpeElement.OfSize(int merges) when merges == frame.applied() ->
              Optional.of(Ref.of("length / total"));
          case BpeElement.OfStage(int word, int stage)
              when frame.focus() instanceof EncodeFocus.Applied at
                  && at.index() == word
                  && at.stages() == stage + 1 ->
              Optional.of(Ref.of("rank"));
          case NumberElement(var address) -> Optional.of(address);
          default -> Optional.<Ref>empty();
        };
    return ref.filter(address -> address.in(frame.variables()).isPresent());
  }

  @Override
  public Element drawn(Step<BpeFrame> step, Ref ref) {
    var frame = step.frame();
    var number = new NumberElement(ref);
    return switch (ref.variable()) {
      case "words.values()" -> new BpeElement.OfFrequency(ref.index(0));
      case "n", "frequency" ->
          frame.focus().wordInSight().<Element>map(BpeElement.OfFrequency::new).orElse(number);
      case "len(word)", "len(merged)" ->
          frame
              .focus()
              .wordInSight()
              .<Element>map(word -> new BpeElement.OfToken(word, 0))
              .orElse(number);
      case "counts.values()" -> new BpeElement.OfPair(new BpeDerivations(frame).pair(ref.index(0)));
      case "counts[best]", "pairs.index(best)" ->
          frame.merge().<Element>map(merge -> new BpeElement.OfPair(merge.pair())).orElse(number);
      case "length / total", "len(vocabulary)" -> new BpeElement.OfSize(frame.applied());
      case "rank" ->
          frame.focus() instanceof EncodeFocus.Applied at
              ? new BpeElement.OfStage(at.index(), at.stages() - 1)
              : number;
      default -> number;
    };
  }

  @Override
  public Optional<Explanation> explain(Step<BpeFrame> step, Element element) {
    return element instanceof BpeElement asked
        ? new BpeExplainer(step.frame(), ref -> drawn(step, ref)).explain(asked)
        : ExerciseView.super.explain(step, element);
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
  public QuestionSource<BpeFrame> questions() {
    return new BpeQuestions();
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
