package dev.stepwise.practice;

import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Player;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.Certainty;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionSource;
import dev.stepwise.quiz.Review.Correctness;
import dev.stepwise.quiz.Review.Part;
import dev.stepwise.session.Listeners;
import dev.stepwise.session.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;

/// Practising on the run that is open in a workspace. It keeps the player from going on to a step
/// that answers a question, or that writes numbers which the learner can work out, until they are
/// answered or left out. Whoever shows it listens. Used on the window's thread.
public final class Practice<P, F extends Frame> {
  private static final int KINDS_TO_KNOW = 5;

  private final Workspace<P, F> workspace;
  private final QuestionSource<F> source;
  private final Journal journal;
  private final Listeners<Practice<P, F>> onChange = new Listeners<>();
  private final Examples examples = new Examples();
  private final Hunting<P, F> hunting;
  private Schedule schedule = new Schedule(List.of());
  private volatile Mode mode = Mode.WATCH;
  private volatile boolean mistaken;
  private Task task = new Task.Waiting();
  private Optional<Step<F>> coming = Optional.empty();
  private Score score = Score.NONE;
  private Position standing = Position.START;
  private boolean awaited; // a first question, by who came before the run
  private boolean ended;
  private boolean plays;
  private boolean played; // before the state that is shown now
  private boolean resumes; // once the task is done

  /// How many of the answers since it was begun were right.
  ///
  /// @param row how many of the last ones in a row
  public record Score(int right, int all, int row) {
    static final Score NONE = new Score(0, 0, 0);

    Score plus(Correctness answer) {
      return answer == Correctness.RIGHT
          ? new Score(right + 1, all + 1, row + 1)
          : new Score(right, all + 1, 0);
    }
  }

  /// Practising with a workspace, which is only watched at first.
  ///
  /// @param source what can be asked of its runs
  /// @param random which mistake hides in a run
  public Practice(
      Workspace<P, F> workspace, QuestionSource<F> source, Journal journal, Random random) {
    hunting = new Hunting<>(workspace, random, this::become);
    this.workspace = workspace;
    this.source = source;
    this.journal = journal;
    workspace.onProblem(this::begun);
    workspace.onState(this::moved);
  }

  /// Listens to another mode or task.
  ///
  /// @return ends it
  public Runnable onChange(Consumer<? super Practice<P, F>> listener) {
    return onChange.add(listener);
  }

  /// What the learner does with the run.
  public Mode mode() {
    return mode;
  }

  /// What is before the learner.
  public Task task() {
    return task;
  }

  /// The step whose numbers are before the learner; empty where none are.
  public Optional<Step<F>> coming() {
    return task instanceof Task.AtWork ? coming : Optional.empty();
  }

  /// How the answers of this round went.
  public Score score() {
    return score;
  }

  /// What is remembered of earlier ones too.
  public Journal journal() {
    return journal;
  }

  /// The name in files of the exercise that is practised.
  public String exercise() {
    return workspace.exercise().id();
  }

  /// How examples of a kind follow each other.
  public Fading fading() {
    return examples.fading();
  }

  /// Lets examples of a kind follow each other another way, from the next one on.
  public void setFading(Fading other) {
    examples.setFading(other);
    become(task);
  }

  /// Begins to practise in another way, or leaves off. A question that is open is left out.
  public void setMode(Mode other) {
    if (other == mode) {
      return;
    }
    boolean hunted = mode == Mode.HUNT;
    mode = other;
    score = Score.NONE;
    renew();
    become(new Task.Waiting());
    if (hunted) {
      hunting.end();
    }
    if (other == Mode.HUNT) {
      hunting.hide();
    }
  }

  /// Another run: what was asked of the one before is forgotten.
  private void begun(P problem) {
    renew();
    mistaken = !Mistakes.in(workspace.exercise().given(problem)).equals(Mistakes.NONE);
    if (mode == Mode.HUNT) {
      hunting.begin(problem);
      return;
    }
    workspace.player().ifPresent(player -> player.setGate(this::before));
    become(new Task.Waiting());
  }

