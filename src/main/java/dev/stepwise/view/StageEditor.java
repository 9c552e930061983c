package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.session.Showing;
import java.util.List;
import java.util.Optional;

/// Editing a problem on its stage with tools: drawing points, dragging a centroid. An edit makes a
/// new problem, which starts a new run.
public interface StageEditor<P, F extends Frame> {

  /// A tool of the bar above the stage.
  ///
  /// @param id a name for tests and style sheets
  /// @param title what the tool's button says
  /// @param hint what to do with it, in a sentence
  record Tool(String id, String title, String hint) {}

  /// The tools.
  List<Tool> tools();

  /// Whether a tool can do something with a problem; where it can do nothing, it is not offered.
  default boolean offers(Tool tool, P problem) {
    return true;
  }

  /// Begins a gesture at a place of the stage.
  ///
  /// @param area the stage, as the painter got it
  /// @param x,y where the pointer went down
  /// @return the gesture, or empty where this tool can do nothing there
  Optional<Gesture<P>> press(
      Tool tool, P problem, Step<F> step, Look look, Box area, double x, double y);

  /// A press, drags and a release.
  interface Gesture<P> {
    /// Where the run should stand to show it.
    default Showing showing() {
      return Showing.HERE;
    }

    /// The pointer moved; the problem as it would be if it were let go here, to be shown.
    P drag(double x, double y);

    /// The pointer was let go; the problem it began with where nothing was changed.
    P release(double x, double y);
  }
}
