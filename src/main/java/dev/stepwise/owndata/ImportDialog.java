package dev.stepwise.owndata;

import dev.stepwise.job.Background;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The dialog in which own data are imported.
public final class ImportDialog {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 700;

  private ImportDialog() {}

  /// Opens the dialog over a window and returns at once. To be called on the JavaFX thread.
  ///
  /// @param owner the window that waits for it
  /// @param done gets the data, on the JavaFX thread; not called when the dialog is cancelled
  /// @param check throws [InvalidInput] where the data cannot be used, whose message is then shown
  ///   in the dialog; called in the background
  public static void show(Window owner, Consumer<ImportedData> check, Consumer<ImportedData> done) {
    show(owner, Answer.NONE, check, done);
  }

  /// The same for whoever asks more of each row than numbers.
  public static void show(
      Window owner, Answer answer, Consumer<ImportedData> check, Consumer<ImportedData> done) {
    show(owner, Background.threadNamed("import"), answer, check, done);
  }

  static Stage show(
      Window owner,
      Background background,
      Answer answer,
      Consumer<ImportedData> check,
      Consumer<ImportedData> done) {
    var stage = new Stage();
    var pane =
        new ImportPane(
            background,
            answer,
            check,
            data -> {
              stage.close();
              done.accept(data);
            },
            stage::close);
    pane.getStylesheets()
        .add(ImportDialog.class.getResource("/assets/styles/lab.css").toExternalForm());
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle("Import data");
    stage.setOnHidden(_ -> pane.stop());
    var scene = new Scene(pane, WIDTH, HEIGHT);
    adoptTheme(owner.getScene(), scene);
    stage.setScene(scene);
    stage.show();
    return stage;
  }

  /// Theme and text size of the window behind.
  static void adoptTheme(Scene from, Scene to) {
    to.setUserAgentStylesheet(from.getUserAgentStylesheet());
    to.getStylesheets().setAll(from.getStylesheets());
    to.getRoot().setStyle(from.getRoot().getStyle());
  }
}
