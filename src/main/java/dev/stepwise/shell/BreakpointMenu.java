package dev.stepwise.shell;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.playback.PlayerState;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What playing pauses at: conditions of the exercise, and steps that the student marked.
final class BreakpointMenu {
  private final MenuButton button = new MenuButton("Pause at", new FontIcon(Feather.FLAG));
  private final Map<Condition, CheckMenuItem> items = new LinkedHashMap<>();
  private final CheckMenuItem here = new CheckMenuItem("This step");

  /// @param conditions that the exercise knows
  /// @param breakOn told of the conditions chosen
  /// @param toggleHere told to mark the step shown, or to take its mark away
  BreakpointMenu(
      List<Condition> conditions, Consumer<Set<Condition>> breakOn, Runnable toggleHere) {
    button.setId("breakpoints");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText("Pause at: what playing pauses at");
    button.setTooltip(Controls.tip("What playing pauses at"));
    for (var condition : conditions) {
      var item = new CheckMenuItem(condition.title());
      item.setId("break-" + condition.id());
      item.setOnAction(_ -> breakOn.accept(chosen()));
      items.put(condition, item);
      button.getItems().add(item);
    }
    if (!conditions.isEmpty()) {
      button.getItems().add(new SeparatorMenuItem());
    }
    here.setId("break-here");
    here.setOnAction(_ -> toggleHere.run());
    button.getItems().add(here);
  }

  MenuButton node() {
    return button;
  }

  void show(PlayerState<?> state) {
    items.forEach((condition, item) -> item.setSelected(state.breakOn().contains(condition)));
    here.setSelected(state.breakpoints().contains(state.position()));
    int count = state.breakOn().size() + state.breakpoints().size();
    button.setText(count == 0 ? "Pause at" : "Pause at (" + count + ")");
  }

  private Set<Condition> chosen() {
    var chosen = new HashSet<Condition>();
    items.forEach((condition, item) -> {
      if (item.isSelected()) {
        chosen.add(condition);
      }
    });
    return chosen;
  }
}
