package dev.stepwise.view;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.StepPanel;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// The answer to "why this number?", beside the element that was asked about.
final class WhyPopOver {
  private static final double WIDTH = 380;

  private @Nullable PopOver popOver;
  private @Nullable StepPanel panel;

  void show(Region owner, Box place, Narration narration, Look look, Runnable closed) {
    hide();
    if (owner.getScene() == null || owner.getScene().getWindow() == null) {
      return;
    }
    var content = new StepPanel();
    content.setLook(look);
    content.show(narration);
    content.setPrefWidth(WIDTH * look.scale());
    var opened = new PopOver(content);
    opened.setTitle("Why this number?");
    opened.setDetachable(false);
    opened.setAnimated(false);
    opened.setHideOnEscape(true);
    opened.setArrowLocation(
        place.centreX() < owner.getWidth() / 2
            ? PopOver.ArrowLocation.LEFT_TOP
            : PopOver.ArrowLocation.RIGHT_TOP);
    opened.setOnHidden(_ -> closed.run());
    double edge = place.centreX() < owner.getWidth() / 2 ? place.right() : place.x();
    Point2D at = owner.localToScreen(edge, place.centreY());
    popOver = opened;
    panel = content;
    opened.show(owner, at.getX(), at.getY());
  }

  void setLook(Look look) {
    if (panel != null) {
      panel.setLook(look);
    }
  }

  void hide() {
    if (popOver != null) {
      var closing = popOver;
      popOver = null;
      panel = null;
      closing.setOnHidden(null);
      closing.hide();
    }
  }
}
