package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.view.Card;
import dev.stepwise.view.StageNode;
import dev.stepwise.view.marks.Formulas;
import dev.stepwise.view.marks.Look;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The small picture of an exercise: the stage of its first preset where that makes its point, or
/// of what was left where it was left. Computed in the background; until then, and where it fails,
/// its place is quiet.
final class Thumbnail {
  private static final Logger LOG = Logger.getLogger(Thumbnail.class.getName());

  /// By then a run has left its start behind.
  private static final Position TELLING = Position.top(2);

  private Thumbnail() {}

  /// Begins computing once the page is seen.
  static <P, F extends Frame> Region of(
      Registry.Ready<P, F> entry, Look look, Formulas formulas, Workers workers) {
    var place = new StackPane();
    FirstFrame.then(() -> {
      // Read here, after the first frame: a window opens without the presets.
      var preset = entry.presets().getFirst();
      start(entry, preset, telling(preset), look, formulas, workers, place);
    });
    return place;
  }

  /// Where its point shows, but not at the very start.
  private static Optional<Position> telling(Preset preset) {
    return preset.opens().map(at -> at.first() < TELLING.first() ? TELLING : at);
  }

  /// The same of what was left.
  static <P, F extends Frame> Region of(
      Registry.Ready<P, F> entry,
      Workspace.Left left,
      Look look,
      Formulas formulas,
      Workers workers) {
    var place = new StackPane();
    FirstFrame.then(() ->
        start(
            entry,
            left.preset(),
            Position.parse(left.place().position()),
            look,
            formulas,
            workers,
            place));
    return place;
  }

  private static <P, F extends Frame> void start(
      Registry.Ready<P, F> entry,
      Preset preset,
      Optional<Position> at,
      Look look,
      Formulas formulas,
      Workers workers,
      StackPane place) {
    if (!workers.surveys().isShutdown()) {
      workers.surveys().execute(() -> compute(entry, preset, at, look, formulas, workers, place));
    }
  }

  private static <P, F extends Frame> void compute(
      Registry.Ready<P, F> entry,
      Preset preset,
      Optional<Position> at,
      Look look,
      Formulas formulas,
      Workers workers,
      StackPane place) {
    try {
      var exercise = entry.view().exercise();
      var problem = exercise.problem(preset.given().get());
      var navigator = new Navigator<>(exercise.run(problem));
      var step = navigator.step(at.filter(navigator::has).orElseGet(navigator::end));
      workers
          .window()
          .execute(() -> {
            var small = new Look(look.palette(), 1, Look.Density.THUMBNAIL);
            var stage = new StageNode<>(entry.view(), formulas, small);
            stage.setMinSize(0, 0);
            stage.setMouseTransparent(true);
            stage.setFocusTraversable(false);
            stage.setOnFailure(failure -> warn(entry.card(), failure));
            stage.show(step);
            place.getChildren().setAll(stage);
          });
    } catch (CancellationException _) {
      // the page has been left
    } catch (RuntimeException failure) {
      warn(entry.card(), failure);
    }
  }

  private static void warn(Card card, Throwable failure) {
    LOG.log(Level.WARNING, "no thumbnail of " + card.id(), failure);
  }
}
