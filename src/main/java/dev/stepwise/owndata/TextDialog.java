package dev.stepwise.owndata;

import dev.stepwise.job.Background;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The dialog in which own text is typed or pasted: a sentence, a corpus, a sequence.
public final class TextDialog {
  private static final double WIDTH = 620;
  private static final double HEIGHT = 400;

  private TextDialog() {}

  /// Opens the dialog over a window and returns at once. To be called on the JavaFX thread.
  ///
  /// @param <P> what a text becomes, such as a problem
  /// @param owner the window that waits for it
  /// @param reader reads a text, away from the JavaFX thread, after each change; it may throw
  ///   [dev.stepwise.compute.exercise.InvalidInput], whose message is then shown
  /// @param done gets what the text became, on the JavaFX thread; not called when the dialog is
  ///   cancelled
  public static <P> void show(
      Window owner, TextPrompt prompt, Function<String, TextReading<P>> reader, Consumer<P> done) {
    show(owner, Background.threadNamed("typed text"), prompt, reader, done);
  }

  static <P> Stage show(
      Window owner,
      Background background,
      TextPrompt prompt,
      Function<String, TextReading<P>> reader,
      Consumer<P> done) {
    var stage = new Stage();
    var pane =
        new TextPane<P>(
            prompt,
            background,
            reader,
            result -> {
              stage.close();
              done.accept(result);
            },
            stage::close);
    pane.getStylesheets()
        .add(TextDialog.class.getResource("/assets/styles/lab.css").toExternalForm());
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle(prompt.title());
    stage.setOnHidden(_ -> pane.stop());
    var scene = new Scene(pane, WIDTH, HEIGHT);
    ImportDialog.adoptTheme(owner.getScene(), scene);
    stage.setScene(scene);
    stage.show();
    return stage;
  }
}
