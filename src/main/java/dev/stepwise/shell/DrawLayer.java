package dev.stepwise.shell;

import dev.stepwise.presenting.Wall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// A pen over everything, in each window that shows the wall. Leaving it wipes what was drawn.
final class DrawLayer extends Pane implements AutoCloseable {
  private static final double LEAST_WIDTH = 4;
  private static final double WIDTH_SHARE = 0.005;

  private final Wall wall;
  private final List<Wall.Stroke> shown = new ArrayList<>();
  private final Runnable unfollow;

  DrawLayer(Wall wall) {
    this.wall = wall;
    setId("draw");
    setPickOnBounds(true);
    setCursor(Cursor.CROSSHAIR);
    setAccessibleText("Drawing. 1 to 4 take a colour, Ctrl+Z takes back, Esc leaves and wipes.");
    setOnMousePressed(event -> draw(event, wall::begin));
    setOnMouseDragged(event -> draw(event, wall::draw));
    unfollow = wall.onChange(this::follow);
    follow();
  }

  private interface Pen {
    void at(Wall.Spot spot);
  }

  private void draw(MouseEvent event, Pen pen) {
    if (event.isPrimaryButtonDown() && getWidth() > 0 && getHeight() > 0) {
      pen.at(new Wall.Spot(event.getX() / getWidth(), event.getY() / getHeight()));
      event.consume();
    }
  }

  /// The colour that a key takes: `1` to `4`; empty where it takes none.
  static Optional<Wall.Ink> ink(KeyEvent event) {
    return Arrays.stream(Wall.Ink.values())
        .filter(ink -> ink.key().equals(event.getText()))
        .filter(_ -> !event.isShortcutDown() && !event.isAltDown())
        .findFirst();
  }

  /// Strokes that are there are not made anew while one is drawn.
  private void follow() {
    setVisible(wall.isDrawing());
    var strokes = wall.strokes();
    int kept = 0;
    while (kept < Math.min(shown.size(), strokes.size())
        && shown.get(kept).equals(strokes.get(kept))) {
      kept++;
    }
    shown.subList(kept, shown.size()).clear();
    getChildren().remove(kept, getChildren().size());
    for (var stroke : strokes.subList(kept, strokes.size())) {
      shown.add(stroke);
      getChildren().add(path(stroke));
    }
    if (!strokes.isEmpty()) {
      goOn((Path) getChildren().getLast(), strokes.getLast());
    }
  }

  private Path path(Wall.Stroke stroke) {
    var path = new Path();
    path.setStroke(Color.web(stroke.ink().web()));
    path.setStrokeWidth(Math.max(LEAST_WIDTH, getHeight() * WIDTH_SHARE));
    path.setStrokeLineCap(StrokeLineCap.ROUND);
    path.setStrokeLineJoin(StrokeLineJoin.ROUND);
    path.setManaged(false);
    goOn(path, stroke);
    return path;
  }

  private void goOn(Path path, Wall.Stroke stroke) {
    var spots = stroke.spots();
    for (var spot : spots.subList(path.getElements().size(), spots.size())) {
      double x = spot.x() * getWidth();
      double y = spot.y() * getHeight();
      path.getElements().add(path.getElements().isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
    }
  }

  @Override
  public void resize(double width, double height) {
    boolean other = width != getWidth() || height != getHeight();
    super.resize(width, height);
    if (other) {
      shown.clear();
      getChildren().clear();
      follow();
    }
  }

  @Override
  public void close() {
    unfollow.run();
  }
}
