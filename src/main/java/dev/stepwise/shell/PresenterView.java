package dev.stepwise.shell;

import dev.stepwise.presenting.Wall;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the presenter sees: what is on the wall and what comes next, the notes, the outline, the
/// time, and what can be done with the wall.
final class PresenterView implements AutoCloseable {
  private static final double USUAL_WIDTH = 1280;
  private static final double USUAL_HEIGHT = 775;
  private static final double NOTES_STEP = 1.12;
  private static final String ACCENT = "accent";

  private final Desk desk;
  private final StackPane root = new StackPane();
  private final PresenterPictures pictures;
  private final PresenterNotes notes;
  private final PresenterTime time;
  private final PresenterOutline outline;
  private final Label sign = new Label();
  private final Label place = Controls.label("", "muted");
  private final ToggleButton blank = toggle("wall-blank", "Blank", Feather.MONITOR, Command.BLANK);
  private final ToggleButton freeze = toggle("wall-freeze", "Freeze", Feather.LOCK, Command.FREEZE);
  private final ToggleButton spotlight =
      toggle("wall-spotlight", "Spotlight", Feather.SUN, Command.SPOTLIGHT);
  private final ToggleButton pen = toggle("wall-pen", "Pen", Feather.EDIT_2, Command.DRAW);
  private final HBox inks = new HBox(4);
  private final Button comeBack;
  private final Toast toast = new Toast();
  private final List<Runnable> ends = new ArrayList<>();
  private final Subscription looks;
  private boolean coming;

  PresenterView(Desk desk) {
    this.desk = desk;
    pictures = new PresenterPictures(desk);
    notes = new PresenterNotes(desk);
    time = new PresenterTime(desk);
    outline = new PresenterOutline(desk);
    sign.setId("wall-sign");
    sign.getStyleClass().add("wall-sign");
    sign.setMaxWidth(Double.MAX_VALUE);
    sign.managedProperty().bind(sign.visibleProperty());
    comeBack =
        Controls.button(
            "presenter-return",
            "Back to the stop",
            Feather.CORNER_UP_LEFT,
            "where the lecture was left (Backspace)",
            () -> desk.perform().accept(Command.COME_BACK));
    comeBack.managedProperty().bind(comeBack.visibleProperty());
    place.setId("wall-place");
    var middle = new BorderPane(notes.node());
    middle.setLeft(pictures.node());
    middle.setRight(outline.node());
    middle.setTop(sign);
    var pane = new BorderPane(middle);
    pane.setTop(time.node());
    pane.setBottom(foot());
    pane.getStyleClass().add("presenter");
    time.node().setMinHeight(Region.USE_PREF_SIZE);
    middle.setMinHeight(0);
    // Not within the layout that changed the size: nodes made there would miss their style.
    root.layoutBoundsProperty().subscribe(_ -> Platform.runLater(this::fit));
    root.setId("presenter");
    root.getStyleClass().add("layers");
    root.getChildren().setAll(pane, toast);
    ends.add(desk.lecturing().onChange(this::later));
    ends.add(desk.wall().onChange(this::showWall));
    looks = desk.look().subscribe((_, _) -> later());
    showWall();
    show();
  }

  private HBox foot() {
    var back = command("presenter-back", "Back", Feather.SKIP_BACK, Command.BACKWARD, "PgUp");
    var next = command("presenter-next", "Next", Feather.SKIP_FORWARD, Command.ONWARD, "PgDn");
    next.getStyleClass().add(ACCENT);
    for (var ink : Wall.Ink.values()) {
      var button = new ToggleButton("", dot(ink));
      button.setId("ink-" + ink.name());
      button.setUserData(ink);
      button.getStyleClass().addAll("button-icon", "flat");
      button.setAccessibleText("Pen: " + ink.words());
      button.setTooltip(Controls.tip("%s (%s)".formatted(ink.words(), ink.key())));
      button.setFocusTraversable(false);
      button.setOnAction(_ -> desk.wall().take(ink));
      inks.getChildren().add(button);
    }
    inks.getChildren()
        .add(
            Controls.iconButton(
                "pen-undo",
                Feather.ROTATE_CCW,
                "Take the last stroke back (Ctrl+Z)",
                desk.wall()::undo));
    inks.managedProperty().bind(inks.visibleProperty());
    var smaller = command("notes-smaller", "A−", Feather.MINUS, Command.NOTES_SMALLER, "Ctrl + −");
    var larger = command("notes-larger", "A+", Feather.PLUS, Command.NOTES_LARGER, "Ctrl + +");
    smaller.setGraphic(null);
    larger.setGraphic(null);
    var swap = command("swap-screens", "Swap", Feather.REPEAT, Command.SWAP_SCREENS, "X");
    var foot =
        new HBox(
            8,
            back,
            next,
            comeBack,
            blank,
            freeze,
            spotlight,
            pen,
            inks,
            Controls.spring(),
            Controls.label("Notes", "muted"),
            smaller,
            larger,
            swap,
            place);
    foot.getStyleClass().add("presenter-foot");
    foot.setMinHeight(Region.USE_PREF_SIZE);
    return foot;
  }

