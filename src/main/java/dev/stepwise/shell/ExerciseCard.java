package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/// An exercise on the home page; the whole card is a button.
final class ExerciseCard extends Button {
  private static final double PICTURE_HEIGHT = 148;
  private static final double CORNER = 12;

  /// @param picture its thumbnail; empty for an exercise that is not there yet
  /// @param place where it was left, if it was ever open
  ExerciseCard(
      Card card, Optional<Region> picture, Optional<Settings.Place> place, Runnable open) {
    setId("card-" + card.id());
    getStyleClass().setAll("exercise-card");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMaxWidth(Double.MAX_VALUE);
    setAlignment(Pos.TOP_LEFT);
    var words = picture.isEmpty() ? "not there yet" : progress(place);
    setAccessibleText(
        card.number() + ", " + card.title() + ". " + card.sentence() + " " + words);
    var number = Controls.label(Integer.toString(card.number()), "card-number");
    var title = new HBox(10, number, Controls.label(card.title(), "card-title"));
    var sentence = Controls.paragraph(card.sentence(), "muted");
    sentence.getStyleClass().add("card-sentence");
    sentence.setMinHeight(Region.USE_COMPUTED_SIZE);
    var left = Controls.label(words, place.isPresent() ? "card-progress" : "muted", Styles.TEXT_SMALL);
    Label minutes = Controls.label(card.minutes() + " min", "muted", Styles.TEXT_SMALL);
    var foot = new HBox(8, left, Controls.spring(), minutes);
    var bar = new ProgressBar(place.map(Settings.Place::fraction).orElse(0.0));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add(Styles.SMALL);
    bar.setAccessibleText("Progress: " + words);
    var box = new VBox(8, picture(card, picture), title, sentence, bar, foot);
    box.prefWidthProperty().bind(widthProperty());
    setGraphic(box);
    setOnAction(_ -> open.run());
  }

  private static StackPane picture(Card card, Optional<Region> picture) {
    var place = new StackPane();
    place.getStyleClass().add("card-picture");
    place.setMinHeight(PICTURE_HEIGHT);
    place.setPrefHeight(PICTURE_HEIGHT);
    place.setMaxHeight(PICTURE_HEIGHT);
    picture.ifPresentOrElse(
        place.getChildren()::add,
        () -> {
          var icon = new FontIcon(card.icon());
          icon.getStyleClass().add("planned-icon");
          place.getChildren().add(icon);
        });
    var corners = new Rectangle();
    corners.setArcWidth(CORNER);
    corners.setArcHeight(CORNER);
    corners.widthProperty().bind(place.widthProperty());
    corners.heightProperty().bind(place.heightProperty());
    place.setClip(corners);
    return place;
  }

  /// `finished`, `at iteration 3, assign`, or `not started`.
  static String progress(Optional<Settings.Place> place) {
    return place
        .map(
            left ->
                left.fraction() >= 1 ? "✓ finished" : "at " + Counter.lowerFirst(left.label()))
        .orElse("not started");
  }
}
