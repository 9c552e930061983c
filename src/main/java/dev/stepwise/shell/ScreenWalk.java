package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.lecture.Stop;
import dev.stepwise.lecture.Way;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Offer;
import dev.stepwise.session.Shelf;
import dev.stepwise.session.Workspace;
import dev.stepwise.view.StageModel;
import java.util.Optional;
import java.util.function.Consumer;

/// The run of an exercise's screen, as a lecture walks through it.
///
/// @param model of its stage
record ScreenWalk<P, F extends Frame>(
    Workspace<P, F> workspace, Shelf<P, F> shelf, StageModel<P, F> model) implements StopWalk {

  @Override
  public Optional<Position> here() {
    return workspace.state().map(PlayerState::position);
  }

  @Override
  public void goTo(Position position) {
    workspace.player().ifPresent(player -> player.goTo(position));
  }

  @Override
  public void find(Stop stop, Consumer<Way> found) {
    workspace
        .player()
        .ifPresent(player -> workspace.ask(() -> Way.of(stop, player.navigator()), found));
  }

  @Override
  public Optional<String> open() {
    return shelf.offer().map(Offer::id);
  }

  @Override
  public Optional<Bookmark> seen() {
    return shelf.bookmark().map(place -> place.seen(model.interaction().choices(), model.pins()));
  }

  @Override
  public Runnable onMove(Runnable listener) {
    return workspace.onState(_ -> listener.run());
  }
}
