package dev.stepwise.panel;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small controls of which panels are made.
public final class Pieces {
  private Pieces() {}

  /// A label with style classes, that is never cut.
  public static Label label(String text, String... classes) {
    var label = new Label(text);
    label.getStyleClass().addAll(classes);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// A label that breaks its lines.
  public static Label paragraph(String text, String... classes) {
    var label = new Label(text);
    label.getStyleClass().addAll(classes);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A button with an icon; its hint is its tool tip, and what screen readers say.
  public static Button button(String id, String text, Ikon icon, String hint, Runnable action) {
    var button = new Button(text, new FontIcon(icon));
    button.setMnemonicParsing(false); // names of numbers and files have underscores
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(hint));
    button.setAccessibleText(text.isEmpty() ? hint : text + ": " + hint);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