  /// Notes the number that the learner points at.
  public void point(Ref ref) {
    if (task instanceof Task.Hunting) {
      become(new Task.Hunting(Optional.of(ref), Optional.empty()));
    }
  }

  /// Says that the number pointed at is the first false one; where it is, the question follows what
  /// is wrong.
  public void accuse() {
    if (task instanceof Task.Hunting(var pointed, _)) {
      pointed.ifPresent(hunting::accuse);
    }
  }

  private void renew() {
    var progress = journal.review().of(exercise());
    schedule = new Schedule(progress.due(journal.today()));
    examples.begin();
    resumes = false;
  }

  /// A question is over once the run stands elsewhere.
  private void moved(PlayerState<F> state) {
    if (state.atEnd() && mode == Mode.WATCH) {
      journal.reached(exercise(), Part.WATCH, 1);
    }
    played = plays;
    plays = state.playing();
    if (awaited) {
      askFromTheStart();
      return;
    }
    boolean elsewhere = !state.position().equals(standing);
    standing = state.position();
    boolean over =
        switch (task) {
          case Task.Asked _ -> elsewhere;
          case Task.Exhausted _ -> elsewhere && mode != Mode.HUNT;
          case Task.Hunting(var pointed, _) -> elsewhere && pointed.isPresent();
          case Task.Answered(var question, _, _, _) ->
              !state.position().toString().equals(question.path());
          case Task.AtWork(var sheet) -> elsewhere && !state.position().equals(sheet.at());
          case Task.Waiting _ -> false;
        };
    boolean turned = ended != state.atEnd();
    ended = state.atEnd();
    if (over) {
      become(idle());
    } else if (turned && mode != Mode.WATCH && task instanceof Task.Waiting) {
      become(task); // at the end there is something else to say
    }
  }

  private Task idle() {
    return mode == Mode.HUNT
        ? new Task.Hunting(Optional.empty(), Optional.empty())
        : new Task.Waiting();
  }

  /// The gate: asked on the worker.
  private Optional<Runnable> before(Position at, Step<F> step) {
    return switch (mode) {
      case WATCH, HUNT -> Optional.empty();
      case PREDICT -> schedule.next(choices(at, step)).map(question -> () -> ask(question, step));
      case BY_HAND ->
          examples.before(workspace.exercise(), at, step).map(sheet -> () -> work(sheet, step));
    };
  }

  /// The questions that a step answers; none of a run with a mistake, whose answers would be false.
  private List<Question> choices(Position at, Step<F> step) {
    return mistaken
        ? List.of()
        : source.before(at.toString(), step).stream()
            .filter(question -> question.answer() instanceof Question.Answer.Choice)
            .toList();
  }

  private void ask(Question question, Step<F> step) {
    if (question.answer() instanceof Question.Answer.Choice choice
        && mode == Mode.PREDICT
        && !(task instanceof Task.Asked)) {
      schedule.put(question);
      resumes = played;
      become(new Task.Asked(question, step.crumb(), choice, OptionalInt.empty()));
    }
  }

  private void work(Worksheet sheet, Step<F> step) {
    if (mode == Mode.BY_HAND) {
      examples.put(sheet);
      resumes = played;
      coming = Optional.of(step);
      become(new Task.AtWork(sheet));
    }
  }

  /// Whether no step follows.
  public boolean isAtEnd() {
    return workspace.state().filter(PlayerState::atEnd).isPresent();
  }

  /// Asks the next question that the run holds from here on, at the depth at which it is walked; at
  /// the end, from the start on.
  public void askNext() {
    if (mode == Mode.PREDICT) {
      if (isAtEnd()) {
        player().ifPresent(Player::toStart);
      }
      player()
          .ifPresent(player ->
              player.seek(
                  (at, step) ->
                      schedule.any(choices(at, step)).map(question -> () -> ask(question, step)),
                  () -> become(new Task.Exhausted())));
    }
  }

