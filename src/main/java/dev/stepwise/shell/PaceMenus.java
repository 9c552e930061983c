package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Speed;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.VBox;

/// How a run plays: how fast, and by what, such as epoch, batch or operation. Both are seen always.
final class PaceMenus {
  private final MenuButton speed = menu("speed", "speed-label", "How fast it plays (+ and −)");
  private final MenuButton grain = menu("grain", "grain-label", "What a step of playing is");
  private final VBox box = new VBox(speed, grain);
  private final Consumer<Speed> setSpeed;
  private final IntConsumer walkAt;
  private List<String> grains = List.of();

  /// @param setSpeed asked for another speed
  /// @param walkAt asked for another depth, from 1 for the top level
  PaceMenus(Consumer<Speed> setSpeed, IntConsumer walkAt) {
    this.setSpeed = setSpeed;
    this.walkAt = walkAt;
    box.getStyleClass().add("pace");
    for (var each : Speed.values()) {
      var item = new RadioMenuItem(each.label());
      item.setUserData(each);
      item.setOnAction(_ -> this.setSpeed.accept(each));
      speed.getItems().add(item);
    }
  }

  private static MenuButton menu(String id, String style, String hint) {
    var button = new MenuButton();
    button.setId(id);
    button.getStyleClass().addAll(Styles.FLAT, "pace-menu", style);
    button.setTooltip(Controls.tip(hint));
    button.setAccessibleText(hint);
    return button;
  }

  VBox node() {
    return box;
  }

  /// Names the levels of the run, the top one first.
  void setGrains(List<String> names) {
    grains = names;
    grain.getItems().clear();
    for (int i = 0; i < names.size(); i++) {
      int depth = i + 1;
      var item = new RadioMenuItem("by " + names.get(i));
      item.setId("grain-" + depth);
      item.setOnAction(_ -> walkAt.accept(depth));
      grain.getItems().add(item);
    }
  }

  void show(PlayerState<?> state) {
    speed.setText(state.speed().label());
    speed.setAccessibleText("Speed: " + state.speed().label());
    speed
        .getItems()
        .forEach(
            item -> ((RadioMenuItem) item).setSelected(state.speed().equals(item.getUserData())));
    if (!grains.isEmpty()) {
      int level = Math.min(state.depth(), grains.size());
      grain.setText("by " + grains.get(level - 1));
      grain.setAccessibleText("Plays by " + grains.get(level - 1));
      for (int i = 0; i < grains.size(); i++) {
        ((RadioMenuItem) grain.getItems().get(i)).setSelected(i == level - 1);
      }
    }
  }
}
