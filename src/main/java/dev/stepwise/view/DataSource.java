package dev.stepwise.view;

import dev.stepwise.playback.Position;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;

/// Where an exercise's own data can come from: the entries of its *Data…* menu.
@FunctionalInterface
public interface DataSource<P> {

  /// The screen that the data is for.
  interface Target<P> {
    /// The problem that is open.
    P problem();

    /// Opens another problem at its first step, such as one with imported points.
    ///
    /// @param title what the bar calls it: the file's name
    default void use(P problem, String title) {
      use(problem, title, Optional.of(Position.START));
    }

    /// Opens another problem at a step, such as a search at its result.
    ///
    /// @param title what the bar calls it
    /// @param at the step; empty for the last one
    void use(P problem, String title, Optional<Position> at);

    /// The window, for dialogs to belong to.
    Window window();
  }

  /// The menu's entries.
  List<MenuItem> items(Target<P> target);

  /// No data of one's own.
  static <P> DataSource<P> none() {
    return _ -> List.of();
  }
}
