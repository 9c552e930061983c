package dev.stepwise.view;

import dev.stepwise.draw.Look;
import javafx.scene.Node;

/// Experiments beside the stage, computed on demand from the problem that is open.
public interface Lab<P> {

  /// Makes the lab's panel; called on the JavaFX thread. Computations start when asked for, run in
  /// the background and are cancelled when the panel leaves its window.
  Node open(P problem, Look look);
}
