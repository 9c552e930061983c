package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Look;
import dev.stepwise.formula.Formulas;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Workers;
import dev.stepwise.view.Card;
import dev.stepwise.view.StageModel;
import dev.stepwise.view.StageNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
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
    // Read after the first frame: a window opens without the presets.
    FirstFrame.then(() -> start(entry, () -> telling(entry), look, formulas, workers, place));
    return place;
  }

  /// What a picture is drawn from.
  ///
  /// @param at the step; empty for the last one
  private record Sight(
      Given given, Optional<Position> at, Map<String, String> choices, List<String> pins) {

    static Sight of(Bookmark left) {
      return new Sight(
          left.scenario().given(), Optional.of(left.position()), left.choices(), left.pins());
    }
  }

  /// Where its point shows, but not at the very start.
  private static Sight telling(Registry.Ready<?, ?> entry) {
    var preset = entry.presets().getFirst();
    var at = preset.opens().map(step -> step.first() < TELLING.first() ? TELLING : step);
    return new Sight(preset.given().get(), at, Map.of(), List.of());
  }

  /// The same of what was left.
  static <P, F extends Frame> Region of(
      Registry.Ready<P, F> entry, Places.Left left, Look look, Formulas formulas, Workers workers) {
    var place = new StackPane();
    FirstFrame.then(
        () -> start(entry, () -> Sight.of(left.bookmark().get()), look, formulas, workers, place));
    return place;
  }

  private static <P, F extends Frame> void start(
      Registry.Ready<P, F> entry,
      Supplier<Sight> sight,
      Look look,
      Formulas formulas,
      Workers workers,
      StackPane place) {
    if (!workers.surveys().isShutdown()) {
      workers.surveys().execute(() -> compute(entry, sight, look, formulas, workers, place));
    }
  }

  private static <P, F extends Frame> void compute(
      Registry.Ready<P, F> entry,
      Supplier<Sight> sight,
      Look look,
      Formulas formulas,
      Workers workers,
      StackPane place) {
    try {
      var exercise = entry.view().exercise();
      var seen = sight.get();
      var problem = exercise.problem(seen.given());
      var navigator = new Navigator<>(exercise.run(problem));
      var step = navigator.step(seen.at().filter(navigator::has).orElseGet(navigator::end));
      workers
          .window()
          .execute(() -> {
            var small = new Look(look.palette(), 1, Look.Density.THUMBNAIL);
            var model = new StageModel<>(entry.view());
            model.restoring(seen.choices(), seen.pins()).run();
            model.show(step);
            var stage = new StageNode<>(model, formulas, small);
            stage.setMinSize(0, 0);
            stage.setMouseTransparent(true);
            stage.setFocusTraversable(false);
            stage.setOnFailure(failure -> warn(entry.card(), failure));
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
