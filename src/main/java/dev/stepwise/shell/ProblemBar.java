package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.StageOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar above the stage: which problem is open, its settings, its data, and the tools that edit
/// it.
final class ProblemBar {

  /// What the bar asks for.
  interface Actions {
    /// Opens a preset.
    void open(Preset preset);

    /// Changes a parameter.
    void change(String parameter, Object value);

    /// Takes a tool in hand; empty for inspecting.
    void use(Optional<StageEditor.Tool> tool);

    /// Does what a button or its key stands for.
    boolean perform(Command command);

    /// Looks at the stage in another way.
    void choose(StageOption option, String choice);

    /// Back to the problem as it was opened.
    void reset();
  }

  private static final double POINT_WIDTH = 200;
  private static final double LEAST_PRESETS = 120;

  private final VBox box = new VBox();
  private final ComboBox<Preset> presets;
  private final Choosing<Preset> choosing;
  private final Label point = Controls.paragraph("", "point");
  private final Label message = Controls.paragraph("", "problem-message");
  private final StackPane about = new StackPane(point, message);
  private final List<SettingField> fields = new ArrayList<>();
  private final Map<StageOption, Node> choices = new LinkedHashMap<>();
  private final FurtherSettings further;
  private final Button undo;
  private final Button redo;
  private final HBox head;
  private Optional<MenuButton> data = Optional.empty();

