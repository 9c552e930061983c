package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Type;
import dev.stepwise.practice.Mode;
import dev.stepwise.session.Offer;
import dev.stepwise.session.Workspace;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.StageOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row above the stage: which problem is open, the settings that matter, its data, and what is
/// to be seen. It makes the tools at the stage's corner and the notice over the stage as well; the
/// layout places them.
final class ProblemBar {

  /// What the bar asks for.
  interface Actions {
    /// Opens a preset.
    void open(Offer preset);

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

    /// Shows the lab instead of the stage, or the stage again.
    void toggleLab();

    /// Opens or folds the panel.
    void togglePanel();
  }

  private static final double LEAST_PRESETS = 120;
  private static final double BODY = 14;
  private static final double BESIDE_TITLE = 4.4; // arrow and padding, in ems
  private static final double WIDEST_TITLE = 18;
  private static final int MOST_CHIPS = 3;

  private final HeaderRow row;
  private final ComboBox<Offer> presets;
  private final Choosing<Offer> choosing;
  private final Tooltip point = Controls.longTip("");
  private final Label message = Controls.paragraph("", "problem-message");
  private final List<SettingField> chips;
  private final List<SettingField> fields = new ArrayList<>();
  private final FurtherSettings further = new FurtherSettings();
  private final StageTools tools;
  private final ShownSettings settings;
  private final Button undo;
  private final Button redo;
  private double textScale = 1;
  private final Optional<MenuButton> data;
  private final Optional<ToggleButton> lab;
  private final ToggleButton panel;

  /// What the row is made of.
  ///
  /// @param schema the settings
  /// @param presets in the list
  /// @param data entries of the data menu; none for no menu
  /// @param tools that edit on the stage
  /// @param options ways to look at the stage
  /// @param lab whether there is one
  /// @param share what can be taken away
  /// @param compare what begins or ends a comparison
  /// @param header what stands in the place of settings
  record Parts(
      Schema schema,
      List<Offer> presets,
      List<MenuItem> data,
      List<StageEditor.Tool> tools,
      List<StageOption> options,
      LabOffer lab,
      Optional<MenuButton> share,
      Optional<ButtonBase> compare,
      Optional<Node> header) {}

  /// Whether an exercise has a lab.
  enum LabOffer {
    THERE,
    NONE
  }

  ProblemBar(Parts parts, Actions actions) {
    presets = new ComboBox<>(FXCollections.observableArrayList(parts.presets()));
    presets.setId("presets");
    presets.setAccessibleText("Preset");
    presets.setTooltip(point);
    presets.setCellFactory(_ -> new PresetCell());
    presets.setMinWidth(LEAST_PRESETS);
    choosing =
        Choosing.in(
            presets,
            chosen -> {
              showMessage("");
              actions.open(chosen);
            });
    row = new HeaderRow(presets, LEAST_PRESETS);
    BiConsumer<String, Object> change =
        (parameter, value) -> {
          showMessage("");
          actions.change(parameter, value);
        };
    var prominent = fieldsOf(parts.schema(), Schema.Standing.PROMINENT, change);
    chips =
        parts.header().isPresent()
            ? List.of()
            : prominent.subList(0, Math.min(MOST_CHIPS, prominent.size()));
    parts.header().ifPresent(row::addLeft);
    fields.addAll(prominent);
    fields.addAll(fieldsOf(parts.schema(), Schema.Standing.FURTHER, change));
    chips.forEach(chip -> row.addLeft(chip.node()));
    var more = Controls.iconButton("more", Feather.SLIDERS, "More settings", () -> {});
    more.setOnAction(_ -> further.toggle(more, withoutPlace(), this::takeBack));
    row.addLeft(more);
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
    var overflow = new HeaderOverflow(row);
    data = parts.data().isEmpty() ? Optional.<MenuButton>empty() : dataMenu(parts.data());
    lab = parts.lab() == LabOffer.THERE ? Optional.of(labButton(actions)) : Optional.empty();
    Stream.of(
            Optional.of(undo),
            Optional.of(redo),
            Optional.of(reset),
            data,
            parts.compare(),
            lab,
            parts.share())
        .flatMap(Optional::stream)
        .forEach(button -> {
          row.addRight(button);
          overflow.add(button);
        });
    row.setOverflow(overflow.node());
    panel = Controls.toggle("fold-panel", "", Feather.SIDEBAR, "Open or fold the panel");
    panel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    panel.setOnAction(_ -> actions.togglePanel());
    row.addRight(panel);

    row.leavesNext(undo, redo, reset);
    leaves(2);
    lab.ifPresent(row::leavesNext);
    leaves(1);
    data.ifPresent(row::leavesNext);
    parts.compare().ifPresent(row::leavesNext);
    parts.share().ifPresent(row::leavesNext);
    leaves(0);
    row.setOnChange(further::hide);

    tools = new StageTools(parts.tools(), parts.options(), actions);
    settings = new ShownSettings(parts.schema(), fields, tools);
    message.setId("problem-message");
    showMessage("");
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
  }

  private void leaves(int chip) {
    if (chip < chips.size()) {
      row.leavesNext(chips.get(chip).node());
    }
  }

  /// The settings that have no place in the row.
  private List<SettingField> withoutPlace() {
    return fields.stream().filter(field -> !row.holds(field.node())).toList();
  }

  private void takeBack() {
    chips.forEach(chip -> row.takeBack(chip.node()));
  }

