package dev.stepwise.shell.practising;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small pieces of which the band and the tabs are made.
final class Parts {
  private Parts() {}

  static Label label(String text, String... classes) {
    var label = new Label(text);
    label.getStyleClass().addAll(classes);
    return label;
  }

  static Label paragraph(String text, String... classes) {
    var label = label(text, classes);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A button with its key behind its name, where it has one.
  static Button button(String id, String text, String key, Runnable action) {
    var button = new Button(text);
    button.setMnemonicParsing(false); // names of numbers have underscores
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    button.setAccessibleText(key.isEmpty() ? text : text + ": " + key);
    if (!key.isEmpty()) {
      button.setGraphic(label(key, "practice-key"));
      button.setTooltip(new Tooltip(text + " (" + key + ")"));
    }
    return button;
  }

  static Button iconButton(String id, String text, Ikon icon, Runnable action) {
    var button = button(id, text, "", action);
    button.setGraphic(new FontIcon(icon));
    return button;
  }

  /// Something at the left, something at the right.
  static HBox row(Node left, Node right) {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    var row = new HBox(8, left, spring, right);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// How many of how many, with a bar.
  static HBox tally(String name, int right, int all) {
    var label = label(name, "tally-name");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    var bar = new ProgressBar(all == 0 ? 0 : (double) right / all);
    bar.getStyleClass().add("tally-bar");
    var count = label("%d of %d".formatted(right, all), "number");
    count.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(10, label, bar, count);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
