package dev.stepwise.shell;

import dev.stepwise.presenting.Pacing;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The head of the presenter's window: the lecture, how it stands in time, the clock.
final class PresenterTime {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  private final Desk desk;
  private final Label title = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label words = Controls.label("");
  private final Label elapsed = Controls.label("0:00", "presenter-elapsed");
  private final Label planned = Controls.label("", "muted", "presenter-planned");
  private final Label clock = Controls.label("", "muted", "presenter-clock");
  private final VBox pace;
  private final HBox node;
  private Duration shown = Duration.ofSeconds(-1);

  PresenterTime(Desk desk) {
    this.desk = desk;
    title.getStyleClass().add("presenter-title");
    title.setMinWidth(0);
    bar.setPrefWidth(300);
    bar.setMinWidth(120);
    bar.setAccessibleText("How much of the planned time has passed");
    words.setId("pace");
    words.setMinWidth(Region.USE_PREF_SIZE);
    pace = new VBox(4, bar, words);
    pace.setAlignment(Pos.CENTER_RIGHT);
    elapsed.setId("elapsed");
    clock.setGraphic(new FontIcon(Feather.CLOCK));
    clock.setId("clock");
    Button again =
        Controls.iconButton(
            "restart-time",
            Feather.REFRESH_CCW,
            "Begin the time anew",
            () -> {
              desk.talk().restart();
              shown = Duration.ofSeconds(-1);
              pulse();
            });
    again.setFocusTraversable(false);
    node = new HBox(16, title, Controls.spring(), pace, elapsed, planned, again, clock);
    node.getStyleClass().add("presenter-head");
  }

  HBox node() {
    return node;
  }

  void show() {
    title.setText(
        desk.lecturing()
            .lecture()
            .map(lecture -> lecture.title().isBlank() ? "Lecture" : lecture.title())
            .or(() ->
                desk.walk().get().flatMap(StopWalk::seen).map(seen -> seen.scenario().title()))
            .orElse("Stepwise"));
    shown = Duration.ofSeconds(-1);
    pulse();
  }

  /// Lets the clocks go on.
  void pulse() {
    var now = Duration.ofSeconds(desk.talk().elapsed().toSeconds());
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    elapsed.setText(Pacing.clock(now));
    clock.setText(CLOCK.format(desk.talk().time()));
    var lecture = desk.lecturing().lecture();
    var pacing = lecture.map(open -> Pacing.of(open, desk.lecturing().index(), now));
    boolean isPlanned = pacing.filter(Pacing::isPlanned).isPresent();
    pace.setVisible(isPlanned);
    planned.setText("");
    pacing
        .filter(Pacing::isPlanned)
        .ifPresent(stands -> {
          bar.setProgress(stands.share());
          words.setText(stands.words());
          words.getStyleClass().setAll("label", stands.isLate() ? "pace-late" : "pace-on-time");
          planned.setText("of " + Pacing.clock(stands.planned()));
        });
  }
}
