package dev.stepwise.panel;

import dev.stepwise.compute.run.Value;
import dev.stepwise.draw.Look;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The listing with the line that a step executes, and below it the variables. Its lines are whole:
/// smaller where that makes them fit, else to be scrolled. Style class: `code-panel`.
public final class CodePanel extends VBox {
  private static final double FONT = 12;
  private static final double SMALLEST = 9.5;
  private static final double LEAST_LISTING = 230;
  private static final double BAR = 14; // what the scroll bar at the right may take

  private final ListingView listing = new ListingView();
  private final ScrollPane scroll = new ScrollPane(listing);
  private final VariableTable variables = new VariableTable();
  private final ObservableValue<Look> look;
  private int current;

  /// An empty panel.
  ///
  /// @param look its scale sets the size of the text
  public CodePanel(ObservableValue<Look> look) {
    this.look = look;
    getStyleClass().add("code-panel");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("listing-scroll");
    VBox.setVgrow(scroll, Priority.SOMETIMES);
    var heading = new Label("Variables");
    heading.getStyleClass().add("panel-heading");
    getChildren().setAll(scroll, heading, variables);
    scroll.viewportBoundsProperty().subscribe(() -> showCurrent());
    // Not within the layout that changed the width: nodes made there would miss their style.
    scroll.widthProperty().subscribe((_, _) -> Platform.runLater(this::resizeText));
    look.subscribe(() -> resizeText());
  }

  /// Shows another listing.
  public void setListing(List<String> lines) {
    listing.setLines(lines);
    resizeText();
    show(0);
  }

  /// Shows a step.
  ///
  /// @param line the line that it executes, from 1
  /// @param values the variables, in the order in which they came to be
  public void show(
      int line, SequencedMap<String, Value> values, List<String> reads, List<String> writes) {
    show(line);
    variables.show(values, reads, writes);
    variables.setOpacity(Pace.AT_REST.opacity());
  }

  /// Sets who opens a variable of more than one number, given its name and value.
  public void setOnOpen(BiConsumer<String, Value> open) {
    variables.setOnOpen(open);
  }

  /// Shows the line of a step that is passed; the variables wait for one that stays.
  public void pass(int line) {
    show(line);
    variables.setOpacity(Pace.IN_PASSING.opacity());
  }

  private void show(int line) {
    current = line;
    listing.light(line);
    // Where the line is, is known only after the next layout.
    Platform.runLater(this::showCurrent);
  }

  private void showCurrent() {
    double height = scroll.getViewportBounds().getHeight();
    double hidden = listing.getHeight() - height;
    if (hidden <= 0 || current < 1 || current > listing.length()) {
      return;
    }
    var row = listing.line(current).getBoundsInParent();
    double top = scroll.getVvalue() * hidden;
    if (row.getMinY() < top || row.getMaxY() > top + height) {
      scroll.setVvalue(Math.clamp((row.getCenterY() - height / 2) / hidden, 0, 1));
    }
  }

  /// Smaller where that makes every line fit, in half pixels, so that the size does not creep while
  /// the panel's edge is dragged. Where lines would not fit even so, they are scrolled instead.
  private void resizeText() {
    var now = look.getValue();
    double fitting = Math.floor(2 * listing.sizeFor(scroll.getWidth() - BAR)) / 2;
    listing.setSize(fitting >= now.px(SMALLEST) ? Math.min(fitting, now.px(FONT)) : now.px(FONT));
    listing.light(current);
    scroll.setMinHeight(now.px(LEAST_LISTING));
    variables.setSize(now.px(FONT));
  }
}
