package dev.stepwise.shell.practising;

import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Candidate;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Look;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lesson.Misconceptions;
import dev.stepwise.practice.Journal;
import dev.stepwise.practice.Mode;
import dev.stepwise.practice.Practice;
import dev.stepwise.practice.Task;
import dev.stepwise.quiz.Certainty;
import dev.stepwise.quiz.Question;
import dev.stepwise.session.Workspace;
import dev.stepwise.view.Handwork;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.QuestionMarks;
import dev.stepwise.view.StageNode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Practising on one exercise's screen: it lets the band, the tabs and the marks on the stage
/// follow the [Practice].
public final class Practising<P, F extends Frame> {

  /// A tab that the panel shows while something is practised.
  public record Tab(String id, String title, Region content) {}

  private final Practice<P, F> practice;
  private final StageNode<P, F> stage;
  private final VBox stageWithBand;
  private final PracticeBand band;
  private final QuestionsPane questions;
  private final HandPane hand;

  /// Practising with a stage that shows what is open in a workspace.
  public Practising(
      Workspace<P, F> workspace,
      StageNode<P, F> stage,
      Journal journal,
      Formulas formulas,
      ObservableValue<Look> look) {
    this.stage = stage;
    var view = stage.model().view();
    practice = new Practice<>(workspace, view.questions(), journal, new Random());
    band = new PracticeBand(actions());
    questions =
        new QuestionsPane(
            Misconceptions.of(view.exercise().id()),
            view.questions().kinds(),
            formulas,
            view.rowCategory(),
            look);
    hand = new HandPane(practice, formulas, look, this::light, this::work, stage::requestFocus);
    VBox.setVgrow(stage, Priority.ALWAYS);
    stageWithBand = new VBox(band, stage);
    // Not within the layout that changed the height: nodes styled there would miss their place.
    stageWithBand
        .heightProperty()
        .subscribe(height -> Platform.runLater(() -> band.fit(height.doubleValue())));
    stage.setOnCandidate(key -> practice.pick(Integer.parseInt(key) - 1));
    stage.setOnSlot(hand::choose);
    practice.onChange(_ -> refresh());
    stage.model().onStep(_ -> mark());
    stage.model().onTouch(this::pointed);
    look.subscribe(this::refresh);
  }

  /// Who hunts a mistake points at a number by asking for its reason.
  private void pointed(Interaction interaction) {
    if (practice.task() instanceof Task.Hunting(var before, _)) {
      var model = stage.model();
      interaction
          .picked()
          .flatMap(picked -> model.step().flatMap(step -> address(step, picked)))
          .filter(ref -> !before.equals(Optional.of(ref)))
          .ifPresent(practice::point);
    }
  }

  /// The number behind an element; of an element that stands for several, such as a point, the
  /// first that the step wrote.
  private Optional<Ref> address(Step<F> step, Element element) {
    var view = stage.model().view();
    return view.address(step, element)
        .or(() ->
            step.frame().written().stream()
                .filter(ref -> view.drawn(step, ref).equals(element))
                .findFirst());
  }

  private PracticeBand.Actions actions() {
    return new PracticeBand.Actions() {
      @Override
      public void pick(int option) {
        practice.pick(option);
      }

      @Override
      public void answer(Certainty certainty) {
        practice.answer(certainty);
        stage.requestFocus();
      }

      @Override
      public void goOn() {
        practice.goOn();
        stage.requestFocus();
      }

      @Override
      public void askNext() {
        practice.askNext();
        stage.requestFocus();
      }

      @Override
      public void accuse() {
        practice.accuse();
        stage.requestFocus();
      }

      @Override
      public void leaveOff() {
        toggle(practice.mode());
      }
    };
  }

  /// Keeps the band clear of a panel that lies over the stage while numbers are typed in it.
  ///
  /// @param covered how much of the width it takes, at the right
  public void keepClear(ObservableValue<Number> covered) {
    practice.onChange(_ -> clear(covered.getValue().doubleValue()));
    // Not within the layout that told of it.
    covered.subscribe(taken -> Platform.runLater(() -> clear(taken.doubleValue())));
  }

  private void clear(double taken) {
    boolean typed = practice.mode() == Mode.BY_HAND;
    VBox.setMargin(band, new Insets(0, typed ? taken : 0, 0, 0));
  }

  /// The practice.
  public Practice<P, F> practice() {
    return practice;
  }

  /// The stage, with the band above it while something is practised.
  public Region stage() {
    return stageWithBand;
  }

