package dev.stepwise.shell.checking;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small pieces of which the tab and the walk are made.
final class Pieces {
  private Pieces() {}

  static Label label(String text, String... classes) {
    var label = new Label(text);
    label.getStyleClass().addAll(classes);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  static Label paragraph(String text, String... classes) {
    var label = new Label(text);
    label.getStyleClass().addAll(classes);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A button with an icon; its hint is its tool tip, and what screen readers say.
  static Button button(String id, String text, Ikon icon, String hint, Runnable action) {
    var button = new Button(text, new FontIcon(icon));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(hint));
    button.setAccessibleText(text.isEmpty() ? hint : text + ": " + hint);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