  private static Region dot(Wall.Ink ink) {
    var dot = new Region();
    dot.setStyle("-fx-background-color: " + ink.web() + "; -fx-background-radius: 8px;");
    dot.setMinSize(14, 14);
    dot.setMaxSize(14, 14);
    return dot;
  }

  private Button command(String id, String text, Feather icon, Command command, String key) {
    var button =
        Controls.button(id, text, icon, "key " + key, () -> desk.perform().accept(command));
    button.setFocusTraversable(false);
    return button;
  }

  private ToggleButton toggle(String id, String text, Feather icon, Command command) {
    var button = new ToggleButton(text, new FontIcon(icon));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setTooltip(Controls.tip("key " + KeyBinding.of(command).keys()));
    button.setAccessibleText(text + ": " + KeyBinding.of(command).title());
    button.setOnAction(_ -> {
      if (command != Command.BLANK || !desk.wall().unblank()) {
        desk.perform().accept(command);
      }
      showWall();
    });
    return button;
  }

  StackPane root() {
    return root;
  }

  /// Says what was done, for a few seconds.
  void tell(String sentence) {
    toast.tell(sentence);
  }

  /// Makes the notes larger or smaller.
  boolean size(Command command) {
    double by = command == Command.NOTES_LARGER ? NOTES_STEP : 1 / NOTES_STEP;
    desk.settings()
        .update(now -> now.withLectures(now.lectures().sized(now.lectures().notesSize() * by)));
    notes.show();
    return true;
  }

  /// Another screen is on the wall, or the wall is elsewhere.
  void turned() {
    pictures.turned();
    later();
  }

  private void fit() {
    if (root.getWidth() > 0 && root.getHeight() > 0) {
      pictures.fit(root.getWidth(), root.getHeight());
      double factor = Math.min(root.getWidth() / USUAL_WIDTH, root.getHeight() / USUAL_HEIGHT);
      notes.fit(Math.clamp(factor, 0.8, 1.8));
    }
  }

  /// What comes in one go is shown in one go.
  private void later() {
    if (!coming) {
      coming = true;
      Platform.runLater(() -> {
        coming = false;
        show();
      });
    }
  }

  private void show() {
    notes.show();
    outline.show();
    time.show();
    pictures.show();
    comeBack.setVisible(desk.lecturing().isDetour());
    place.setText(desk.place().get());
  }

  /// Lets the clocks go on.
  void pulse() {
    time.pulse();
  }

  private void showWall() {
    var wall = desk.wall();
    var showing = wall.showing();
    blank.setSelected(showing == Wall.Showing.BLANK);
    freeze.setSelected(wall.isFrozen());
    spotlight.setSelected(wall.isSpotlit());
    pen.setSelected(wall.isDrawing());
    inks.setVisible(wall.isDrawing());
    for (var each : inks.getChildren()) {
      if (each instanceof ToggleButton button) {
        button.setSelected(wall.ink().equals(button.getUserData()));
      }
    }
    pictures.show();
    sign.setVisible(showing != Wall.Showing.LIVE);
    sign.setText(
        switch (showing) {
          case LIVE -> "";
          case FROZEN ->
              "Frozen: the room keeps its picture while you look around. Z shows it all again.";
          case BLANK -> "Blank: the room sees a black screen. Any key shows the picture again.";
        });
  }

  @Override
  public void close() {
    ends.forEach(Runnable::run);
    looks.unsubscribe();
    pictures.close();
  }
}
