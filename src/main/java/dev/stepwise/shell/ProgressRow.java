package dev.stepwise.shell;

import dev.stepwise.practice.Journal;
import dev.stepwise.quiz.ReviewFile;
import dev.stepwise.shell.sharing.FilePicker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with what is remembered of answers: save a copy, forget it.
///
/// @param host tells what was done
record ProgressRow(Journal journal, FilePicker picker, ScreenHost host) {
  private static final FilePicker.Kind JSON = new FilePicker.Kind("Progress (JSON)", ".json");

  Node node() {
    return new HBox(
        8,
        Controls.button(
            "export-progress",
            "Export…",
            Feather.DOWNLOAD,
            "save a copy of what is remembered",
            this::export),
        Controls.button(
            "reset-progress", "Reset…", Feather.TRASH_2, "forget all answers", this::reset));
  }

  private void export() {
    picker
        .file(host.window(), "Export your progress", "stepwise-progress.json", List.of(JSON))
        .ifPresent(this::save);
  }

  private void save(Path file) {
    try {
      new ReviewFile(file).save(journal.review());
      host.announce("Saved " + file.getFileName());
    } catch (IOException reason) {
      host.announce("Not saved: " + reason.getMessage());
    }
  }

  private void reset() {
    var sure =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "All answers and progress are forgotten. This can't be undone; export them first to"
                + " keep a copy.",
            ButtonType.CANCEL,
            ButtonType.OK);
    sure.initOwner(host.window());
    sure.setHeaderText("Forget your progress?");
    sure.showAndWait()
        .filter(ButtonType.OK::equals)
        .ifPresent(_ -> {
          journal.reset();
          host.announce("Your progress is forgotten");
        });
  }
}
