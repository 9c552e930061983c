package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.view.Card;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The way back to where the last exercise was left: its picture there, its name, how far it is.
final class ContinueBand extends HBox {
  private static final double PICTURE_WIDTH = 196;
  private static final double PICTURE_HEIGHT = 138;
  private static final double WIDEST_BAR = 420;

  ContinueBand(Card card, Region picture, Places.Left left, Runnable open) {
    super(24);
    setId("continue-band");
    getStyleClass().add("continue-band");
    setMinWidth(0);
    picture.getStyleClass().add("band-picture");
    picture.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
    picture.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
    var place = left.place();
    var bar = new ProgressBar(place.fraction());
    bar.setMaxWidth(WIDEST_BAR);
    bar.setMinWidth(0);
    bar.setAccessibleText("Progress: " + ExerciseCard.progress(Optional.of(place)));
    bar.getStyleClass().add(Styles.SMALL);
    var words =
        new VBox(
            6,
            Controls.label("Where you left off", "band-heading", Styles.TEXT_SMALL),
            Controls.label(card.title(), "card-title"),
            shortened(left.title()),
            bar,
            shortened(place.label()));
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var button =
        Controls.button("continue", "Continue", Feather.PLAY, "go on where you left off", open);
    button.getStyleClass().addAll(Styles.ACCENT, "continue");
    button.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(picture, words, button);
  }

  /// A text of any length gives way, and says the whole to whoever points at it.
  private static Label shortened(String text) {
    var label = Controls.label(text, "muted");
    label.setMinWidth(0);
    label.setTooltip(Controls.tip(text));
    return label;
  }
}
