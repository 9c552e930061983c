package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The way back to where the last exercise was left.
final class ContinueBand extends HBox {
  ContinueBand(Registry.Ready<?, ?> entry, Settings.Place place, Runnable open) {
    super(24);
    setId("continue-band");
    getStyleClass().add("continue-band");
    var preset = entry.preset(place.preset());
    var words =
        new VBox(
            4,
            Controls.label(
                entry.card().title() + ", " + Counter.lowerFirst(place.label()), "card-title"),
            Controls.label(preset.title(), "muted"));
    var bar = new ProgressBar(place.fraction());
    bar.setPrefWidth(260);
    bar.setMinWidth(80);
    bar.setAccessibleText("Progress: " + ExerciseCard.progress(Optional.of(place)));
    bar.getStyleClass().add(Styles.SMALL);
    var button =
        Controls.button("continue", "Continue", Feather.PLAY, "go on where you left off", open);
    button.getStyleClass().add(Styles.ACCENT);
    getChildren().addAll(words, Controls.spring(), bar, button);
  }
}
