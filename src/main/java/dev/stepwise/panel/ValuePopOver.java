package dev.stepwise.panel;

import dev.stepwise.compute.run.Value;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;

/// All numbers of a variable over a part of the window, one variable at a time.
public final class ValuePopOver {
  private final Node owner;
  private final ArrowLocation arrow;
  private @Nullable PopOver open;

  /// @param owner beside whose edge it is shown
  /// @param arrow at its right edge where it stands at the owner's left, else at its left edge
  public ValuePopOver(Node owner, ArrowLocation arrow) {
    this.owner = owner;
    this.arrow = arrow;
  }

  /// Shows a variable.
  public void show(String name, Value value) {
    hide();
    var opened = new PopOver(new ValueTable(name, value));
    opened.setTitle(name);
    opened.setArrowLocation(arrow);
    opened.setDetachable(false);
    opened.setAnimated(false);
    opened.setOnHidden(_ -> open = null);
    open = opened;
    var bounds = owner.getLayoutBounds();
    boolean isLeft = arrow == ArrowLocation.RIGHT_TOP;
    var corner = owner.localToScreen(isLeft ? 0 : bounds.getWidth(), bounds.getHeight() / 3);
    opened.show(owner, corner.getX(), corner.getY());
  }

  /// Closes it; false where nothing is open.
  public boolean hide() {
    if (open == null) {
      return false;
    }
    open.hide();
    return true;
  }
}
