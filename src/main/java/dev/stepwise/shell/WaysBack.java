package dev.stepwise.shell;

import dev.stepwise.session.Offer;
import dev.stepwise.session.Shelf;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The ways back from where a link of a lesson led: to the lesson where it gave way, and to the run
/// where another one took its place.
final class WaysBack {
  private final Shelf<?, ?> shelf;
  private final Runnable changed;
  private final Button toLesson;
  private final Button toRun =
      Controls.button(
          "back-to-run", "", Feather.CORNER_UP_LEFT, "the run that was open", this::restore);
  private final HBox note = new HBox(8);
  private Optional<Shelf.WayBack> run = Optional.empty();

  /// The title of the run to which a link leads.
  private String led = "";

  /// @param lesson goes back to the lesson
  /// @param changed told of another way back to a run, or of none
  WaysBack(Shelf<?, ?> shelf, Runnable lesson, Runnable changed) {
    this.shelf = shelf;
    this.changed = changed;
    toLesson =
        Controls.button(
            "back-to-lesson",
            "Back to the lesson",
            Feather.ARROW_LEFT,
            "to where you read, and to the run that was open (U)",
            () -> {
              lesson.run();
              restore();
            });
    note.getStyleClass().add("back-note");
  }

  /// Before a link opens a run in the place of the one that is open: of several links that are
  /// followed one after the other the first one counts.
  void leadTo(String title) {
    if (run.isEmpty()) {
      run = shelf.wayBack().filter(open -> !open.title().equals(title));
    }
    led = title;
  }

  /// Another run than the one to which a link led makes the way back void.
  ///
  /// @return whether it did
  boolean isLost(Offer opened) {
    boolean lost = !opened.title().equals(led);
    if (lost) {
      led = "";
      run = Optional.empty();
    }
    return lost;
  }

  private void restore() {
    var way = run;
    run = Optional.empty();
    changed.run();
    way.ifPresent(open -> {
      led = open.title();
      open.go().run();
    });
  }

  /// Puts the keyboard on the way back to the lesson.
  void requestFocus() {
    toLesson.requestFocus();
  }

  /// What is shown of them over the stage.
  ///
  /// @param toLessonToo whether the lesson is out of sight because of a link
  Optional<Node> shown(boolean toLessonToo) {
    note.getChildren().clear();
    if (toLessonToo) {
      note.getChildren().add(toLesson);
    } else {
      run.ifPresent(way -> {
        toRun.setText("Back to “%s”".formatted(way.title()));
        toRun.setAccessibleText(toRun.getText());
        note.getChildren().add(toRun);
      });
    }
    return note.getChildren().isEmpty() ? Optional.empty() : Optional.of(note);
  }
}
