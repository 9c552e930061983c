package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OneAtATime
class FailureDialogTest {
  private final List<Throwable> recorded = new ArrayList<>();

  @BeforeEach
  void closeWhatOthersLeftOpen() {
    Fx.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
  }

  @Test
  void a_defect_is_recorded_and_the_dialog_names_the_file() {
    var log = Path.of("logs", "stepwise.log");

    assertThat(told(Optional.of(log))).contains("The details are in " + log + ";", "copy them");
    assertThat(recorded).extracting(Throwable::getMessage).containsExactly("first", "second");
  }

  @Test
  void where_no_log_can_be_written_the_details_can_still_be_copied() {
    assertThat(told(Optional.empty())).contains("No log could be written", "copy the details");
  }

  /// What the dialog says after two defects, of which the second finds it open.
  private String told(Optional<Path> log) {
    return Fx.call(() -> {
      var owner = new Stage();
      owner.setScene(new Scene(new Label("owner"), 200, 100));
      owner.show();
      var dialog =
          new FailureDialog(
              owner,
              failure -> {
                recorded.add(failure);
                return log;
              });
      dialog.tell(new IllegalStateException("first"));
      dialog.tell(new IllegalStateException("second"));
      var panes =
          Window.getWindows().stream()
              .map(window -> window.getScene().getRoot())
              .filter(DialogPane.class::isInstance)
              .map(DialogPane.class::cast)
              .toList();
      assertThat(panes).hasSize(1);
      var pane = panes.getFirst();
      var texts =
          pane.getButtonTypes().stream().map(type -> ((Button) pane.lookupButton(type)).getText());
      assertThat(texts).containsExactly("Copy details", "Continue");
      pane.getScene().getWindow().hide();
      owner.close();
      return pane.getContentText();
    });
  }
}