  private static List<SettingField> fieldsOf(
      Schema schema, Schema.Standing standing, BiConsumer<String, Object> change) {
    return schema.parameters().stream()
        .filter(field -> field.standing() == standing)
        .flatMap(field -> SettingField.of(field, change).stream())
        .toList();
  }

  private static Optional<MenuButton> dataMenu(List<MenuItem> items) {
    var data = new MenuButton("Data", new FontIcon(Feather.DATABASE));
    data.setId("data");
    data.getStyleClass().add(Styles.FLAT);
    data.setAccessibleText("Data: use your own");
    data.setTooltip(Controls.tip("Use data of your own"));
    data.setMinWidth(Region.USE_PREF_SIZE);
    data.getItems().addAll(items);
    return Optional.of(data);
  }

  private static ToggleButton labButton(Actions actions) {
    var button =
        Controls.toggle(
            "show-lab", "Lab", Feather.BAR_CHART, "The lab: experiments with this problem");
    button.getStyleClass().add(Styles.FLAT);
    button.setOnAction(_ -> actions.toggleLab());
    return button;
  }

  Region node() {
    return row;
  }

  /// What stands at the stage's corner.
  StageTools tools() {
    return tools;
  }

  /// Why something could not be done, to be shown over the stage.
  Region notice() {
    return message;
  }

  /// Gives the presets the room that the longest of them asks for at a size of the text.
  void setTextScale(double scale) {
    textScale = scale;
    var measure = new Text();
    measure.setFont(Fonts.BUNDLED.font(Type.Face.BOLD, BODY * scale));
    double longest = 0;
    for (var preset : presets.getItems()) {
      measure.setText(preset.title());
      longest = Math.max(longest, measure.getLayoutBounds().getWidth());
    }
    double most = WIDEST_TITLE * BODY * scale; // a file's name may be as long as it likes
    presets.setPrefWidth(Math.ceil(Math.min(longest, most) + BESIDE_TITLE * BODY * scale));
  }

  /// Shows whether the panel is open.
  void showPanel(Settings.Panel state) {
    panel.setSelected(state == Settings.Panel.OPEN);
  }

  /// Shows whether the lab is open.
  void showLab(LabState state) {
    lab.ifPresent(button -> button.setSelected(state == LabState.OPEN));
  }

  /// Whether the lab is shown in the stage's place.
  enum LabState {
    OPEN,
    CLOSED
  }

  /// Names the preset that is open; data of one's own is offered from now on.
  void showPreset(Offer preset) {
    int known = indexOf(preset);
    choosing.quietly(() -> {
      if (known < 0) {
        presets.getItems().addFirst(preset); // where it is seen at once
      } else if (preset.isOwn()) {
        presets.getItems().set(known, preset);
      }
    });
    choosing.show(preset);
    setTextScale(textScale);
    point.setText(preset.point());
    presets.setAccessibleHelp(preset.point());
  }

  /// Offers data of one's own no more.
  void forget(Offer preset) {
    int known = indexOf(preset);
    if (known >= 0) {
      choosing.show(null);
      choosing.quietly(() -> presets.getItems().remove(known));
    }
  }

  private int indexOf(Offer preset) {
    return presets.getItems().stream().map(Offer::id).toList().indexOf(preset.id());
  }

  /// Shows what is open in a workspace, and why something could not be opened there.
  <P, F extends Frame> void follow(Workspace<P, F> workspace, ExerciseView<P, F> view) {
    var exercise = workspace.exercise();
    workspace.onProblem(problem -> {
      show(exercise.given(problem), exercise.idle(problem));
      tools.offer(option -> view.offers(option, problem));
      view.editor().ifPresent(editor -> tools.offerTools(tool -> editor.offers(tool, problem)));
      undo.setDisable(!workspace.canUndo());
      redo.setDisable(!workspace.canRedo());
      showMessage("");
    });
    workspace.onRefusal(this::showRefusal);
    // What was chosen and did not come about is not what the bar should say.
    Runnable again =
        () ->
            workspace
                .problem()
                .ifPresent(problem -> show(exercise.given(problem), exercise.idle(problem)));
    workspace.onRefusal(_ -> again.run());
    workspace.onFailure(_ -> again.run());
  }

  /// Shows the settings of a problem.
  ///
  /// @param reasons why some make no difference, by their names
  void show(Given given, Map<String, String> reasons) {
    settings.show(given, reasons);
  }

  /// Shows in which way the run is practised.
  void show(Mode mode) {
    settings.show(mode);
  }

  /// Keeps the settings as they are, for a reason; empty to let them be changed.
  void lock(Optional<String> reason) {
    settings.lock(reason);
  }

  /// The same of the data.
  void lockData(Optional<String> reason) {
    tools.lock(reason);
    data.ifPresent(menu -> menu.setDisable(reason.isPresent()));
  }

  /// Says why something could not be done; an empty text takes it away. It stands over the stage,
  /// so that it takes no height from it, and goes with the next key in a setting, as what was wrong
  /// is then being changed.
  void showMessage(String text) {
    message.setText(text);
    message.setVisible(!text.isEmpty());
    message.setManaged(!text.isEmpty());
  }

  /// Says why a problem cannot be run.
  void showRefusal(InvalidInput reason) {
    showMessage(Refusal.words(reason));
  }

  /// Closes what floats above the bar; false where nothing does.
  boolean hidePopOver() {
    return further.hide();
  }
}
