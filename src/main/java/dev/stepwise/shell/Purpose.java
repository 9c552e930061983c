package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.practice.Mode;
import dev.stepwise.session.Shelf;
import dev.stepwise.session.Workspace;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;

/// What an exercise's screen is for: one run, or two beside each other.
interface Purpose<P, F extends Frame> {

  /// In which ways its run can be practised, beside being watched.
  Set<Mode> practices();

  /// Whether code of one's own can be checked against its run.
  boolean isChecked();

  /// What is put over a problem before it is opened.
  Given over(Given given);

  /// Takes up what is open; told once, before the screen is put together.
  void follow(Workspace<P, F> workspace, Shelf<P, F> shelf);

  /// What stands in the header in the place of settings; empty for the settings themselves.
  Optional<Node> header();

  /// What begins a comparison, or ends it.
  ButtonBase compareButton();

  /// Shows on the way through the run what there is to be found.
  void showOn(Transport transport);

  /// Goes to the first number that differs; nothing happens where none is known.
  void goToDifference();

  /// What holds of the remembered settings here.
  Settings adapted(Settings settings);

  /// Opens or folds the panel beside the stage; where that is to be remembered, in the settings.
  void togglePanel(SettingsModel settings);

  /// Begins a comparison, or ends it.
  void toggleComparing();
}
