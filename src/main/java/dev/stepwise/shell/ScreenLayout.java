package dev.stepwise.shell;

import dev.stepwise.draw.Look;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Where the parts of an exercise's screen stand: the row of the problem above, the stage or the
/// lab with the panel beside or over it, the transport below.
final class ScreenLayout {
  /// What stands beside the stage takes of the room.
  private static final double BESIDE = 0.42;

  private final BorderPane pane = new BorderPane();
  private final StackPane stagePlace = new StackPane();
  private final BorderPane withTools = new BorderPane(stagePlace);
  private final StackPane middle = new StackPane();
  private final BorderPane framed = new BorderPane();
  private final PanelDock dock;
  private final ProblemBar bar;
  private final Region stage;
  private final Transport transport;
  private Look window;
  private double around;
  private Optional<Supplier<Node>> lab = Optional.empty();
  private Optional<Node> instead = Optional.empty();

  /// @param window the look of the window
  /// @param panelWidth told how wide the panel was dragged
  ScreenLayout(
      ProblemBar bar,
      Region stage,
      Region panel,
      Transport transport,
      Look window,
      DoubleConsumer panelWidth) {
    this.bar = bar;
    this.stage = stage;
    this.transport = transport;
    this.window = window;
    stagePlace.getStyleClass().add("stage-place");
    stagePlace.getChildren().setAll(stage);
    withTools.setBottom(bar.tools().node());
    StackPane.setAlignment(bar.notice(), Pos.TOP_CENTER);
    showInMiddle(withTools);
    framed.setCenter(middle);
    framed.setMinSize(0, 0);
    dock = new PanelDock(framed, panel, panelWidth);
    dock.setOnPlaced(() -> bar.showPanel(panelState()));
    pane.getStyleClass().add("exercise-screen");
    pane.setTop(bar.node());
    pane.setCenter(dock);
    pane.setBottom(transport.node());
    // What its parts need must not keep it wide: the panel is placed by how wide it gets.
    pane.setMinWidth(0);
    // Not within the layout that changed the size: nodes made there would miss their style.
    pane.layoutBoundsProperty().subscribe((_, _) -> Platform.runLater(this::fitAround));
  }

  /// Sets colours and sizes of the window.
  void setLook(Look look) {
    window = look;
    around = 0;
    fitAround();
  }

  private void fitAround() {
    double fitting = StageRoom.aroundScale(window.scale(), pane.getWidth(), pane.getHeight());
    if (fitting == around) {
      return;
    }
    around = fitting;
    var size = String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", Appearance.BODY_SIZE * around);
    bar.node().setStyle(size);
    bar.tools().node().setStyle(size);
    bar.setTextScale(around);
    transport.node().setStyle(size);
    transport.setLook(new Look(window.palette(), around, window.density()));
  }

  private void showInMiddle(Node content) {
    middle.getChildren().setAll(content, bar.notice());
  }

  private Settings.Panel panelState() {
    return isPanelFolded() ? Settings.Panel.FOLDED : Settings.Panel.OPEN;
  }

  Region node() {
    return pane;
  }

  /// Sets how the panel is read.
  void setReading(PanelDock.Reading reading) {
    dock.setReading(reading);
  }

  /// Shows something over the stage, such as the way back to what was read; empty for nothing.
  void setNote(Optional<Node> note) {
    framed.setTop(note.orElse(null));
  }

  /// Shows something in the place of the stage; empty for the stage again.
  void setInstead(Optional<Node> other) {
    if (!other.equals(instead)) {
      instead = other;
      showInMiddle(instead.or(() -> lab.map(Supplier::get)).orElse(withTools));
    }
  }

  /// Whether something is shown in the place of the stage.
  boolean isInstead() {
    return instead.isPresent();
  }

  /// Shows something at the left of the stage, with the panel folded; empty for the panel again.
  void setBeside(Optional<Region> other) {
    other.ifPresent(region -> {
      region.prefWidthProperty().bind(framed.widthProperty().multiply(BESIDE));
      region.setMinWidth(0);
    });
    framed.setLeft(other.orElse(null));
    dock.setReading(other.isPresent() ? PanelDock.Reading.NOT : PanelDock.Reading.STEP);
  }

  /// Whether there is room for the panel beside the stage.
  boolean isWide() {
    return dock.isWide();
  }

  /// How much of the stage's width the panel lies over.
  ReadOnlyDoubleProperty covered() {
    return dock.covered();
  }

  /// Whether the panel is not to be seen.
  boolean isPanelFolded() {
    return dock.place() == PanelDock.Place.FOLDED;
  }

  /// Whether the lab stands in the stage's place.
  boolean isLabOpen() {
    return lab.isPresent();
  }

  /// Shows the lab in the stage's place, or the stage again.
  ///
  /// @param opened makes the lab of the problem that is open
  void toggleLab(Supplier<Node> opened) {
    instead = Optional.empty();
    lab = lab.isPresent() ? Optional.empty() : Optional.of(opened);
    if (lab.isPresent()) {
      refreshLab();
    } else {
      showInMiddle(withTools);
    }
    bar.showLab(lab.isPresent() ? ProblemBar.LabState.OPEN : ProblemBar.LabState.CLOSED);
  }

  /// Opens the lab anew where it is shown, for another problem.
  void refreshLab() {
    lab.ifPresent(opened -> showInMiddle(opened.get()));
  }

  /// Takes the stage back from present mode.
  void holdStage() {
    stagePlace.getChildren().setAll(stage);
  }

  /// Takes over what is remembered.
  void apply(Settings settings) {
    dock.apply(settings);
  }

  /// Opens or folds the panel.
  ///
  /// @param beside does so where it stands beside the stage
  void togglePanel(Runnable beside) {
    if (dock.isWide()) {
      beside.run();
    } else {
      dock.toggleOver();
    }
    bar.showPanel(panelState());
  }

  /// Folds a panel that lies over the stage; false where none does.
  boolean foldPanelOver() {
    return dock.foldOver();
  }
}
