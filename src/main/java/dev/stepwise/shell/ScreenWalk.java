package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Look;
import dev.stepwise.export.PictureWriter;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lecture.Stop;
import dev.stepwise.lecture.Way;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.presenting.Wall;
import dev.stepwise.session.Bookmark;
import dev.stepwise.session.Offer;
import dev.stepwise.session.Shelf;
import dev.stepwise.session.Workspace;
import dev.stepwise.view.Guide;
import dev.stepwise.view.StageModel;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// The run of an exercise's screen, as a lecture walks through it.
///
/// @param model of its stage
/// @param formulas sets the formulas of pictures
/// @param guide goes to the steps that are clicked in them
record ScreenWalk<P, F extends Frame>(
    Workspace<P, F> workspace,
    Shelf<P, F> shelf,
    StageModel<P, F> model,
    Formulas formulas,
    Guide guide)
    implements WallWalk {

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
  public Optional<Bookmark> own() {
    boolean own = shelf.offer().filter(Offer::isOwn).isPresent() || workspace.canUndo();
    return own ? seen() : Optional.empty();
  }

  @Override
  public boolean canUndo() {
    return workspace.canUndo();
  }

  @Override
  public boolean canRedo() {
    return workspace.canRedo();
  }

  @Override
  public String where() {
    return workspace.state().map(state -> Counter.words(state, Ahead.SHOWN)).orElse("");
  }

  @Override
  public String title() {
    return workspace.state().map(state -> state.step().narration().title()).orElse("");
  }

  @Override
  public Object subject() {
    return workspace.problem().<Object>map(problem -> problem).orElse("nothing");
  }

  @Override
  public Sketch.Source sketch(Optional<Position> at) {
    var seen = seen();
    var player = workspace.player();
    if (seen.isEmpty() || player.isEmpty()) {
      return _ -> Optional.empty();
    }
    var navigator = player.get().navigator();
    var scenario = seen.get().scenario();
    var here = seen.get().position();
    var interaction = model.interaction().explainingNothing();
    return format ->
        at.or(() -> navigator.next(here, here.depth()))
            .filter(navigator::has)
            .map(position ->
                new Sketch(
                    navigator.step(position).narration().title(),
                    new PictureWriter<>(
                            workspace.exercise(),
                            scenario,
                            navigator,
                            model.view().painter(),
                            formulas,
                            format,
                            interaction)
                        .painting(position)));
  }

  @Override
  public Mirror<P, F> mirror(ObservableValue<Look> window, Wall wall) {
    return new Mirror<>(workspace, model, formulas, guide, window, wall);
  }

  @Override
  public Runnable onMove(Runnable listener) {
    return workspace.onState(_ -> listener.run());
  }
}