  /// Goes to the start, as soon as there is a run, and asks the first question from there on.
  public void askFromTheStart() {
    awaited = workspace.player().isEmpty();
    if (!awaited) {
      player().ifPresent(Player::toStart);
      askNext();
    }
  }

  /// Chooses an answer, from 0; what was chosen before is let go.
  public void pick(int option) {
    if (task instanceof Task.Asked(var question, var where, var answer, _)
        && option >= 0
        && option < answer.options().size()) {
      become(new Task.Asked(question, where, answer, OptionalInt.of(option)));
    }
  }

  /// Gives the chosen answer; nothing happens where none is chosen yet.
  public void answer(Certainty certainty) {
    if (task instanceof Task.Asked(var question, _, var answer, var pick) && pick.isPresent()) {
      var given = new Task.Answered(question, answer, pick.getAsInt(), certainty);
      var correctness = given.isRight() ? Correctness.RIGHT : Correctness.WRONG;
      schedule.answered(given);
      score = score.plus(correctness);
      journal.answered(exercise(), question.kind(), certainty, correctness);
      journal.reached(exercise(), Part.PREDICT, share(question.kind()));
      become(given);
      player().ifPresent(Player::proceed);
    }
  }

  /// The share of the kinds that one should know that were right last time.
  private double share(String kind) {
    var kinds = journal.review().of(exercise()).kinds();
    boolean numbers = kind.startsWith(Examples.KIND);
    long known =
        kinds.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(Examples.KIND) == numbers)
            .filter(entry -> entry.getValue().wasRight())
            .count();
    return Math.min(1, (double) known / KINDS_TO_KNOW);
  }

  /// Goes on without an answer, or after one.
  public void goOn() {
    if (mode == Mode.HUNT) {
      if (task instanceof Task.Answered) {
        setMode(Mode.WATCH); // mended
      } else {
        become(idle());
      }
      return;
    }
    boolean kept =
        switch (task) {
          case Task.Asked _ -> true;
          case Task.AtWork(var sheet) -> !standing.equals(sheet.at());
          case Task.Answered _, Task.Waiting _, Task.Exhausted _, Task.Hunting _ -> false;
        };
    if (task instanceof Task.AtWork(var sheet) && sheet.yours() == 0) {
      examples.done(sheet);
    }
    become(new Task.Waiting());
    player()
        .ifPresent(player -> {
          if (!kept && isAtEnd()) {
            player.toStart();
          } else if (kept) {
            player.proceed();
          } else if (resumes) {
            player.play();
          } else {
            player.over();
          }
        });
    resumes = false;
  }

  /// Checks an answer to a number of the sheet.
  public void check(int line, String answer) {
    if (task instanceof Task.AtWork(var sheet)
        && sheet.lines().get(line).state() == Worksheet.State.OPEN) {
      proceed(sheet.checked(line, answer), line);
    }
  }

  /// Gives one hint more to a number of the sheet; the third one is the number itself.
  public void hint(int line) {
    if (task instanceof Task.AtWork(var sheet)
        && sheet.lines().get(line).state() == Worksheet.State.OPEN) {
      proceed(sheet.hinted(line), line);
    }
  }

  private void proceed(Worksheet sheet, int line) {
    var changed = sheet.lines().get(line);
    if (changed.state() != Worksheet.State.OPEN) {
      var correctness = changed.isRightAtOnce() ? Correctness.RIGHT : Correctness.WRONG;
      var kind = Examples.KIND + changed.blank().ref().variable();
      score = score.plus(correctness);
      journal.answered(exercise(), kind, Certainty.FAIRLY, correctness);
      journal.reached(exercise(), Part.BY_HAND, share(kind));
    }
    become(new Task.AtWork(sheet));
    if (sheet.isDone()) {
      examples.done(sheet);
      player().ifPresent(Player::proceed);
    }
  }

  private Optional<Player<F>> player() {
    return workspace.player();
  }

  private void become(Task next) {
    task = next;
    onChange.tell(this);
  }
}
