package dev.stepwise.shell;

import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.Region;
import org.controlsfx.control.BreadCrumbBar;

/// Where the run stands, from the top level down: `Iteration 3 › Assign › point 17`. A click on a
/// part goes there.
final class Crumbs {
  private final BreadCrumbBar<PlayerState.Crumb> bar = new BreadCrumbBar<>();
  private List<PlayerState.Crumb> shown = List.of();

  Crumbs(Consumer<Position> goTo) {
    bar.setId("crumbs");
    bar.getStyleClass().add("crumbs");
    bar.setAccessibleText("Where the run stands");
    bar.setAutoNavigationEnabled(false);
    bar.setMinWidth(Region.USE_PREF_SIZE);
    bar.setCrumbFactory(this::crumb);
    bar.setOnCrumbAction(event -> goTo.accept(event.getSelectedCrumb().getValue().position()));
  }

  Region node() {
    return bar;
  }

  void show(PlayerState<?> state) {
    if (state.crumbs().equals(shown)) {
      return;
    }
    shown = state.crumbs();
    TreeItem<PlayerState.Crumb> deepest = null;
    for (var crumb : shown) {
      var item = new TreeItem<>(crumb);
      if (deepest != null) {
        deepest.getChildren().add(item);
      }
      deepest = item;
    }
    bar.setSelectedCrumb(deepest);
  }

  private Button crumb(TreeItem<PlayerState.Crumb> item) {
    boolean first = item.getParent() == null;
    boolean last = item.isLeaf();
    var label = item.getValue().label();
    var button = new Button(label);
    if (!first) {
      button.setGraphic(Controls.label("›"));
    }
    button.getStyleClass().setAll("crumb-link", last ? "current" : "above");
    button.setAccessibleText(last ? label + ", the step shown" : "Go to " + label);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setFocusTraversable(!last);
    return button;
  }
}
