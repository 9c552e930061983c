package dev.stepwise.shell;

import dev.stepwise.platform.DefectCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Tells of a defect calmly: it is recorded, the details can be copied, and the app goes on.
/// Further defects while the dialog is open are recorded alone.
public final class FailureDialog implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FailureDialog.class.getName());
  private static final ButtonType COPY = new ButtonType("Copy details", ButtonBar.ButtonData.LEFT);
  private static final ButtonType CONTINUE =
      new ButtonType("Continue", ButtonBar.ButtonData.OK_DONE);

  private final Window owner;
  private final Function<Throwable, Optional<Path>> recorder;
  private @Nullable Alert open;

  /// @param owner the window that the dialog belongs to
  /// @param recorder keeps a defect's details and tells in which file; empty where it cannot
  public FailureDialog(Window owner, Function<Throwable, Optional<Path>> recorder) {
    this.owner = owner;
    this.recorder = recorder;
  }

  /// From now on tells of every defect that no other code caught, on any thread.
  public void install() {
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> tell(failure));
    // The JavaFX thread has a handler of its own.
    Platform.runLater(
        () -> Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> tell(failure)));
  }

  /// From now on other code tells of defects; the window is about to close.
  @Override
  public void close() {
    Thread.setDefaultUncaughtExceptionHandler(null);
    Platform.runLater(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
  }

  /// Tells of a defect; on any thread.
  public void tell(Throwable failure) {
    LOG.log(Level.SEVERE, failure, () -> "defect " + DefectCode.of(failure));
    var file = recorder.apply(failure);
    if (Platform.isFxApplicationThread()) {
      show(failure, file);
    } else {
      Platform.runLater(() -> show(failure, file));
    }
  }

  private void show(Throwable failure, Optional<Path> file) {
    if (open != null) {
      return;
    }
    var alert = new Alert(Alert.AlertType.NONE);
    alert.initOwner(owner);
    alert.setTitle("Something went wrong");
    alert.setHeaderText("Something went wrong in Stepwise");
    alert.setContentText(
        "This is a defect of the app, not of your data. Your work is as it was and you can go on. "
            + file.map(log -> "The details are in " + log + "; you can also copy them")
                .orElse("No log could be written; you can copy the details")
            + " for a report. Its code is "
            + DefectCode.of(failure)
            + ".");
    alert.getDialogPane().setId("failure");
    alert.getButtonTypes().setAll(COPY, CONTINUE);
    alert.setOnHidden(_ -> open = null);
    open = alert;
    alert
        .resultProperty()
        .subscribe(chosen -> {
          if (chosen == COPY) {
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, details(failure)));
          }
        });
    alert.show();
  }

  private static String details(Throwable failure) {
    var text = new StringWriter();
    text.write("Stepwise, defect " + DefectCode.of(failure) + System.lineSeparator());
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
