package dev.stepwise.shell;

import dev.stepwise.view.StageEditor;
import dev.stepwise.view.StageModel;
import dev.stepwise.view.StageOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands at the corner of the stage: the tools that edit on it, the ways to look at it, and
/// the teaching variants that are in force. The picture keeps clear of it.
final class StageTools {
  private final FlowPane row = new FlowPane(10, 4);
  private final Map<StageOption, OptionButtons> choices = new LinkedHashMap<>();
  private final Map<StageEditor.Tool, ToggleButton> tools = new LinkedHashMap<>();
  private final ToggleButton inspect =
      tool("inspect", "Inspect", "Click a number or a mark to see why it is so.");
  private final SegmentedButton toolButtons = new SegmentedButton();
  private final Label variant = Controls.paragraph("", "variant");
  private String variants = "";

  StageTools(List<StageEditor.Tool> tools, List<StageOption> options, ProblemBar.Actions actions) {
    row.getStyleClass().add("stage-tools");
    row.setId("stage-tools");
    variant.setId("variant");
    variant.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
    row.getChildren().add(variant);
    if (!tools.isEmpty()) {
      addTools(tools, actions);
    }
    options.forEach(option ->
        choices.put(option, new OptionButtons(option, choice -> actions.choose(option, choice))));
    choices.values().forEach(buttons -> row.getChildren().add(buttons.node()));
    showVariants(List.of());
    // Not within the layout that changed the width.
    row.widthProperty().subscribe((_, _) -> Platform.runLater(this::fitVariant));
  }

  Region node() {
    return row;
  }

  /// Shows the options that make a difference, and no others.
  void offer(Predicate<StageOption> offered) {
    choices.forEach((option, buttons) -> show(buttons.node(), offered.test(option)));
    showRow();
  }

  /// Shows what is chosen on a stage, whoever chose it.
  void follow(StageModel<?, ?> stage) {
    stage.onTouch(
        touched -> choices.forEach((option, buttons) -> buttons.show(touched.choice(option))));
  }

  /// Shows the tools that can do something, and no others. One in hand that can do nothing is laid
  /// down.
  void offerTools(Predicate<StageEditor.Tool> offered) {
    tools.forEach((tool, button) -> {
      boolean useful = offered.test(tool);
      if (!useful && button.isSelected()) {
        inspect.fire();
      }
      show(button, useful);
    });
    show(toolButtons, tools.values().stream().anyMatch(Node::isManaged));
    showRow();
  }

  /// Keeps the data as it is, for a reason; empty to let it be edited. Ways to look stay.
  void lock(Optional<String> reason) {
    if (reason.isPresent()) {
      inspect.setSelected(true);
    }
    toolButtons.setDisable(reason.isPresent());
  }

  /// Names the teaching variants in force.
  void showVariants(List<String> names) {
    variants = String.join(", ", names);
    variant.setAccessibleText("Teaching variant: " + variants);
    variant.setTooltip(Controls.tip("Teaching variant: " + variants));
    show(variant, !names.isEmpty());
    showRow();
  }

  private void showRow() {
    show(row, row.getChildren().stream().anyMatch(Node::isManaged));
    fitVariant();
  }

  /// A second row would take its room from the picture: where one is too short for all, the sign
  /// alone says that what it names is a teaching variant.
  private void fitVariant() {
    variant.setText("Teaching variant: " + variants);
    if (variant.isManaged() && row.getScene() != null && row.getWidth() > 0) {
      row.applyCss();
      if (neededWidth() > row.getWidth()) {
        variant.setText(variants);
      }
    }
  }

  private double neededWidth() {
    var parts = row.getChildren().stream().filter(Node::isManaged).toList();
    return row.snappedLeftInset()
        + row.snappedRightInset()
        + parts.stream().mapToDouble(part -> part.prefWidth(-1)).sum()
        + row.getHgap() * (parts.size() - 1);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void addTools(List<StageEditor.Tool> offered, ProblemBar.Actions actions) {
    toolButtons.setId("tools");
    toolButtons.setAccessibleText("Tools");
    inspect.setSelected(true);
    inspect.setOnAction(_ -> actions.use(Optional.empty()));
    toolButtons.getButtons().add(inspect);
    for (var each : offered) {
      var button = tool(each.id(), each.title(), each.hint());
      button.setOnAction(_ -> actions.use(Optional.of(each)));
      toolButtons.getButtons().add(button);
      tools.put(each, button);
    }
    OptionButtons.keepOne(toolButtons);
    row.getChildren().add(toolButtons);
  }

  private static ToggleButton tool(String id, String title, String hint) {
    var button = new ToggleButton(title);
    button.setId("tool-" + id);
    button.setTooltip(Controls.tip(hint));
    button.setAccessibleText(title + ": " + hint);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
