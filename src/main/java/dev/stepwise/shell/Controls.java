package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.panel.Pieces;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small controls that many parts of the window are made of.
final class Controls {
  private static final double WIDEST_TIP = 340;

  private Controls() {}

  /// A button with an icon and a word.
  ///
  /// @param hint what it does, for the tool tip and for screen readers
  static Button button(String id, String text, Ikon icon, String hint, Runnable action) {
    var button = Pieces.button(id, text, icon, hint, action);
    button.setTooltip(tip(hint));
    return button;
  }

  /// A button with an icon alone.
  static Button iconButton(String id, Ikon icon, String hint, Runnable action) {
    var button = button(id, "", icon, hint, action);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    return button;
  }

  /// A button that stays pressed, with an icon and a word.
  static ToggleButton toggle(String id, String text, Ikon icon, String hint) {
    var button = new ToggleButton(text, new FontIcon(icon));
    button.setId(id);
    button.setTooltip(tip(hint));
    button.setAccessibleText(hint);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /// A tool tip that comes soon.
  static Tooltip tip(String text) {
    var tip = new Tooltip(text);
    tip.setShowDelay(Duration.millis(400));
    return tip;
  }

  /// A tool tip of a sentence or two, in lines that are not too long.
  static Tooltip longTip(String text) {
    var tip = tip(text);
    tip.setWrapText(true);
    tip.setMaxWidth(WIDEST_TIP);
    return tip;
  }

  /// A label with style classes, that is never cut.
  static Label label(String text, String... classes) {
    return Pieces.label(text, classes);
  }

  /// A label that breaks its lines.
  static Label paragraph(String text, String... classes) {
    return Pieces.paragraph(text, classes);
  }

  /// Takes the room between what stands left and right of it.
  static Region spring() {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }
}
