package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.LectureWriter;
import dev.stepwise.lecture.Stop;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Bookmark;
import dev.stepwise.testing.OneAtATime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OneAtATime
class UnsavedLectureTest {
  @TempDir private Path folder;
  private Path file;
  private TestWindow app;

  @BeforeEach
  void open() throws TimeoutException, IOException {
    var exercise = new KMeansExercise();
    var scenario = Presets.of(exercise.id()).getFirst().scenario(exercise);
    var first = Stop.at(Bookmark.at(scenario, Position.START));
    var lecture = new Lecture("A talk", List.of(first.titled("One").taking(2)));
    file = folder.resolve("talk.stepwise");
    LectureWriter.write(lecture, file);
    app = TestWindow.show(900, 700, TestWindow.still(now -> now));
    app.run(() -> app.window.open(lecture, Optional.of(file)));
    app.waitUntil(() -> app.window.isSettled());
    app.run(() -> app.find("#lecture-notes", ToggleButton.class).fire());
    app.run(() -> app.find("#stop-copy", Button.class).fire());
  }

  @AfterEach
  void close() {
    app.close();
    assertThat(app.failures).isEmpty();
  }

  private static Optional<DialogPane> asked() {
    return Window.getWindows().stream()
        .map(window -> window.getScene().getRoot())
        .filter(DialogPane.class::isInstance)
        .map(DialogPane.class::cast)
        .findFirst();
  }

  private void answer(String words) {
    app.waitUntil(() -> asked().isPresent());
    app.run(() -> {
      var pane = asked().orElseThrow();
      var type =
          pane.getButtonTypes().stream()
              .filter(each -> each.getText().equals(words))
              .findFirst()
              .orElseThrow();
      ((Button) pane.lookupButton(type)).fire();
    });
  }

  private void closeWindow() {
    app.run(
        () -> app.stage.fireEvent(new WindowEvent(app.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  @Test
  void closing_asks_and_saves_where_it_was() throws IOException {
    closeWindow();
    assertThat(app.stage.isShowing()).isTrue();
    answer("Save");
    app.waitUntil(() -> !app.stage.isShowing());
    assertThat(Files.readString(file).split("\"scenario\"", -1)).hasSize(3);
  }

  @Test
  void a_file_that_somebody_else_changed_is_not_replaced_unasked() throws IOException {
    Files.writeString(file, "theirs");
    app.run(() -> app.find("#lecture-save", Button.class).fire());
    app.waitUntil(() -> asked().isPresent());
    assertThat(file).hasContent("theirs");
    answer("Replace it");
    app.waitUntil(() -> Files.readString(file).contains("A talk"));
  }

  @Test
  void what_was_undone_to_is_saved_and_is_not_asked_about() {
    app.run(() -> app.window.perform(Command.UNDO));
    closeWindow();
    app.waitUntil(() -> !app.stage.isShowing());
  }

  @Test
  void what_is_being_typed_when_the_window_is_closed_is_asked_about() {
    app.run(() -> app.window.perform(Command.UNDO));
    app.run(() -> {
      app.find("#stop-notes").requestFocus();
      app.find("#stop-notes", TextArea.class).setText("typed last");
    });
    closeWindow();
    assertThat(app.stage.isShowing()).isTrue();
    answer("Save");
    app.waitUntil(() -> Files.readString(file).contains("typed last"));
  }
}
