package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.view.Card;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/// An exercise on the home page; the whole card acts as a button.
final class ExerciseCard extends VBox {
  /// How high a picture is for its width.
  private static final double RATIO = 0.51;

  private static final double LEAST_HEIGHT = 110;
  private static final double MOST_HEIGHT = 210;
  private static final double CORNER = 12;

  private final StackPane picturePlace;

  /// @param picture its thumbnail; empty for an exercise that is not there yet
  /// @param progress how far it is
  ExerciseCard(Card card, Optional<Region> picture, FourParts progress, Runnable open) {
    setId("card-" + card.id());
    getStyleClass().setAll("exercise-card");
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    setSpacing(8);
    var words = picture.isEmpty() ? "not there yet" : progress.words();
    setAccessibleText(card.number() + ", " + card.title() + ". " + card.sentence() + " " + words);
    var number = Controls.label(Integer.toString(card.number()), "card-number");
    var title = new HBox(10, number, Controls.label(card.title(), "card-title"));
    var sentence = Controls.paragraph(card.sentence(), "muted");
    sentence.getStyleClass().add("card-sentence");
    sentence.setMinHeight(Region.USE_COMPUTED_SIZE);
    var left =
        Controls.label(words, progress.isBegun() ? "card-progress" : "muted", Styles.TEXT_SMALL);
    Label minutes = Controls.label(card.minutes() + " min", "muted", Styles.TEXT_SMALL);
    var foot = new HBox(8, left, Controls.spring(), minutes);
    var bar = progress.bars();
    bar.setVisible(picture.isPresent());
    picturePlace = picture(card, picture);
    minutes.setMinWidth(Region.USE_PREF_SIZE);
    left.setMinWidth(0);
    setMinWidth(0);
    getChildren().setAll(picturePlace, title, sentence, bar, foot);
    setOnMouseClicked(_ -> open.run());
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        open.run();
        event.consume();
      }
    });
  }

  /// Makes the picture fit a card of so many pixels in width.
  void fit(double width) {
    double height = Math.rint(Math.clamp(width * RATIO, LEAST_HEIGHT, MOST_HEIGHT));
    picturePlace.setMinHeight(height);
    picturePlace.setPrefHeight(height);
    picturePlace.setMaxHeight(height);
  }

  private static StackPane picture(Card card, Optional<Region> picture) {
    var place = new StackPane();
    place.getStyleClass().add("card-picture");
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

  /// `finished`, `at Iteration 3, Assign`, or `not started`.
  static String progress(Optional<Settings.Place> place) {
    return place
        .map(left -> left.fraction() >= 1 ? "✓ finished" : "at " + left.label())
        .orElse("not started");
  }
}
