package dev.stepwise.shell;

import dev.stepwise.presenting.Wall;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// Darkens everything but a disc around the pointer, in each window that shows the wall. Clicks go
/// through.
final class SpotlightLayer extends Pane implements AutoCloseable {
  private static final double RADIUS_SHARE = 0.14;
  private static final Color SHADE = Color.web("#000000", 0.72);

  private final Wall wall;
  private final Path shade = new Path();
  private final Runnable unfollow;

  SpotlightLayer(Wall wall) {
    this.wall = wall;
    setId("spotlight");
    setMouseTransparent(true);
    setAccessibleText("Spotlight");
    shade.setFill(SHADE);
    shade.setStroke(null);
    shade.setFillRule(FillRule.EVEN_ODD);
    shade.setManaged(false);
    getChildren().add(shade);
    unfollow = wall.onChange(this::follow);
    follow();
  }

  /// Follows the pointer.
  ///
  /// @param x,y in its own coordinates
  void point(double x, double y) {
    if (getWidth() > 0 && getHeight() > 0) {
      wall.point(new Wall.Spot(x / getWidth(), y / getHeight()));
    }
  }

  private void follow() {
    setVisible(wall.isSpotlit());
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
    double centreX = wall.pointer().x() * width;
    double centreY = wall.pointer().y() * height;
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

  @Override
  public void close() {
    unfollow.run();
  }
}
