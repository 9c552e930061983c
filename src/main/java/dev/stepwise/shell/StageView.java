package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.marks.Look;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import java.time.Duration;

/// The stage as the screen needs it: a node that shows steps and lets the problem be edited.
public interface StageView<P, F extends Frame> {

  /// The node to lay out.
  Region node();

  /// Shows a step, moving there from the one shown before.
  void show(Step<F> step);

  /// Colours and sizes.
  void setLook(Look look);

  /// How long moving from a step to the next may take; zero for not at all.
  void setMotion(Duration longest);

  /// The tool in hand; empty for inspecting.
  void setTool(Optional<StageEditor.Tool> tool);

  /// The problem that tools edit.
  void setProblem(P problem);

  /// Closes the explanation of a number; false where none is open.
  boolean closeExplanation();

  /// Where edits go.
  ///
  /// @param preview told while a gesture is under way
  /// @param committed told when it ends
  void setOnEdit(Consumer<P> preview, Consumer<P> committed);
}
