package dev.stepwise.shell.checking;

import dev.stepwise.draw.Look;
import dev.stepwise.panel.ListingView;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;

/// The learner's code with a line lit, scrolled to it.
final class LitListing extends ScrollPane {
  private static final double FONT = 11.5;
  private static final double SMALLEST = 9.5;
  private static final double BAR = 14; // what the scroll bar at the right may take
  private static final double LINES = 9;
  private static final double LINE = 1.95;

  private final ListingView listing = new ListingView();
  private final ObservableValue<Look> look;
  private int lit;

  LitListing(ObservableValue<Look> look) {
    this.look = look;
    setId("check-code");
    setContent(listing);
    setFitToWidth(true);
    getStyleClass().add("listing-scroll");
    viewportBoundsProperty().subscribe(_ -> Platform.runLater(this::scroll));
    // Not within the layout that changed the width: nodes made there would miss their style.
    widthProperty().subscribe((_, _) -> Platform.runLater(this::resize));
    look.subscribe(() -> resize());
  }

  private void resize() {
    var now = look.getValue();
    double fitting = Math.floor(2 * listing.sizeFor(getWidth() - BAR)) / 2;
    double size = Math.clamp(fitting, now.px(SMALLEST), now.px(FONT));
    listing.setSize(size);
    double height = size * LINE * Math.min(LINES, Math.max(3, listing.length() + 1));
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  void show(List<String> lines, int line) {
    listing.setLines(lines);
    lit = line;
    listing.light(line);
    resize();
    setVisible(!lines.isEmpty());
    setManaged(!lines.isEmpty());
    setAccessibleText(
        line > 0 && line <= lines.size()
            ? "Your code, line %d lit: %s".formatted(line, lines.get(line - 1).strip())
            : "Your code");
    Platform.runLater(this::scroll);
  }

  private void scroll() {
    double height = getViewportBounds().getHeight();
    double hidden = listing.getHeight() - height;
    if (hidden > 0 && lit >= 1 && lit <= listing.length()) {
      double centre = listing.line(lit).getBoundsInParent().getCenterY();
      setVvalue(Math.clamp((centre - height / 2) / hidden, 0, 1));
    }
  }
}
