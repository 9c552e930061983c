package dev.stepwise.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The way between home, the exercises and the settings, at the left of the window: a rail of icons
/// with their names as tool tips, or beside them where the window has room to spare.
final class Navigation {

  /// Where the navigation leads.
  sealed interface Destination {
    /// The page with all exercises.
    record Home() implements Destination {}

    /// An exercise.
    record Exercise(String id) implements Destination {}

    /// The page with all lessons.
    record Learn() implements Destination {}

    /// The page of mock interviews.
    record Interview() implements Destination {}

    /// The settings.
    record SettingsPage() implements Destination {}
  }

  /// From this width on, at a text scale of 1, names take nothing that a stage could use.
  private static final double NAMES_NEED = 1600;

  private static final double NAV_PADDING = 24;

  private final VBox box = new VBox(2);
  private final ToggleGroup group = new ToggleGroup();
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final Label brand;
  private final Consumer<Destination> goTo;

  Navigation(List<Registry.Entry> entries, Consumer<Destination> goTo) {
    this.goTo = goTo;
    box.setId("navigation");
    box.getStyleClass().add("navigation");
    box.setMinHeight(0);
    brand = Controls.label("Stepwise", "brand");
    brand.setGraphic(new ImageView(AppIcon.at(32)));
    box.getChildren().add(brand);
    add(button("home", "Home", "Home", Feather.HOME, new Destination.Home()));
    for (var entry : entries) {
      add(exercise(entry));
    }
    var spring = new Region();
    VBox.setVgrow(spring, Priority.ALWAYS);
    box.getChildren().add(spring);
    add(button("learn", "Learn", "Learn: all lessons", Feather.BOOK_OPEN, new Destination.Learn()));
    add(
        button(
            "interview",
            "Interview",
            "Mock interview",
            Feather.CLOCK,
            new Destination.Interview()));
    add(
        button(
            "settings", "Settings", "Settings", Feather.SETTINGS, new Destination.SettingsPage()));
    fit(0, 1);
  }

  /// Shows the names where the window has room for them.
  void fit(double windowWidth, double textScale) {
    boolean named = windowWidth >= NAMES_NEED * Math.max(1, textScale);
    var display = named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    box.getStyleClass().remove("icons");
    if (!named) {
      box.getStyleClass().add("icons");
    }
    brand.setContentDisplay(display);
    for (var button : buttons) {
      if (!button.getStyleClass().contains("planned")) {
        button.setContentDisplay(display);
      }
      button.setTooltip(named ? null : name(button));
    }
  }

  private static Tooltip name(ToggleButton button) {
    var tip = new Tooltip(button.getAccessibleText());
    tip.setShowDelay(Duration.millis(100));
    return tip;
  }

  VBox node() {
    return box;
  }

  /// Marks where the window is.
  void show(Destination destination) {
    group.getToggles().stream()
        .filter(toggle -> destination.equals(toggle.getUserData()))
        .findFirst()
        .ifPresent(toggle -> toggle.setSelected(true));
  }

  private void add(ToggleButton button) {
    buttons.add(button);
    box.getChildren().add(button);
  }

  private ToggleButton exercise(Registry.Entry entry) {
    var card = entry.card();
    var destination = new Destination.Exercise(card.id());
    return switch (entry) {
      case Registry.Ready<?, ?> _ ->
          button(card.id(), card.shortTitle(), card.title(), card.icon(), destination);
      case Registry.Planned _ -> {
        var button =
            button(card.id(), "", card.title() + ", not there yet", card.icon(), destination);
        var name = new Label(card.shortTitle());
        var soon = Controls.label("soon", "soon");
        soon.setMaxWidth(Double.MAX_VALUE);
        soon.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(soon, Priority.ALWAYS);
        name.managedProperty().bind(name.visibleProperty());
        soon.managedProperty().bind(name.visibleProperty());
        soon.visibleProperty().bind(name.visibleProperty());
        name.visibleProperty().bind(button.tooltipProperty().isNull());
        var line = new HBox(new FontIcon(card.icon()), name, soon);
        line.getStyleClass().add("nav-line");
        line.prefWidthProperty().bind(button.widthProperty().subtract(NAV_PADDING));
        line.setMinWidth(Region.USE_COMPUTED_SIZE);
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("planned");
        yield button;
      }
    };
  }

  private ToggleButton button(
      String id, String text, String accessible, Ikon icon, Destination destination) {
    var button = new ToggleButton(text, new FontIcon(icon));
    button.setId("nav-" + id);
    button.getStyleClass().setAll("nav-button");
    button.setAccessibleText(accessible);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setGraphicTextGap(10);
    button.setUserData(destination);
    button.setToggleGroup(group);
    button.setOnAction(_ -> {
      button.setSelected(true);
      goTo.accept(destination);
    });
    return button;
  }
}
