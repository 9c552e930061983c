package dev.stepwise.shell;

import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Type;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.controlsfx.control.BreadCrumbBar;

/// Where the run stands, from the top level down: `Iteration 3 › Assign › point 17`. A click on a
/// part goes there.
final class Crumbs {
  private static final double SEPARATOR = 22;
  private static final double BODY = 14;

  private final BreadCrumbBar<PlayerState.Crumb> bar = new BreadCrumbBar<>();
  private final HBox box = new HBox(bar);
  private final Text measure = new Text();
  private List<PlayerState.Crumb> shown = List.of();
  private List<PlayerState.Crumb> way = List.of();
  private boolean shownCut;

  Crumbs(Consumer<Position> goTo) {
    bar.setId("crumbs");
    bar.getStyleClass().add("crumbs");
    bar.setAccessibleText("Where the run stands");
    bar.setAutoNavigationEnabled(false);
    bar.setFocusTraversable(false); // its crumbs are what can be chosen
    bar.setMinWidth(Region.USE_PREF_SIZE);
    box.setMinWidth(0);
    HBox.setHgrow(box, Priority.ALWAYS);
    // Not within the layout that changed the width: nodes made there would miss their style.
    box.widthProperty().subscribe((_, _) -> Platform.runLater(this::fit));
    bar.setCrumbFactory(this::crumb);
    bar.setOnCrumbAction(event -> goTo.accept(event.getSelectedCrumb().getValue().position()));
  }

  Region node() {
    return box;
  }

  void show(PlayerState<?> state) {
    way = state.crumbs();
    fit();
  }

  /// Shows as much of the way, from its end, as there is room for.
  private void fit() {
    int from = 0;
    while (from < way.size() - 1 && box.getWidth() > 0 && needed(from) > box.getWidth()) {
      from++;
    }
    var fitting = way.subList(from, way.size());
    boolean cut = from > 0;
    if (fitting.equals(shown) && cut == shownCut) {
      return;
    }
    shown = List.copyOf(fitting);
    shownCut = cut;
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

  /// How wide the whole way is.
  double wholeWidth() {
    return needed(0);
  }

  private double needed(int from) {
    double needed = from == 0 ? 0 : 2 * measured("… ");
    for (var crumb : way.subList(from, way.size())) {
      needed += measured(crumb.label()) + measured(" › ") + SEPARATOR / 2;
    }
    return needed;
  }

  private double measured(String text) {
    measure.setText(text);
    return measure.getLayoutBounds().getWidth();
  }

  /// Sets the colours and sizes, by which is judged what fits.
  void setLook(Look look) {
    measure.setFont(Fonts.BUNDLED.font(Type.Face.BOLD, look.px(BODY)));
    fit();
  }

  private Button crumb(TreeItem<PlayerState.Crumb> item) {
    boolean top = item.getParent() == null;
    boolean first = top && !shownCut;
    boolean last = item.isLeaf();
    var label = item.getValue().label();
    var button = new Button(label);
    button.setMnemonicParsing(false);
    if (!first) {
      button.setGraphic(Controls.label(top ? "… ›" : "›"));
    }
    button.getStyleClass().setAll("crumb-link", last ? "current" : "above");
    button.setAccessibleText(last ? label + ", the step shown" : "Go to " + label);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setFocusTraversable(!last);
    return button;
  }
}
