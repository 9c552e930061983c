package dev.stepwise.view;

import dev.stepwise.owndata.Answer;
import dev.stepwise.owndata.ImportedData;
import dev.stepwise.owndata.PastedMatrices;
import dev.stepwise.playback.Position;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;

/// Where an exercise's own data can come from: the entries of its *Data…* menu, and the same
/// without a window.
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

  /// What becomes of a table.
  ///
  /// @param id its word where there are several ways: `linear-regression`
  /// @param answer what a table must say of each row besides its numbers
  /// @param problem the problem of imported numbers, with settings of another one; throws
  ///   [dev.stepwise.compute.exercise.InvalidInput] where they cannot be used
  record FromTable<P>(String id, Answer answer, BiFunction<P, ImportedData, P> problem) {}

  /// What becomes of a text.
  ///
  /// @param problem the problem of a text, with settings of another one; throws
  ///   [dev.stepwise.compute.exercise.InvalidInput] where it cannot be used
  record FromText<P>(BiFunction<P, String, P> problem) {}

  /// The menu's entries.
  List<MenuItem> items(Target<P> target);

  /// What tables can become; empty where none is taken.
  default List<FromTable<P>> tables() {
    return List.of();
  }

  /// What a text becomes; empty where none is taken.
  default Optional<FromText<P>> text() {
    return Optional.empty();
  }

  /// The matrices of a run as text; empty where there are none to be edited.
  default Optional<PastedMatrices<P>> matrices() {
    return Optional.empty();
  }

  /// No data of one's own.
  static <P> DataSource<P> none() {
    return _ -> List.of();
  }
}
