package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Look;
import dev.stepwise.session.Workspace;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Lab;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// The lab of an exercise in the place of its stage.
final class LabPlace<P, F extends Frame> {
  private final ExerciseView<P, F> view;
  private final Workspace<P, F> workspace;
  private final ScreenLayout layout;
  private final ObservableValue<Look> look;
  private final Runnable closed;

  /// @param closed told when the stage is there again
  LabPlace(
      ExerciseView<P, F> view,
      Workspace<P, F> workspace,
      ScreenLayout layout,
      ObservableValue<Look> look,
      Runnable closed) {
    this.view = view;
    this.workspace = workspace;
    this.layout = layout;
    this.look = look;
    this.closed = closed;
    workspace.onProblem(_ -> layout.refreshLab());
  }

  /// Shows the lab, or the stage again.
  void toggle() {
    view.lab()
        .ifPresent(lab -> {
          layout.toggleLab(() -> opened(lab));
          if (!layout.isLabOpen()) {
            closed.run();
          }
        });
  }

  /// Shows the lab.
  void open() {
    if (!layout.isLabOpen()) {
      toggle();
    }
  }

  /// Shows the stage again; false where it is there.
  boolean leave() {
    boolean open = layout.isLabOpen();
    if (open) {
      toggle();
    }
    return open;
  }

  private Node opened(Lab<P> lab) {
    return workspace
        .problem()
        .map(problem -> lab.open(problem, look.getValue()))
        .orElseGet(Pane::new);
  }
}
