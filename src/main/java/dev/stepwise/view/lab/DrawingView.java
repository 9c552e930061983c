package dev.stepwise.view.lab;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Look;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Shows a drawing at whatever size it is given.
final class DrawingView extends Region {
  private static final double HEIGHT = 240;
  private static final double WIDTH = 384;

  private final Canvas canvas = new Canvas();
  private final CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
  private final Look look;
  private @Nullable Drawing drawing;

  DrawingView(Look look) {
    this.look = look;
    getStyleClass().add("experiment-drawing");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, look.px(HEIGHT));
    setPrefSize(look.px(WIDTH), look.px(HEIGHT));
    setMaxSize(Double.MAX_VALUE, look.px(HEIGHT));
    getChildren().add(canvas);
  }

  void show(Drawing next) {
    drawing = next;
    requestLayout();
  }

  void clear() {
    drawing = null;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    // A canvas that never shrinks would keep its column from shrinking; this one follows.
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    if (drawing != null && getWidth() > 0) {
      drawing.draw(surface, new Box(0, 0, getWidth(), getHeight()), look);
    }
  }
}
