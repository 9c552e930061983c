package dev.stepwise.shell;

import dev.stepwise.lesson.Target;
import dev.stepwise.shell.learning.LearnPane;
import dev.stepwise.shell.learning.Library;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The ways to lessons, and from them to runs.
///
/// @param library the lessons of all exercises
/// @param opening opens the screen of an exercise
/// @param alone the screen that is open, without a comparison of an exercise
/// @param interview opens the page of interviews
record LessonWays(
    Library library,
    Function<String, Optional<ExerciseScreen<?, ?>>> opening,
    Function<String, Optional<ExerciseScreen<?, ?>>> alone,
    Supplier<InterviewPage> interview) {

  /// Opens the lesson of an exercise alone.
  void open(String id, Consumer<LearnPane> then) {
    opening.apply(id).ifPresent(screen -> then.accept(screen.learning().openAlone()));
  }

  /// A place in the lesson of another exercise, or in the advice on interviews, is to be read.
  void read(LearnPane.Find find) {
    if (find.hit().exerciseId().equals(Library.INTERVIEW)) {
      interview.get().reveal(find.hit().passage(), find.text());
      return;
    }
    open(find.hit().exerciseId(), pane -> pane.reveal(find.hit().passage(), find.text()));
  }

  /// A link to an exercise, met elsewhere, was followed.
  void followFrom(String id, Target target) {
    opening.apply(id).ifPresent(_ -> follow(id, target));
  }

  /// A link in the lesson of an exercise was followed.
  void follow(String exerciseId, Target target) {
    if (target instanceof Target.Exercise(var id)) {
      var title = library.titles().getOrDefault(exerciseId, exerciseId);
      opening
          .apply(id)
          .ifPresent(screen -> {
            screen.learning().openAlone();
            screen.learning().cameFrom(title, () -> open(exerciseId, _ -> {}));
          });
      return;
    }
    alone.apply(exerciseId).ifPresent(screen -> screen.learning().follow(target));
  }
}
