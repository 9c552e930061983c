package dev.stepwise.view.page;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/// The current line of a listing with as many of its neighbours as there is room for, as a page
/// shows it; nothing where there is room for less than three. It asks for no room of its own.
public final class ListingExcerpt extends Region {
  private static final double LEAST_WIDTH = 160;

  private final Canvas canvas = new Canvas();
  private List<String> lines = List.of();
  private Look look;
  private int current;

  /// An empty excerpt.
  public ListingExcerpt(Look look) {
    this.look = look;
    getStyleClass().add("listing-excerpt");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinSize(0, 0);
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  /// Shows another listing.
  public void setLines(List<String> listing) {
    lines = List.copyOf(listing);
    light(0);
  }

  /// Lights a line.
  ///
  /// @param line from 1; 0 for none
  public void light(int line) {
    current = line;
    setAccessibleText(
        line >= 1 && line <= lines.size()
            ? "Line %d: %s".formatted(line, lines.get(line - 1).strip())
            : "Listing");
    paint();
  }

  /// Sets colours and sizes.
  public void setLook(Look other) {
    look = other;
    paint();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(Math.max(0, Math.floor(getWidth())));
    canvas.setHeight(Math.max(0, Math.floor(getHeight())));
    paint();
  }

  private void paint() {
    var context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (current >= 1 && canvas.getWidth() >= look.px(LEAST_WIDTH)) {
      var room = new Box(0, 0, canvas.getWidth(), canvas.getHeight());
      var pen = new Pen(new CanvasSurface(context), look).scaled(PagePainter.WORDS);
      ListingPainter.draw(pen, room, lines, current);
    }
  }
}