  ProblemBar(
      Schema schema,
      List<Preset> presetList,
      List<MenuItem> dataItems,
      List<StageEditor.Tool> tools,
      List<StageOption> options,
      Actions actions) {
    presets = new ComboBox<>(FXCollections.observableArrayList(presetList));
    presets.setId("presets");
    presets.setAccessibleText("Preset");
    presets.setMinWidth(LEAST_PRESETS);
    choosing = Choosing.in(presets, actions::open);
    HBox.setHgrow(about, Priority.ALWAYS);
    StackPane.setAlignment(point, Pos.CENTER_LEFT);
    StackPane.setAlignment(message, Pos.CENTER_LEFT);
    point.setMaxWidth(Double.MAX_VALUE);
    head = new HBox(8, presets, about);
    head.getStyleClass().add("problem-head");

    var row = new FlowPane(8, 8);
    row.getStyleClass().add("problem-settings");
    var prominentFields = fieldsOf(schema, Schema.Standing.PROMINENT, actions);
    prominentFields.forEach(field -> row.getChildren().add(field.node()));
    var furtherFields = fieldsOf(schema, Schema.Standing.FURTHER, actions);
    fields.addAll(prominentFields);
    fields.addAll(furtherFields);
    further = new FurtherSettings(furtherFields);
    if (!furtherFields.isEmpty()) {
      var more = Controls.iconButton("more", Feather.SLIDERS, "Further settings", () -> {});
      more.setOnAction(_ -> further.toggle(more));
      row.getChildren().add(more);
    }
    undo =
        Controls.iconButton(
            "undo",
            Feather.CORNER_UP_LEFT,
            "Undo the last edit (Ctrl+Z)",
            () -> actions.perform(Command.UNDO));
    redo =
        Controls.iconButton(
            "redo",
            Feather.CORNER_UP_RIGHT,
            "Redo the edit (Ctrl+Shift+Z)",
            () -> actions.perform(Command.REDO));
    var reset =
        Controls.iconButton(
            "reset",
            Feather.REFRESH_CCW,
            "Reset: the same start again, without edits",
            actions::reset);
    if (!dataItems.isEmpty()) {
      var menu = dataMenu(dataItems);
      data = Optional.of(menu);
      head.getChildren().add(menu);
    }
    head.getChildren().add(reset);
    if (!tools.isEmpty()) {
      var history = new HBox(undo, redo);
      history.getStyleClass().add("problem-buttons");
      row.getChildren().addAll(toolButtons(tools, actions), history);
    }
    options.forEach(option ->
        choices.put(option, OptionButtons.of(option, choice -> actions.choose(option, choice))));
    row.getChildren().addAll(choices.values());
    message.setId("problem-message");
    showMessage("");
    box.getStyleClass().add("problem-bar");
    fields.forEach(field ->
        field
            .node()
            .addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                  if (!event.getCode().equals(KeyCode.ENTER)) {
                    showMessage("");
                  }
                }));
    box.getChildren().addAll(head, row);
    about.setPrefWidth(POINT_WIDTH);
    point.setMinHeight(Region.USE_COMPUTED_SIZE);
    head.widthProperty().subscribe(_ -> placePoint());
    presets.widthProperty().subscribe(_ -> placePoint());
  }

  /// What stands in the first line besides the point or a message.
  private double taken() {
    return head.getChildren().stream()
        .filter(node -> !node.equals(about))
        .mapToDouble(node -> node.prefWidth(-1) + head.getSpacing())
        .sum();
  }

  /// Where the line is too short, the data menu is its icon alone: a long title must not push the
  /// panel out of the window.
  private void fitData() {
    data.ifPresent(menu -> {
      menu.setContentDisplay(ContentDisplay.LEFT);
      if (taken() > head.getWidth()) {
        menu.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      }
    });
  }

  /// Beside the preset where there is room, else on a line of its own.
  private void placePoint() {
    fitData();
    double taken = taken();
    boolean beside = head.getWidth() - taken >= POINT_WIDTH;
    if (beside && !head.getChildren().contains(about)) {
      box.getChildren().remove(about);
      head.getChildren().set(1, about);
    } else if (!beside && head.getChildren().contains(about)) {
      head.getChildren().set(1, Controls.spring());
      box.getChildren().add(1, about);
    }
  }

  private static List<SettingField> fieldsOf(
      Schema schema, Schema.Standing standing, Actions actions) {
    return schema.parameters().stream()
        .filter(field -> field.standing() == standing)
        .flatMap(field -> SettingField.of(field, actions::change).stream())
        .toList();
  }

  private static MenuButton dataMenu(List<MenuItem> items) {
    var data = new MenuButton("Data…", new FontIcon(Feather.DATABASE));
    data.setId("data");
    data.setAccessibleText("Data: use your own");
    data.setTooltip(Controls.tip("Use data of your own"));
    data.setMinWidth(Region.USE_PREF_SIZE);
    data.getItems().addAll(items);
    return data;
  }

  private static SegmentedButton toolButtons(List<StageEditor.Tool> tools, Actions actions) {
    var segments = new SegmentedButton();
    segments.setId("tools");
    segments.setAccessibleText("Tools");
    var inspect = tool("inspect", "Inspect", "Click a number or a mark to see why it is so.");
    inspect.setSelected(true);
    inspect.setOnAction(_ -> actions.use(Optional.empty()));
    segments.getButtons().add(inspect);
    for (var each : tools) {
      var button = tool(each.id(), each.title(), each.hint());
      button.setOnAction(_ -> actions.use(Optional.of(each)));
      segments.getButtons().add(button);
    }
    OptionButtons.keepOne(segments);
    return segments;
  }

  private static ToggleButton tool(String id, String title, String hint) {
    var button = new ToggleButton(title);
    button.setId("tool-" + id);
    button.setTooltip(Controls.tip(hint));
    button.setAccessibleText(title + ": " + hint);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  VBox node() {
    return box;
  }

  /// Where controls of the whole screen stand, at the right of the bar's first line.
  HBox head() {
    return head;
  }

  /// Names the preset that is open; data of one's own is offered from now on.
  void showPreset(Preset preset) {
    int known = indexOf(preset);
    choosing.quietly(() -> {
      if (known < 0) {
        presets.getItems().add(preset);
      } else if (preset.isOwn()) {
        presets.getItems().set(known, preset);
      }
    });
    choosing.show(preset);
    point.setText(preset.point());
  }

  /// Offers data of one's own no more.
  void forget(Preset preset) {
    int known = indexOf(preset);
    if (known >= 0) {
      choosing.show(null);
      choosing.quietly(() -> presets.getItems().remove(known));
    }
  }

  private int indexOf(Preset preset) {
    return presets.getItems().stream().map(Preset::id).toList().indexOf(preset.id());
  }

  /// Shows the parameters of the problem that is open.
  void show(Given given) {
    for (var field : fields) {
      var value = given.parameters().get(field.field().name());
      if (value != null) {
        field.setter().set(value);
      }
    }
  }

  /// Dims the settings that make no difference, and says why to whoever points at them.
  ///
  /// @param reasons by the names of the parameters
  void rest(Map<String, String> reasons) {
    fields.forEach(field -> field.rest(Optional.ofNullable(reasons.get(field.field().name()))));
  }

  /// Shows the options that make a difference, and no others.
  void offer(Predicate<StageOption> offered) {
    choices.forEach((option, buttons) -> {
      buttons.setVisible(offered.test(option));
      buttons.setManaged(offered.test(option));
    });
  }

  void showHistory(Session<?, ?> session) {
    undo.setDisable(!session.canUndo());
    redo.setDisable(!session.canRedo());
  }

  /// Says why something could not be done; an empty text takes it away. It stands where the point
  /// does, so that it takes no height from the stage, and goes with the next key in a setting, as
  /// what was wrong is then being changed.
  void showMessage(String text) {
    boolean says = !text.isEmpty();
    message.setText(text);
    message.setVisible(says);
    message.setManaged(says);
    point.setVisible(!says);
    point.setManaged(!says);
  }

  /// Says why a problem cannot be run. A reason that begins with a verb gets the name of what it
  /// speaks of.
  void showRefusal(InvalidInput reason) {
    var words = String.valueOf(reason.getMessage());
    boolean nameless = words.startsWith("has ") || words.startsWith("is ");
    showMessage(
        "That cannot be run: " + (nameless ? name(reason.place()) + " " : "") + words + ".");
  }

  /// `W_f[0]` for `/inputs/W_f/0`.
  private static String name(String place) {
    var parts = List.of(place.split("/"));
    if (!place.startsWith("/") || parts.size() < 3) {
      return place;
    }
    var indices =
        parts.subList(3, parts.size()).stream()
            .map(part -> "[" + part + "]")
            .collect(Collectors.joining());
    return parts.get(2) + indices;
  }

  /// Closes what floats above the bar; false where nothing does.
  boolean hidePopOver() {
    return further.hide();
  }
}
