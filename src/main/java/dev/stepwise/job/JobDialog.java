package dev.stepwise.job;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/// A job that takes a while, with its progress and a way to stop it: reading a large file, learning
/// to the end. Where it fails, the dialog says why and stays.
///
/// @param <R> what the job results in
public final class JobDialog<R> extends VBox {
  private static final double WIDTH = 440;
  private static final double HEIGHT = 170;

  private final ProgressBar bar = new ProgressBar(0);
  private final Label words = new Label();
  private final Button cancel = new Button("Cancel");
  private final LatestJob<R> job;

  /// Opens the dialog over a window and starts the job. To be called on the JavaFX thread.
  ///
  /// @param <R> what the job results in
  /// @param title what is done: `Reading moby-dick.txt`
  /// @param work computes the result away from the JavaFX thread and tells its progress, from 0 to
  ///   1; the message of what it throws is shown
  /// @param done gets the result, on the JavaFX thread; not called when the job is cancelled
  public static <R> void show(
      Window owner, String title, Function<DoubleConsumer, R> work, Consumer<R> done) {
    var stage = new Stage();
    var dialog =
        new JobDialog<>(
            title,
            Background.threadNamed("job"),
            work,
            result -> {
              stage.close();
              done.accept(result);
            },
            stage::close);
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle(title);
    stage.setOnHidden(_ -> dialog.stop());
    stage.setScene(new Scene(dialog, WIDTH, HEIGHT));
    if (owner.getScene() != null) {
      stage.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
    }
    stage.show();
  }

  JobDialog(
      String title,
      Background background,
      Function<DoubleConsumer, R> work,
      Consumer<R> done,
      Runnable closed) {
    super(14);
    setPadding(new Insets(18));
    var heading = new Label(title);
    heading.setId("job-title");
    heading.getStyleClass().add("title-4");
    words.setId("job-words");
    words.setWrapText(true);
    bar.setId("job-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Progress of: " + title);
    cancel.setId("job-cancel");
    cancel.setCancelButton(true);
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(_ -> closed.run());
    var foot = new HBox(12, words, cancel);
    foot.setAlignment(Pos.CENTER_LEFT);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(heading, bar, foot);
    job = new LatestJob<>(background.worker(), background.screen());
    job.start(work, listener(done));
  }

  private LatestJob.Listener<R> listener(Consumer<R> done) {
    return new LatestJob.Listener<>() {
      @Override
      public void progressed(double fraction) {
        bar.setProgress(fraction);
        words.setText("%d %%".formatted(Math.round(100 * fraction)));
      }

      @Override
      public void finished(R result) {
        done.accept(result);
      }

      @Override
      public void failed(Throwable cause) {
        if (!(cause instanceof CancellationException)) {
          bar.setVisible(false);
          bar.setManaged(false);
          var message = String.valueOf(cause.getMessage());
          words.setText(message.isEmpty() ? "It could not be done." : message);
          cancel.setText("Close");
        }
      }
    };
  }

  /// Stops the job, if it is running.
  void stop() {
    job.cancel();
  }
}
