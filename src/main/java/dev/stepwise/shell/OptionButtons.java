package dev.stepwise.shell;

import dev.stepwise.view.StageOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/// The buttons of a [StageOption], one of them pressed always.
final class OptionButtons {
  private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
  private final Node node;

  OptionButtons(StageOption option, Consumer<String> choose) {
    var segments = new SegmentedButton();
    segments.setId("option-" + option.id());
    segments.setAccessibleText(option.label());
    for (var choice : option.choices()) {
      var button = new ToggleButton(choice);
      button.setAccessibleText(option.label() + ": " + choice);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setSelected(choice.equals(option.standard()));
      button.setOnAction(_ -> choose.accept(choice));
      segments.getButtons().add(button);
      buttons.put(choice, button);
    }
    keepOne(segments);
    node = SettingField.named(option.label(), segments);
  }

  Node node() {
    return node;
  }

  /// Shows what is chosen without telling of it.
  void show(String choice) {
    var button = buttons.get(choice);
    if (button != null) {
      button.setSelected(true);
    }
  }

  /// Keeps the pressed button pressed when it is clicked again.
  static void keepOne(SegmentedButton segments) {
    segments
        .getToggleGroup()
        .selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now == null && before != null) {
            before.setSelected(true);
          }
        });
  }
}
