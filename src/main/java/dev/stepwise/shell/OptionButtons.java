package dev.stepwise.shell;

import dev.stepwise.view.StageOption;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/// The buttons of a [StageOption], one of them pressed always.
final class OptionButtons {
  private OptionButtons() {}

  static Node of(StageOption option, Consumer<String> choose) {
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
    }
    keepOne(segments);
    return SettingField.named(option.label(), segments);
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
