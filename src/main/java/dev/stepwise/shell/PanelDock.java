package dev.stepwise.shell;

import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The stage and, at its right, the panel. Where there is room for both the panel stands beside the
/// stage, and its edge can be dragged; where there is not, it lies over the stage when it is asked
/// for.
final class PanelDock extends Region {
  /// What the stage needs before a panel may stand beside it.
  private static final double STAGE_NEEDS = 660;

  private static final double GRIP = 7;
  private static final double KEY_STEP = 20;

  /// How far an overlay stays from the left edge, so that one sees that something is below it.
  private static final double SHOWS_BELOW = 48;

  /// Where the panel is.
  enum Place {
    /// Beside the stage.
    BESIDE,
    /// Over the stage.
    OVER,
    /// In the place of the stage.
    WHOLE,
    /// Not shown.
    FOLDED
  }

  /// How the panel is read.
  enum Reading {
    /// It tells of the step.
    STEP,
    /// A text is read in it beside the stage: it takes more of the room.
    TEXT,
    /// A text is read in it alone.
    TEXT_ALONE,
    /// Something else stands beside the stage.
    NOT
  }

  /// What a text takes, at a text scale of 1, and how much of the room at most.
  private static final double TEXT_WIDTH = 640;

  private static final double TEXT_SHARE = 0.47;

  private final Region stage;
  private final Region panel;
  private final Region grip = new Region();
  private final DoubleConsumer widthChosen;
  private final ReadOnlyDoubleWrapper covered = new ReadOnlyDoubleWrapper();
  private Runnable placed = () -> {};
  private Settings.Panel wanted = Settings.Panel.OPEN;
  private Settings.Panel over = Settings.Panel.FOLDED;
  private Reading reading = Reading.STEP;
  private double panelWidth = Settings.STANDARD_PANEL;
  private double textScale = 1;

  /// @param widthChosen told how wide the panel was dragged, at a text scale of 1
  PanelDock(Region stage, Region panel, DoubleConsumer widthChosen) {
    this.stage = stage;
    this.panel = panel;
    this.widthChosen = widthChosen;
    setMinSize(0, 0);
    grip.setId("panel-grip");
    grip.getStyleClass().add("panel-grip");
    grip.setCursor(Cursor.H_RESIZE);
    grip.setAccessibleRole(AccessibleRole.SLIDER);
    grip.setAccessibleText("The panel's edge: ← and → make it wider and narrower");
    grip.setFocusTraversable(true);
    grip.setOnMouseDragged(this::drag);
    grip.addEventHandler(KeyEvent.KEY_PRESSED, this::moveByKey);
    getChildren().setAll(stage, panel, grip);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    widthProperty().subscribe(_ -> arrange());
  }

  /// Sets who is told when the panel has gone to another place.
  void setOnPlaced(Runnable listener) {
    placed = listener;
  }

  /// Takes over what is remembered of the panel.
  void apply(Settings settings) {
    wanted = settings.panel();
    panelWidth = settings.panelWidth();
    textScale = settings.textScale();
    arrange();
    requestLayout();
  }

  /// Sets how the panel is read.
  void setReading(Reading other) {
    reading = other;
    arrange();
  }

  /// Whether there is room for the panel beside the stage.
  boolean isWide() {
    return getWidth() >= STAGE_NEEDS + Settings.STANDARD_PANEL * textScale;
  }

  /// Opens or folds the panel that lies over the stage.
  void toggleOver() {
    over =
        switch (over) {
          case OPEN -> Settings.Panel.FOLDED;
          case FOLDED -> Settings.Panel.OPEN;
        };
    arrange();
  }

  /// Folds the panel that lies over the stage; false where none does.
  boolean foldOver() {
    boolean was = placeOfPanel() == Place.OVER;
    if (was) {
      toggleOver();
    }
    return was;
  }

  /// Where the panel is now.
  Place place() {
    var place = placeOfPanel();
    return reading == Reading.TEXT_ALONE && place != Place.FOLDED ? Place.WHOLE : place;
  }

  private Place placeOfPanel() {
    if (reading == Reading.NOT) {
      return Place.FOLDED;
    }
    if (isWide()) {
      return wanted == Settings.Panel.OPEN ? Place.BESIDE : Place.FOLDED;
    }
    return over == Settings.Panel.OPEN ? Place.OVER : Place.FOLDED;
  }

  private void arrange() {
    if (isWide()) {
      over = Settings.Panel.FOLDED;
    }
    var now = place();
    panel.setVisible(now != Place.FOLDED);
    stage.setVisible(now != Place.WHOLE);
    grip.setVisible(now == Place.BESIDE);
    panel.getStyleClass().remove("over");
    if (now == Place.OVER) {
      panel.getStyleClass().add("over");
    }
    placed.run();
    requestLayout();
  }

  /// How much of the stage's width the panel lies over.
  ReadOnlyDoubleProperty covered() {
    return covered.getReadOnlyProperty();
  }

  private double shownWidth() {
    double asked = panelWidth * textScale;
    double text =
        reading == Reading.STEP ? 0 : Math.min(TEXT_WIDTH * textScale, getWidth() * TEXT_SHARE);
    double over = reading == Reading.STEP ? Settings.STANDARD_PANEL : TEXT_WIDTH;
    return Math.floor(
        switch (place()) {
          case FOLDED -> 0;
          case WHOLE -> getWidth();
          case BESIDE ->
              Math.clamp(
                  Math.max(asked, text),
                  Settings.LEAST_PANEL,
                  Math.max(Settings.LEAST_PANEL, getWidth() / 2));
          case OVER -> Math.min(over * textScale, Math.max(0, getWidth() - SHOWS_BELOW));
        });
  }

  private void drag(MouseEvent event) {
    choose(getWidth() - sceneToLocal(event.getSceneX(), event.getSceneY()).getX());
    event.consume();
  }

  private void moveByKey(KeyEvent event) {
    int by = event.getCode() == KeyCode.LEFT ? 1 : event.getCode() == KeyCode.RIGHT ? -1 : 0;
    if (by != 0) {
      choose(shownWidth() + by * KEY_STEP);
      event.consume();
    }
  }

  private void choose(double width) {
    double least = Settings.LEAST_PANEL;
    widthChosen.accept(Math.clamp(width, least, Math.max(least, getWidth() / 2)) / textScale);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double taken = shownWidth();
    covered.set(place() == Place.OVER ? taken : 0);
    double left = place() == Place.BESIDE ? width - taken : width;
    layoutInArea(stage, 0, 0, left, height, 0, javafx.geometry.HPos.LEFT, javafx.geometry.VPos.TOP);
    panel.resizeRelocate(width - taken, 0, taken, height);
    grip.resizeRelocate(left - GRIP / 2, 0, GRIP, height);
  }
}
