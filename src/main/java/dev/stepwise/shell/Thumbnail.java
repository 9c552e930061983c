package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.view.StageNode;
import dev.stepwise.view.marks.Formulas;
import dev.stepwise.view.marks.Look;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The small picture on an exercise's card: the stage of its first preset in the middle of its run.
/// Computed in the background; until then, and where it fails, the card has a quiet icon.
final class Thumbnail {
  private static final Logger LOG = Logger.getLogger(Thumbnail.class.getName());

  /// By then a run has left its start behind, and has not ended.
  private static final Position TELLING = Position.top(2);

  private Thumbnail() {}

  /// Begins computing once the page is seen.
  static <P, F extends Frame> Region of(
      Registry.Ready<P, F> entry, Look look, Formulas formulas, Workers workers) {
    var place = new StackPane();
    FirstFrame.then(() -> start(entry, look, formulas, workers, place));
    return place;
  }

  private static <P, F extends Frame> void start(
      Registry.Ready<P, F> entry, Look look, Formulas formulas, Workers workers, StackPane place) {
    if (!workers.surveys().isShutdown()) {
      workers.surveys().execute(() -> compute(entry, look, formulas, workers, place));
    }
  }

  private static <P, F extends Frame> void compute(
      Registry.Ready<P, F> entry, Look look, Formulas formulas, Workers workers, StackPane place) {
    try {
      var preset = entry.presets().getFirst();
      var exercise = entry.view().exercise();
      Run<F> run = exercise.run(exercise.problem(preset.given().get()));
      var navigator = new Navigator<>(run);
      var at = navigator.has(TELLING) ? TELLING : navigator.end();
      var step = navigator.step(at);
      workers
          .window()
          .execute(() -> {
            var small = new Look(look.palette(), 1, Look.Density.THUMBNAIL);
            var stage = new StageNode<>(entry.view(), formulas, small);
            stage.setMinSize(0, 0);
            stage.setMouseTransparent(true);
            stage.setFocusTraversable(false);
            stage.show(step);
            place.getChildren().setAll(stage);
          });
    } catch (CancellationException _) {
      // the page has been left
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "no thumbnail of " + entry.card().id(), failure);
    }
  }
}
