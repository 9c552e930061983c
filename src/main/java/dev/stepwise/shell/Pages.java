package dev.stepwise.shell;

import dev.stepwise.lesson.Part;
import dev.stepwise.lesson.Target;
import dev.stepwise.session.Workers;
import dev.stepwise.shell.learning.Library;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Makes the pages that are no exercise's.
record Pages(AppWindow.Setup setup, Appearance appearance, Library library, ScreenHost host) {

  /// The page with all exercises.
  ///
  /// @param lectures lectures to be opened
  /// @param review told of which exercise what is due is to be asked
  HomePage home(
      Places places,
      Workers workers,
      LectureCard lectures,
      Consumer<String> open,
      Consumer<String> review,
      Runnable interview) {
    return new HomePage(
        setup.registry(),
        places,
        setup.journal(),
        appearance.look().get(),
        setup.formulas(),
        workers,
        setup.remark(),
        lectures,
        card -> open.accept(card.id()),
        review,
        interview);
  }

  /// The mock interviews.
  ///
  /// @param open told which exercise is wanted
  /// @param follow told which link of which lesson was followed
  InterviewPage interview(Consumer<String> open, BiConsumer<String, Target> follow) {
    var ways = new InterviewPage.Ways(open, follow, host::announce, host::tell);
    return new InterviewPage(setup, library, appearance.look(), ways);
  }

  /// All lessons.
  ///
  /// @param open told which section of which lesson was chosen
  LibraryPage library(BiConsumer<String, Part> open) {
    return new LibraryPage(library, open, host.lessons()::read);
  }

  /// The settings.
  SettingsPage settings() {
    return new SettingsPage(
        setup.settings(),
        new ProgressRow(setup.journal(), setup.picker(), host),
        new PythonRow(setup.settings(), setup.checks(), setup.picker(), host),
        new LogRow(setup.log(), host));
  }
}
