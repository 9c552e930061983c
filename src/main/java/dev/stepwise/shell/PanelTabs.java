package dev.stepwise.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Tabs of which one is in front, and what it shows.
final class PanelTabs {
  private final HBox buttons = new HBox(4);
  private final HBox bar = new HBox(buttons, Controls.spring());
  private final ScrollPane body = new ScrollPane();
  private final ToggleGroup group = new ToggleGroup();
  private final Map<String, ToggleButton> tabs = new LinkedHashMap<>();
  private Consumer<String> selected = _ -> {};

  PanelTabs() {
    bar.getStyleClass().add("tabs");
    bar.setMinWidth(0);
    body.setFitToWidth(true);
    body.setFitToHeight(true);
    body.getStyleClass().add("panel-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    group
        .selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now == null && before != null) {
            before.setSelected(true);
          }
        });
  }

  HBox bar() {
    return bar;
  }

  Region body() {
    return body;
  }

  /// Puts something at the right end of the tabs.
  void addAtEnd(Node node) {
    bar.getChildren().add(node);
  }

  /// Tells somebody else too which tab came in front.
  void onSelect(Consumer<String> listener) {
    selected = selected.andThen(listener);
  }

  /// Adds a tab behind the others; the first one is in front.
  void add(String id, String title, Region content) {
    var tab = new ToggleButton(title);
    tab.setId("tab-" + id);
    tab.getStyleClass().setAll("tab-button");
    tab.setAccessibleText("Panel: " + title);
    tab.setMinWidth(Region.USE_PREF_SIZE);
    tab.setToggleGroup(group);
    tab.selectedProperty()
        .subscribe(inFront -> {
          if (inFront) {
            body.setContent(content);
            selected.accept(id);
          }
        });
    tabs.put(id, tab);
    buttons.getChildren().add(tab);
    if (tabs.size() == 1) {
      select(id);
    }
  }

  /// Takes a tab away; where it was in front, the first one is.
  void remove(String id) {
    var gone = Optional.ofNullable(tabs.remove(id));
    gone.ifPresent(tab -> {
      boolean inFront = tab.isSelected();
      tab.setToggleGroup(null);
      buttons.getChildren().remove(tab);
      if (inFront) {
        group.selectToggle(group.getToggles().getFirst());
      }
    });
  }

  /// Brings a tab to the front.
  void select(String id) {
    Optional.ofNullable(tabs.get(id)).ifPresent(group::selectToggle);
  }

  /// Whether a tab is in front.
  boolean isSelected(String id) {
    return Optional.ofNullable(tabs.get(id)).filter(ToggleButton::isSelected).isPresent();
  }
}
