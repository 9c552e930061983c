package dev.stepwise.view.lstm;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.compute.lstm.LstmProblem;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.QuestionSource;
import dev.stepwise.quiz.lstm.LstmQuestions;
import dev.stepwise.view.Card;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Lab;
import dev.stepwise.view.PinKind;
import dev.stepwise.view.StageOption;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.lstm.lab.LstmExperiments;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// The LSTM cell on the screen.
public final class LstmView implements ExerciseView<LstmProblem, LstmFrame> {
  private static final Card CARD =
      new Card(
          3,
          "lstm",
          "LSTM cell",
          "LSTM cell",
          Feather.ACTIVITY,
          "How a gate keeps one bit for 40 steps where a plain RNN forgets it.",
          35);

  private final LstmExercise exercise = new LstmExercise();

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Exercise<LstmProblem, LstmFrame> exercise() {
    return exercise;
  }

  @Override
  public StagePainter<LstmFrame> painter() {
    return new LstmPainter();
  }

  @Override
  public Optional<Ref> address(Step<LstmFrame> step, Element element) {
    return element instanceof LstmElement number
        ? new LstmNumbers(step.frame()).address(number)
        : Optional.empty();
  }

  @Override
  public Element drawn(Step<LstmFrame> step, Ref ref) {
    return new LstmNumbers(step.frame()).drawn(ref);
  }

  /// {@inheritDoc}
  ///
  /// Where all numbers of its time step stand, which may be an earlier one.
  @Override
  public Optional<Explanation> explain(Step<LstmFrame> step, Element element) {
    return element instanceof LstmElement number
        ? new LstmNumbers(step.frame()).standing(number).flatMap(this::explain)
        : Optional.empty();
  }

  private Optional<Explanation> explain(LstmNumbers.Standing number) {
    var there = new LstmNumbers(number.frame());
    return exercise
        .why(number.frame(), number.ref())
        .map(derivation -> Explanation.of(derivation, there::drawn));
  }

  @Override
  public List<PinKind> pinKinds() {
    return List.of(
        PinKind.of(
            "unit", LstmElement.OfUnit.class, LstmElement.OfUnit::unit, LstmElement.OfUnit::new));
  }

  @Override
  public Optional<Position> leadsTo(Step<LstmFrame> step, Element element) {
    return element instanceof LstmElement.OfTime(int t)
            && t >= 0
            && t < step.frame().problem().x().length
            && t != step.frame().time().t()
        ? Optional.of(Position.top(t))
        : Optional.empty();
  }

  @Override
  public boolean jumps(Element element) {
    return element instanceof LstmElement.OfTime;
  }

  @Override
  public List<StageOption> options() {
    return List.of(LstmLayout.VIEW);
  }

  @Override
  public DataSource<LstmProblem> data() {
    return new LstmData();
  }

  @Override
  public QuestionSource<LstmFrame> questions() {
    return new LstmQuestions();
  }

  @Override
  public Optional<Lab<LstmProblem>> lab() {
    return Optional.of(new LstmExperiments());
  }
}
