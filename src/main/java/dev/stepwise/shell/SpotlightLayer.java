package dev.stepwise.shell;

import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// Darkens everything but a disc around the pointer. Clicks go through.
final class SpotlightLayer extends Pane {
  private static final double RADIUS_SHARE = 0.14;
  private static final Color SHADE = Color.web("#000000", 0.72);

  private final Path shade = new Path();
  private double x = -1;
  private double y = -1;

  SpotlightLayer() {
    setId("spotlight");
    setMouseTransparent(true);
    setVisible(false);
    setAccessibleText("Spotlight");
    shade.setFill(SHADE);
    shade.setStroke(null);
    shade.setFillRule(FillRule.EVEN_ODD);
    shade.setManaged(false);
    getChildren().add(shade);
  }

  /// Follows the pointer.
  void follow(double toX, double toY) {
    x = toX;
    y = toY;
    if (isVisible()) {
      cut();
    }
  }

  void toggle() {
    setVisible(!isVisible());
    if (isVisible()) {
      cut();
    }
  }

  @Override
  protected void layoutChildren() {
    cut();
  }

  private void cut() {
    double width = getWidth();
    double height = getHeight();
    double radius = Math.min(width, height) * RADIUS_SHARE;
    double centreX = x < 0 ? width / 2 : x;
    double centreY = y < 0 ? height / 2 : y;
    shade
        .getElements()
        .setAll(
            new MoveTo(0, 0),
            new LineTo(width, 0),
            new LineTo(width, height),
            new LineTo(0, height),
            new ClosePath(),
            new MoveTo(centreX - radius, centreY),
            arcTo(centreX + radius, centreY, radius),
            arcTo(centreX - radius, centreY, radius),
            new ClosePath());
  }

  private static ArcTo arcTo(double toX, double toY, double radius) {
    var arc = new ArcTo();
    arc.setX(toX);
    arc.setY(toY);
    arc.setRadiusX(radius);
    arc.setRadiusY(radius);
    arc.setSweepFlag(true);
    return arc;
  }
}