  /// The tab of what is practised; empty where nothing is.
  public Optional<Tab> tab() {
    return switch (practice.mode()) {
      case WATCH -> Optional.empty();
      case PREDICT, HUNT -> Optional.of(new Tab("questions", "Questions", questions));
      case BY_HAND -> Optional.of(new Tab("by-hand", "By hand", hand));
    };
  }

  /// Begins to practise in a way, or leaves off where it is practised that way. Nothing happens
  /// where there are no mistakes to hunt.
  public void toggle(Mode mode) {
    if (mode == Mode.HUNT && Mistakes.of(stage.model().view().exercise().schema()).isEmpty()) {
      return;
    }
    practice.setMode(practice.mode() == mode ? Mode.WATCH : mode);
    stage.requestFocus();
  }

  /// Predicts from the start, and asks the first question as soon as the run is there.
  public void review() {
    practice.setMode(Mode.PREDICT);
    practice.askFromTheStart();
  }

  /// Does what a key asks for while something is asked; false where it is about something else.
  public boolean takes(KeyEvent event) {
    return AnswerKeys.take(event, practice);
  }

  private void refresh() {
    band.show(practice, PracticeBand.Options.IN_BAND);
    if (practice.mode() != Mode.WATCH) {
      unlight();
    }
    stage.model().look(outlook());
    mark();
    if (practice.mode() == Mode.PREDICT || practice.mode() == Mode.HUNT) {
      questions.show(practice);
      // Where the options are is known once the stage has been painted.
      Platform.runLater(() -> band.show(practice, options()));
    }
    if (practice.mode() == Mode.BY_HAND) {
      hand.show();
    }
    work();
  }

  private Interaction.Outlook outlook() {
    return switch (practice.mode()) {
      case WATCH, HUNT -> Interaction.Outlook.WHOLE_RUN;
      case PREDICT, BY_HAND -> Interaction.Outlook.SO_FAR;
    };
  }

  /// Puts the numbers that are worked out on the stage.
  private void work() {
    stage
        .model()
        .work(
            practice.mode() == Mode.BY_HAND
                ? Optional.of(new Handwork<>(practice.coming(), numbers()))
                : Optional.empty());
  }

  private List<Handwork.Wanted> numbers() {
    if (!(practice.task() instanceof Task.AtWork(var sheet))
        || (sheet.isDone() && sheet.yours() > 0)) {
      return List.of(); // the step has come, with its numbers
    }
    return IntStream.range(0, sheet.lines().size())
        .mapToObj(i -> {
          var line = sheet.lines().get(i);
          return new Handwork.Wanted(line.blank(), hand.slot(i, line));
        })
        .toList();
  }

  /// What decided the last question is not lit while the next one is asked.
  private void unlight() {
    switch (practice.task()) {
      case Task.Asked _, Task.Waiting _, Task.AtWork _ -> stage.model().light(List.of());
      case Task.Answered _, Task.Exhausted _, Task.Hunting _ -> {}
    }
  }

  private PracticeBand.Options options() {
    boolean all =
        practice.task() instanceof Task.Asked(_, _, var answer, _)
            && answer.options().stream()
                .allMatch(option ->
                    option
                        .drawn()
                        .flatMap(stage.model()::drawn)
                        .flatMap(stage.hits()::of)
                        .isPresent());
    return all ? PracticeBand.Options.ON_STAGE : PracticeBand.Options.IN_BAND;
  }

  /// Marks the options and what they are about on the stage, and lights up what decided.
  private void mark() {
    var model = stage.model();
    switch (practice.task()) {
      case Task.Asked(var question, _, _, var pick) ->
          model.offer(
              marks(
                  question,
                  i -> i == pick.orElse(-1) ? Candidate.State.PICKED : Candidate.State.OFFERED));
      case Task.Answered answered -> {
        int right = answered.answer().right();
        var telling = List.of(QuestionMarks.label(right), QuestionMarks.label(answered.pick()));
        model.offer(
            marks(
                    answered.question(),
                    i -> i == right ? Candidate.State.RIGHT : Candidate.State.WRONG)
                .stream()
                .filter(mark -> !mark.isAnswer() || telling.contains(mark.label()))
                .toList());
        model.light(answered.question().refs());
      }
      case Task.AtWork _, Task.Waiting _, Task.Exhausted _, Task.Hunting _ ->
          model.offer(List.of());
    }
  }

  private List<Candidate> marks(Question question, IntFunction<Candidate.State> state) {
    var model = stage.model();
    return model
        .step()
        .map(step -> new QuestionMarks<>(model.view(), step).of(question, state))
        .orElse(List.of());
  }

  private void light(Set<Ref> sources) {
    stage.model().light(sources);
  }
}
