package dev.stepwise.owndata;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.draw.Palette;
import dev.stepwise.job.Background;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.ManualWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The import dialog, opened over a window for each test.
abstract class ImportPaneHarness {
  @TempDir Path folder = Path.of("");

  final ManualWorker worker = new ManualWorker();
  final List<ImportedData> imported = new ArrayList<>();
  Stage stage;
  ImportPane pane;

  @BeforeEach
  void open() {
    stage = Fx.call(this::opened);
    pane = (ImportPane) stage.getScene().getRoot();
  }

  Stage opened() {
    var owner = new Stage();
    owner.setScene(Fx.scene(new Label("owner"), 200, 100, Palette.LIGHT));
    owner.show();
    return ImportDialog.show(
        owner, new Background(worker, Runnable::run), Answer.NONE, this::check, imported::add);
  }

  @AfterEach
  void close() {
    Fx.run(() -> {
      stage.close();
      ((Stage) stage.getOwner()).close();
    });
  }

  void read(String name, String text) {
    try {
      var file = Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
      pane.read(new Source.File(file));
      worker.runAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the exercise says of the numbers: here, that 9999 is too large.
  void check(ImportedData data) {
    for (int i = 0; i < data.rows().length; i++) {
      for (int c = 0; c < data.rows()[i].length; c++) {
        if (data.rows()[i][c] >= 9999) {
          throw new InvalidInput("/inputs/X/" + i + "/" + c, "is 9999", "give less");
        }
      }
    }
  }

  void accept() {
    button("#import-accept").fire();
    worker.runAll();
  }

  Button button(String selector) {
    return (Button) pane.lookup(selector);
  }

  RadioButton radio(String selector) {
    return (RadioButton) pane.lookup(selector);
  }

  CheckBox box(int column) {
    return (CheckBox) pane.lookup("#import-column-" + column);
  }

  Label label(String selector) {
    return (Label) pane.lookup(selector);
  }
}
