package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.lecture.Freedom;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.Stop;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Bookmark;
import dev.stepwise.testing.OneAtATime;
import java.lang.ref.WeakReference;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The presenter's window on one screen, where it is opened by hand.
@OneAtATime
class PresenterWindowTest {
  private TestWindow app;

  @BeforeEach
  void open() throws TimeoutException {
    app = TestWindow.show(900, 700, TestWindow.still(now -> now));
  }

  @AfterEach
  void close() {
    app.close();
    assertThat(app.failures).isEmpty();
  }

  private static Lecture lecture() {
    var exercise = new KMeansExercise();
    var scenario = Presets.of(exercise.id()).getFirst().scenario(exercise);
    var first = Stop.at(Bookmark.at(scenario, Position.START));
    var second = Stop.at(Bookmark.at(scenario, Position.top(3)));
    return new Lecture(
        "A talk",
        List.of(
            first.titled("Begin").noted("Say hello.").taking(2).ending(Position.top(1)),
            second.titled("End").taking(3).allowing(EnumSet.noneOf(Freedom.class))));
  }

  private static Optional<Stage> presenter() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .filter(stage -> "Stepwise: presenter".equals(stage.getTitle()))
        .findFirst();
  }

  private static Parent root() {
    return presenter().orElseThrow().getScene().getRoot();
  }

  private static String text(String id) {
    return root().lookup(id) instanceof Labeled label ? label.getText() : "";
  }

  private void openLecture() {
    app.run(() -> app.window.open(lecture()));
    app.waitUntil(() -> app.window.isSettled());
  }

  private void press(Command command) {
    app.run(() -> app.window.perform(command));
  }

  @Test
  void both_windows_show_one_run_and_what_comes_next() {
    openLecture();
    press(Command.PRESENTER);
    app.waitUntil(() -> text("#wall-title").equals("Begin"));
    app.waitUntil(() -> text("#wall-step").equals("step 1 of 2"));
    app.waitUntil(() -> root().lookup("#next-picture") instanceof PicturePlace at && at.isDrawn());
    assertThat(app.stage.isFullScreen()).isFalse();
    press(Command.ONWARD);
    app.waitUntil(() -> text("#wall-step").equals("step 2 of 2"));
    app.waitUntil(() -> text("#next-title").equals("End, stop 2"));
    press(Command.ONWARD);
    app.waitUntil(() -> text("#wall-title").equals("End"));
    app.waitUntil(() -> text("#next-title").equals("the end of the lecture"));
    press(Command.BACKWARD);
    app.waitUntil(() -> text("#wall-step").equals("step 2 of 2"));
  }

  private static List<Node> strokes(Parent window) {
    return window.lookup("#draw") instanceof Pane pane ? pane.getChildren() : List.of();
  }

  private void draw(Parent window, double x, double y) {
    app.run(() -> {
      var layer = window.lookup("#draw");
      for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_DRAGGED)) {
        double at = type == MouseEvent.MOUSE_PRESSED ? x : 2 * x;
        Event.fireEvent(
            layer,
            new MouseEvent(
                type,
                at,
                y,
                at,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null));
      }
    });
  }

  @Test
  void what_is_drawn_in_one_window_is_in_the_other_and_is_taken_back_in_both() {
    openLecture();
    press(Command.PRESENTER);
    app.waitUntil(() -> presenter().isPresent() && root().lookup("#mirror") != null);
    press(Command.DRAW);
    draw(root(), 100, 80);
    draw(app.stage.getScene().getRoot(), 50, 60);
    assertThat(strokes(root())).hasSize(2);
    assertThat(strokes(app.stage.getScene().getRoot())).hasSize(2);
    press(Command.UNDO);
    assertThat(strokes(root())).hasSize(1);
    assertThat(strokes(app.stage.getScene().getRoot())).hasSize(1);
  }

  @Test
  void the_room_keeps_its_picture_while_it_is_frozen_and_the_presenter_is_told() {
    openLecture();
    press(Command.PRESENTER);
    app.waitUntil(() -> presenter().isPresent());
    press(Command.FREEZE);
    var frozen = app.stage.getScene().getRoot().lookup("#frozen");
    assertThat(frozen.isVisible()).isTrue();
    assertThat(root().lookup("#wall-sign").isVisible()).isTrue();
    press(Command.ONWARD);
    app.waitUntil(() -> text("#wall-step").equals("step 2 of 2"));
    assertThat(frozen.isVisible()).isTrue();
    press(Command.FREEZE);
    assertThat(frozen.isVisible()).isFalse();
    assertThat(root().lookup("#wall-sign").isVisible()).isFalse();
  }

  @Test
  void leaving_closes_the_presenter_s_window_and_leaves_nothing_of_it() {
    openLecture();
    int listeners = app.ticker.listeners();
    press(Command.PRESENTER);
    app.waitUntil(() -> presenter().isPresent());
    var view = new WeakReference<>(root());
    press(Command.LEAVE);
    app.waitUntil(() -> presenter().isEmpty());
    assertThat(app.ticker.listeners()).isEqualTo(listeners);
    app.run(() -> app.stage.getScene().getRoot().requestFocus());
    app.waitUntil(() -> {
      System.gc();
      return view.get() == null;
    });
  }

  @Test
  void without_a_lecture_the_next_step_is_there_all_the_same() {
    app.openKMeans("", "1");
    press(Command.PRESENTER);
    app.waitUntil(() -> root().lookup("#next-picture") instanceof PicturePlace at && at.isDrawn());
    assertThat(text("#next-title")).isNotEmpty();
    assertThat(text("#wall-step")).startsWith("step 1");
  }

  @Test
  void a_student_steps_and_changes_only_what_the_stop_allows_until_it_is_unlocked() {
    openLecture();
    assertThat(app.find("#lecture-locked").isVisible()).isFalse();
    press(Command.ONWARD);
    press(Command.ONWARD);
    app.waitUntil(() -> app.window.isSettled() && app.find("#lecture-locked").isVisible());
    var before = app.text(".counter");
    press(Command.OVER);
    app.waitUntil(() -> app.window.isSettled());
    assertThat(app.text(".counter")).isEqualTo(before);
    assertThat(app.find("#setting-k").isDisabled()).isTrue();
    app.run(() -> app.find("#lecture-locked", Button.class).fire());
    assertThat(app.find("#setting-k").isDisabled()).isFalse();
    press(Command.OVER);
    app.waitUntil(() -> !app.text(".counter").equals(before));
  }
}
