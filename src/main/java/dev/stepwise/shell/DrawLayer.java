package dev.stepwise.shell;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// A pen over everything. Leaving it wipes what was drawn.
final class DrawLayer extends Pane {
  private static final Color INK = Color.web("#bf3989");
  private static final double WIDTH = 4;

  private Path stroke = new Path();

  DrawLayer() {
    setId("draw");
    setVisible(false);
    setPickOnBounds(true);
    setCursor(Cursor.CROSSHAIR);
    setAccessibleText("Drawing. Esc leaves and wipes.");
    setOnMousePressed(this::begin);
    setOnMouseDragged(this::draw);
  }

  void toggle() {
    getChildren().clear();
    setVisible(!isVisible());
  }

  private void begin(MouseEvent event) {
    if (!event.isPrimaryButtonDown()) {
      return;
    }
    stroke = new Path(new MoveTo(event.getX(), event.getY()));
    stroke.setStroke(INK);
    stroke.setStrokeWidth(WIDTH);
    stroke.setStrokeLineCap(StrokeLineCap.ROUND);
    stroke.setStrokeLineJoin(StrokeLineJoin.ROUND);
    stroke.setManaged(false);
    getChildren().add(stroke);
    event.consume();
  }

  private void draw(MouseEvent event) {
    if (!event.isPrimaryButtonDown()) {
      return;
    }
    stroke.getElements().add(new LineTo(event.getX(), event.getY()));
    event.consume();
  }
}
