package dev.stepwise.shell;

import dev.stepwise.draw.Look;
import dev.stepwise.presenting.Talk;
import dev.stepwise.presenting.Wall;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Dimension2D;

/// What the presenter's window shows, and what it asks for.
///
/// @param lecturing the lecture, if one is open
/// @param wall what is done over the picture
/// @param walk the run on the wall; empty where the page has none
/// @param stops draws the stops of the lecture
/// @param settings remember the size of the notes
/// @param look of the window
/// @param wallSize how large the wall is
/// @param place where the wall is, in words
/// @param talk its time
/// @param perform does what a key or a button asks for
record Desk(
    Lecturing lecturing,
    Wall wall,
    Supplier<Optional<WallWalk>> walk,
    StopDrawings stops,
    SettingsModel settings,
    ObservableValue<Look> look,
    Supplier<Dimension2D> wallSize,
    Supplier<String> place,
    Talk talk,
    Consumer<Command> perform) {

  /// What a window's wall gives.
  static Desk of(AppWindow.Setup setup, Appearance appearance, Lecturing lecturing, WallHost host) {
    return new Desk(
        lecturing,
        host.presenting().wall(),
        host::wallWalk,
        new StopDrawings(setup.registry(), setup.formulas()),
        setup.settings(),
        appearance.look(),
        () -> new Dimension2D(host.root().getWidth(), host.root().getHeight()),
        () -> host.presenting().place(),
        host.presenting().talk(),
        command -> host.keys().perform(command));
  }
}
