package dev.stepwise.shell.checking;

import dev.stepwise.panel.Pieces;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A number with its name above it. Style classes: `check-number` with `wrong`, `right` or `ratio`.
final class NumberCard extends VBox {

  /// @param name what it is
  /// @param value the number
  /// @param style how it is coloured
  /// @param shown the number as a node
  private NumberCard(String name, String value, String style, Node shown) {
    super(3, Pieces.label(name, "check-figure-name"), shown);
    getStyleClass().addAll("check-number", style);
    setAccessibleText(name + ": " + value);
    setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(this, Priority.ALWAYS);
  }

  static NumberCard of(String name, String value, String style) {
    return new NumberCard(name, value, style, Pieces.label(value, "check-figure"));
  }

  /// With words before the number.
  static NumberCard of(String name, String words, String value, String style) {
    var said = Pieces.paragraph(words, "muted");
    said.setMinWidth(0);
    said.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(said, Priority.ALWAYS);
    var row = new HBox(8, said, Pieces.label(value, "check-figure", "large"));
    return new NumberCard(name, value, style, row);
  }
}
