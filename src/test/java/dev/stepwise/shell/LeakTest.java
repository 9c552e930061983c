package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import de.sandec.jmemorybuddy.JMemoryBuddy;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.Stop;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Offer;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.StageNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/// Nothing that was open and is closed stays in memory.
@OneAtATime
class LeakTest {
  /// The window's own parts are the same for all; these differ most in what they keep.
  private static final List<String> SOME = List.of("k-means", "bpe", "lstm");

  private static TestWindow open() throws TimeoutException {
    return TestWindow.show(
        1000, 760, TestWindow.still(UnaryOperator.identity()), TestWindow.everyExercise());
  }

  private static void open(TestWindow window, String exercise) {
    window.run(() -> window.window.open(exercise));
    window.waitUntil(window.window::isSettled);
  }

  private static StageNode<?, ?> stage(TestWindow window) {
    return TestWindow.onFx(() -> window.find("#stage", StageNode.class));
  }

  @Test
  void nothing_of_a_window_stays_once_it_is_closed() {
    JMemoryBuddy.memoryTest(checker -> {
      try {
        var window = open();
        TestWindow.ids()
            .forEach(exercise -> {
              open(window, exercise);
              checker.assertCollectable(stage(window));
            });
        window.run(window.window::openSettings);
        window.run(window.window::openInterview);
        window.run(window.window::goHome);
        checker.assertCollectable(window.window);
        checker.assertCollectable(window.stage);
        checker.assertCollectable(window.root);
        window.close();
      } catch (TimeoutException e) {
        throw new AssertionError(e);
      }
    });
  }

  @Test
  void nothing_of_a_comparison_stays_once_it_is_left() throws TimeoutException {
    var window = open();
    try {
      JMemoryBuddy.memoryTest(checker ->
          SOME.forEach(exercise -> {
            open(window, exercise);
            window.run(() -> compare(window));
            window.waitUntil(() -> window.find("#differs-in") != null);
            window.waitUntil(window.window::isSettled);
            checker.assertCollectable(stage(window));
            checker.assertCollectable(stage(window).model());
            window.run(() -> window.window.perform(Command.COMPARE));
            window.waitUntil(window.window::isSettled);
            assertThat(window.find("#differs-in")).isNull();
          }));
    } finally {
      window.close();
    }
  }

  /// The headless screen shows no menus; their items do the same.
  private static void compare(TestWindow window) {
    window.find("#compare", MenuButton.class).getItems().stream()
        .flatMap(item -> item instanceof Menu menu ? menu.getItems().stream() : null)
        .findFirst()
        .orElseThrow()
        .fire();
  }

  @Test
  void nothing_of_a_run_stays_once_another_preset_is_open() throws TimeoutException {
    var window = open();
    try {
      JMemoryBuddy.memoryTest(checker ->
          SOME.forEach(exercise -> {
            open(window, exercise);
            window.run(() -> window.window.perform(Command.INTO));
            window.waitUntil(window.window::isSettled);
            checker.assertCollectable(stage(window).model().step().orElseThrow().frame());
            @SuppressWarnings("unchecked")
            ComboBox<Offer> box = window.find("#presets", ComboBox.class);
            window.run(() -> box.setValue(box.getItems().getLast()));
            window.waitUntil(window.window::isSettled);
            window.run(() -> window.window.perform(Command.OVER));
            window.waitUntil(window.window::isSettled);
          }));
    } finally {
      window.close();
    }
  }

  @Test
  void nothing_of_a_lecture_stays_once_it_is_left() throws TimeoutException {
    var window = open();
    try {
      JMemoryBuddy.memoryTest(checker -> {
        var lecture = lecture();
        checker.assertCollectable(lecture);
        window.run(() -> window.window.open(lecture, Optional.empty()));
        window.waitUntil(window.window::isSettled);
        window.run(() -> window.find("#lecture-notes", ToggleButton.class).fire());
        window.waitUntil(window.window::isSettled);
        window.run(() -> window.find("#lecture-close", Button.class).fire());
      });
    } finally {
      window.close();
    }
  }

  private static Lecture lecture() {
    var exercise = new KMeansExercise();
    var scenario = Presets.of(exercise.id()).getFirst().scenario(exercise);
    var first = Stop.at(Bookmark.at(scenario, Position.START));
    return new Lecture("A talk", List.of(first.titled("One").taking(2), first.titled("Two")));
  }
}
