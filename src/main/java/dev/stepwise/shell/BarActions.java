package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.session.Offer;
import dev.stepwise.session.Shelf;
import dev.stepwise.session.Workspace;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.StageNode;
import dev.stepwise.view.StageOption;
import java.util.Optional;
import java.util.function.Predicate;

/// What the row above the stage asks of the problem that is open and of its stage.
///
/// @param commands does what a button or its key stands for
/// @param panel opens or folds the panel
/// @param lab shows the lab instead of the stage, or the stage again
record BarActions<P, F extends Frame>(
    Workspace<P, F> workspace,
    Shelf<P, F> shelf,
    StageNode<P, F> stage,
    Predicate<Command> commands,
    Runnable panel,
    Runnable lab)
    implements ProblemBar.Actions {

  @Override
  public void open(Offer offer) {
    shelf.open(offer, Optional.empty());
    stage.requestFocus();
  }

  @Override
  public void change(String parameter, Object value) {
    var exercise = workspace.exercise();
    workspace.change(problem -> exercise.changed(problem, parameter, value));
  }

  @Override
  public void use(Optional<StageEditor.Tool> tool) {
    stage.setTool(tool);
    stage.requestFocus();
  }

  @Override
  public boolean perform(Command command) {
    return commands.test(command);
  }

  @Override
  public void choose(StageOption option, String choice) {
    stage.model().choose(option, choice);
    stage.requestFocus();
  }

  @Override
  public void reset() {
    workspace.reset();
  }

  @Override
  public void toggleLab() {
    lab.run();
  }

  @Override
  public void togglePanel() {
    panel.run();
  }
}
