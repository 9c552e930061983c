package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.view.marks.CodePanel;
import dev.stepwise.view.marks.Formulas;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.StepPanel;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The panel on the right: what the step says, and the code that it runs.
final class SidePanel {
  private final VBox box = new VBox();
  private final StepPanel step;
  private final CodePanel code;
  private final ScrollPane body = new ScrollPane();
  private Optional<Step<? extends Frame>> unseen = Optional.empty();

  SidePanel(Registry.Ready<?, ?> entry, Formulas formulas, ObservableValue<Look> look) {
    step = new StepPanel(formulas, entry.view().rowCategory(), look);
    code = new CodePanel(look);
    code.setListing(entry.listing());
    var tabs = new HBox(4);
    tabs.getStyleClass().add("tabs");
    var group = new ToggleGroup();
    body.setFitToWidth(true);
    body.setFitToHeight(true);
    body.getStyleClass().add("panel-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    tabs.getChildren().addAll(tab("step", "Step", step, group), tab("code", "Code", code, group));
    group.selectToggle(group.getToggles().getFirst());
    group
        .selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now == null && before != null) {
            before.setSelected(true);
          }
        });
    box.setId("panel");
    box.getStyleClass().add("side-panel");
    box.getChildren().addAll(tabs, body);
  }

  private ToggleButton tab(String id, String title, Region content, ToggleGroup group) {
    var tab = new ToggleButton(title);
    tab.setId("tab-" + id);
    tab.getStyleClass().setAll("tab-button");
    tab.setAccessibleText("Panel: " + title);
    tab.setToggleGroup(group);
    tab.selectedProperty()
        .subscribe(selected -> {
          if (selected) {
            body.setContent(content);
            showCode();
          }
        });
    return tab;
  }

  Region node() {
    return box;
  }

  void show(Step<? extends Frame> shown) {
    step.show(shown.narration());
    unseen = Optional.of(shown);
    showCode();
  }

  /// The code's variables are many labels, which are made only for those who look at them.
  private void showCode() {
    if (code.equals(body.getContent())) {
      unseen.ifPresent(shown ->
          code.show(shown.line(), shown.frame().variables(), shown.reads(), shown.writes()));
      unseen = Optional.empty();
    }
  }
}
