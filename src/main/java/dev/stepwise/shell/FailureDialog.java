package dev.stepwise.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
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

/// Tells of a defect calmly: it is logged, the details can be copied, and the app goes on. Further
/// defects while the dialog is open are logged alone.
public final class FailureDialog {
  private static final Logger LOG = Logger.getLogger(FailureDialog.class.getName());
  private static final ButtonType COPY = new ButtonType("Copy details", ButtonBar.ButtonData.LEFT);
  private static final ButtonType CONTINUE =
      new ButtonType("Continue", ButtonBar.ButtonData.OK_DONE);

  private final Window owner;
  private @Nullable Alert open;

  /// @param owner the window that the dialog belongs to
  public FailureDialog(Window owner) {
    this.owner = owner;
  }

  /// From now on tells of every defect that no other code caught, on any thread.
  public void install() {
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> tell(failure));
    // The JavaFX thread has a handler of its own.
    Platform.runLater(
        () -> Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> tell(failure)));
  }

  /// Tells of a defect; on any thread.
  public void tell(Throwable failure) {
    LOG.log(Level.SEVERE, "a defect", failure);
    if (Platform.isFxApplicationThread()) {
      show(failure);
    } else {
      Platform.runLater(() -> show(failure));
    }
  }

  private void show(Throwable failure) {
    if (open != null) {
      return;
    }
    var alert = new Alert(Alert.AlertType.NONE);
    alert.initOwner(owner);
    alert.setTitle("Something went wrong");
    alert.setHeaderText("Something went wrong in Stepwise");
    alert.setContentText(
        "This is a defect of the app, not of your data. Your work is as it was and you can go on. "
            + "The details are in the log; you can copy them for a report.");
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
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
