package dev.stepwise.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

/// Where the parts of an exercise's screen stand: the bar above the stage or the lab, the panel at
/// the right while there is room, the transport below.
final class ScreenLayout {
  private static final double PANEL_NEEDS = 880;

  private final BorderPane pane = new BorderPane();
  private final BorderPane middle = new BorderPane();
  private final StackPane stagePlace = new StackPane();
  private final ProblemBar bar;
  private final Region stage;
  private final Region panel;
  private Settings.Panel wanted = Settings.Panel.OPEN;
  private double textScale = 1;
  private Optional<Supplier<Node>> lab = Optional.empty();

  ScreenLayout(ProblemBar bar, Region stage, Region panel, Region transport) {
    this.bar = bar;
    this.stage = stage;
    this.panel = panel;
    stagePlace.getStyleClass().add("stage-place");
    stagePlace.getChildren().setAll(stage);
    middle.setTop(bar.node());
    middle.setCenter(stagePlace);
    pane.getStyleClass().add("exercise-screen");
    pane.setCenter(middle);
    pane.setBottom(transport);
    // What its parts need must not keep it wide: the panel is folded by how wide it gets.
    pane.setMinWidth(0);
    pane.widthProperty().subscribe(_ -> placePanel());
  }

  Region node() {
    return pane;
  }

  /// Adds the choice between stage and lab to the bar.
  ///
  /// @param opened makes the lab of the problem that is open
  void addLab(Supplier<Node> opened) {
    var stageButton = new ToggleButton("Stage");
    var labButton = new ToggleButton("Lab");
    stageButton.setId("show-stage");
    labButton.setId("show-lab");
    stageButton.setAccessibleText("Show the stage");
    labButton.setAccessibleText("Show the lab: experiments with this problem");
    var either = new SegmentedButton(stageButton, labButton);
    either.setMinWidth(Region.USE_PREF_SIZE);
    stageButton.setSelected(true);
    stageButton.setOnAction(_ -> {
      stageButton.setSelected(true);
      lab = Optional.empty();
      middle.setCenter(stagePlace);
      stage.requestFocus();
    });
    labButton.setOnAction(_ -> {
      labButton.setSelected(true);
      lab = Optional.of(opened);
      refreshLab();
    });
    bar.head().getChildren().add(either);
  }

  /// Adds the button that opens and folds the panel.
  void addPanelButton(Runnable toggle) {
    bar.head()
        .getChildren()
        .add(Controls.iconButton("fold-panel", Feather.SIDEBAR, "Open or fold the panel", toggle));
  }

  /// Adds a control of the whole screen.
  void addToHead(Node control) {
    bar.head().getChildren().add(control);
  }

  /// Opens the lab anew where it is shown, for another problem.
  void refreshLab() {
    lab.ifPresent(opened -> middle.setCenter(opened.get()));
  }

  /// Takes the stage back from present mode.
  void holdStage() {
    stagePlace.getChildren().setAll(stage);
  }

  /// Opens or folds the panel; a window that is narrow for its text has it folded always.
  void apply(Settings settings) {
    wanted = settings.panel();
    textScale = settings.textScale();
    placePanel();
  }

  private void placePanel() {
    boolean open = wanted == Settings.Panel.OPEN && pane.getWidth() >= PANEL_NEEDS * textScale;
    pane.setRight(open ? panel : null);
  }
}
