package dev.stepwise.view;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Formulas;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.RowCategory;
import dev.stepwise.view.marks.StepPanel;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// The answer to "why this number?", beside the element that was asked about.
final class WhyPopOver {
  private static final double WIDTH = 380;

  private final StepPanel content;
  private final ObservableValue<Look> look;
  private @Nullable PopOver popOver;

  WhyPopOver(Formulas formulas, RowCategory categories, ObservableValue<Look> look) {
    this.content = new StepPanel(formulas, categories, look);
    this.look = look;
  }

  void show(Region owner, Box place, Narration narration, Runnable closed) {
    hide();
    if (owner.getScene() == null || owner.getScene().getWindow() == null) {
      return;
    }
    content.show(narration);
    content.setPrefWidth(WIDTH * look.getValue().scale());
    boolean onTheLeft = place.centreX() < owner.getWidth() / 2;
    var opened = new PopOver(content);
    opened.setTitle("Why this number?");
    opened.setDetachable(false);
    opened.setAnimated(false);
    opened.setHideOnEscape(true);
    opened.setArrowLocation(
        onTheLeft ? PopOver.ArrowLocation.LEFT_TOP : PopOver.ArrowLocation.RIGHT_TOP);
    opened.setOnHidden(_ -> closed.run());
    Point2D at = owner.localToScreen(onTheLeft ? place.right() : place.x(), place.centreY());
    popOver = opened;
    opened.show(owner, at.getX(), at.getY());
  }

  void hide() {
    if (popOver != null) {
      var closing = popOver;
      popOver = null;
      closing.setOnHidden(null);
      closing.hide();
    }
  }
}
