package dev.stepwise.practice;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.Question;
import dev.stepwise.session.Workspace;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;

/// The hunt for a mistake in the run that is open in a workspace.
final class Hunting<P, F extends Frame> {
  private final Workspace<P, F> workspace;
  private final Random random;
  private final Consumer<Task> become;
  private Optional<Hunt<P, F>> hunt = Optional.empty();

  /// @param random which mistake hides
  /// @param become told what is before the learner
  Hunting(Workspace<P, F> workspace, Random random, Consumer<Task> become) {
    this.workspace = workspace;
    this.random = random;
    this.become = become;
  }

  /// Hides a mistake in the run.
  void hide() {
    hunt = Optional.empty();
    workspace.change(problem -> Hunt.hidden(workspace.exercise(), problem, random));
  }

  /// A problem was opened: with the mistake that was hidden, or another one, in which one is hidden
  /// too. One that can make none ends the hunt.
  void begin(P problem) {
    boolean another = hunt.isPresent();
    hunt = Hunt.in(workspace.exercise(), problem);
    if (hunt.isPresent()) {
      become.accept(new Task.Hunting(Optional.empty(), Optional.empty()));
    } else if (another) {
      hide();
    } else {
      become.accept(new Task.Exhausted());
    }
  }

  /// Mends the run.
  void end() {
    if (hunt.isPresent()) {
      workspace.change(problem -> Hunt.mended(workspace.exercise(), problem));
    }
    hunt = Optional.empty();
  }

  /// Judges the number that is said to be the first false one.
  void accuse(Ref ref) {
    var state = workspace.state();
    if (hunt.isEmpty() || state.isEmpty()) {
      return;
    }
    var at = state.get().position();
    var step = state.get().step();
    var hunted = hunt.get();
    workspace.ask(
        () -> judged(hunted, at, step, ref),
        task -> {
          if (workspace.state().filter(now -> now.position().equals(at)).isPresent()) {
            become.accept(task);
          }
        });
  }

  /// What comes of it; computes the right run up to the step.
  private static <P, F extends Frame> Task judged(
      Hunt<P, F> hunt, Position at, Step<F> step, Ref ref) {
    var finding = hunt.judge(at, step, ref);
    if (finding != Finding.FIRST) {
      return new Task.Hunting(Optional.of(ref), Optional.of(finding));
    }
    var question = hunt.question(at, step, ref);
    return question.answer() instanceof Question.Answer.Choice choice
        ? new Task.Asked(question, step.crumb(), choice, OptionalInt.empty())
        : new Task.Hunting(Optional.of(ref), Optional.of(finding));
  }
}
