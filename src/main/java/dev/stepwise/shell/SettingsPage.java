package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.playback.Speed;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// The settings; each holds at once.
final class SettingsPage extends VBox {
  private static final double LEAST_WORDS = 160;
  private static final double MOST_WORDS = 420;

  private final SettingsModel model;

  /// @param progress what can be done with what is remembered of answers
  /// @param python which Python runs code
  /// @param log shows the log
  SettingsPage(SettingsModel model, ProgressRow progress, PythonRow python, LogRow log) {
    super(20);
    this.model = model;
    setId("settings-page");
    getStyleClass().add("page");
    var grid = new GridPane(24, 18);
    row(
        grid,
        0,
        "Theme",
        "System follows your desktop.",
        choice(
            "theme",
            Settings.Theme.values(),
            theme ->
                switch (theme) {
                  case SYSTEM -> "System";
                  case LIGHT -> "Light";
                  case DARK -> "Dark";
                },
            Settings::theme,
            Settings::withTheme));
    row(grid, 1, "Text size", "Of all text and marks, as far as the window has room.", textSize());
    row(grid, 2, "Speed", "How fast a run plays.", speed());
    row(
        grid,
        3,
        "Motion",
        "Reduced shows each step at once, without moving there.",
        choice(
            "motion",
            Settings.Motion.values(),
            motion ->
                switch (motion) {
                  case SYSTEM -> "System";
                  case REDUCED -> "Reduced";
                  case FULL -> "Full";
                },
            Settings::motion,
            Settings::withMotion));
    row(
        grid,
        4,
        "Panel",
        "The panel beside the stage. It folds by itself in a narrow window.",
        choice(
            "panel",
            Settings.Panel.values(),
            panel ->
                switch (panel) {
                  case OPEN -> "Open";
                  case FOLDED -> "Folded";
                },
            Settings::panel,
            Settings::withPanel));
    row(
        grid,
        5,
        "Progress",
        "Right and wrong by kind of question, for review; kept on this computer alone.",
        new HBox(
            12,
            choice(
                "remembering",
                Settings.Remembering.values(),
                remembering ->
                    switch (remembering) {
                      case ON -> "Remember";
                      case OFF -> "Don't";
                    },
                Settings::remembering,
                Settings::withRemembering),
            progress.node()));
    row(
        grid,
        6,
        "Python",
        "Runs your code when it is checked (K). Empty: the one that is found.",
        python.node());
    row(
        grid,
        7,
        "Log",
        "What went wrong is written down on this computer, for a report; nothing is sent.",
        log.node());
    getChildren()
        .addAll(
            Controls.label("Settings", Styles.TITLE_2),
            grid,
            Controls.paragraph("Changes hold at once and are remembered.", "muted"));
  }

  private static void row(GridPane grid, int row, String title, String hint, Node control) {
    var words =
        new VBox(2, Controls.label(title, "setting-title"), Controls.paragraph(hint, "muted"));
    words.setMinWidth(LEAST_WORDS);
    words.setPrefWidth(MOST_WORDS);
    grid.addRow(row, words, control);
  }

  private <E extends Enum<E>> Node choice(
      String id,
      E[] options,
      Function<E, String> words,
      Function<Settings, E> now,
      BiFunction<Settings, E, Settings> change) {
    var segments = new SegmentedButton();
    segments.setMinWidth(Region.USE_PREF_SIZE);
    segments.setId("choose-" + id);
    for (var option : options) {
      var button = new ToggleButton(words.apply(option));
      button.setId("choose-" + id + "-" + option.name());
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setAccessibleText(id + ": " + words.apply(option));
      button.setSelected(now.apply(model.get()) == option);
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.update(settings -> change.apply(settings, option));
      });
      segments.getButtons().add(button);
    }
    return segments;
  }

  private Node textSize() {
    var slider = new Slider(Settings.LEAST_SCALE, Settings.MOST_SCALE, model.get().textScale());
    slider.setId("text-size");
    slider.setAccessibleText("Text size");
    slider.setBlockIncrement(0.05);
    slider.setPrefWidth(220);
    var percent = Controls.label("", "muted");
    slider
        .valueProperty()
        .subscribe(value -> {
          double rounded = Math.round(value.doubleValue() * 20) / 20.0;
          percent.setText(Math.round(rounded * 100) + " %");
          model.update(settings -> settings.withTextScale(rounded));
        });
    var box = new HBox(12, slider, percent);
    box.getStyleClass().add("transport-group");
    return box;
  }

  private Node speed() {
    var speeds = List.of(Speed.values());
    var box =
        new ComboBox<>(FXCollections.observableList(speeds.stream().map(Speed::label).toList()));
    box.setId("choose-speed");
    box.setAccessibleText("Speed");
    box.getSelectionModel().select(speeds.indexOf(model.get().speed()));
    box.getSelectionModel()
        .selectedIndexProperty()
        .subscribe((_, index) ->
            model.update(settings -> settings.withSpeed(speeds.get(index.intValue()))));
    return box;
  }
}
