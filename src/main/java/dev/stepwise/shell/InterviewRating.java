package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.interview.Criterion;
import dev.stepwise.interview.MockInterviews;
import dev.stepwise.lesson.Block;
import dev.stepwise.shell.learning.Excerpts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

/// The checklist, rated by oneself, and the run to check against.
final class InterviewRating extends VBox {
  private static final List<String> WORDS = List.of("0 not there", "1 partly", "2 there");

  private final MockInterviews interviews;
  private final Button finish;

  /// @param checklist what belongs to a criterion, by its heading
  /// @param run told that the run to check against is wanted
  /// @param end told that the interview is to end
  InterviewRating(
      MockInterviews interviews,
      Map<String, List<Block>> checklist,
      Excerpts excerpts,
      Runnable run,
      Runnable end) {
    super(14);
    this.interviews = interviews;
    finish =
        Controls.button(
            "interview-finish", "Finish and keep", Feather.CHECK, "it joins your interviews", end);
    finish.getStyleClass().add(Styles.ACCENT);
    var check =
        Controls.button(
            "interview-run",
            "The run to check against",
            Feather.EXTERNAL_LINK,
            "open the exercise; the interview waits here",
            run);
    getChildren()
        .add(
            Controls.paragraph(
                "Compare your code with the run and its listing: the first number that differs"
                    + " tells which line to look at. Then rate yourself on all five.",
                "muted"));
    getChildren().add(check);
    for (var criterion : Criterion.values()) {
      getChildren().add(Controls.label(criterion.title(), "interview-criterion"));
      var points = checklist.get(criterion.title());
      if (points != null) {
        getChildren().add(excerpts.of(points));
      }
      getChildren().add(choice(criterion));
    }
    getChildren().add(new FlowPane(finish));
    showFinish();
  }

  private Node choice(Criterion criterion) {
    var group = new ToggleGroup();
    var buttons = new SegmentedButton();
    var given = interviews.open().map(open -> open.ratings().get(criterion));
    for (int i = 0; i < WORDS.size(); i++) {
      int points = i;
      var button = new ToggleButton(WORDS.get(i));
      button.setId("rate-%s-%d".formatted(criterion.name().toLowerCase(Locale.ROOT), i));
      button.setAccessibleText(criterion.title() + ": " + WORDS.get(i));
      button.setToggleGroup(group);
      button.setSelected(given.filter(rated -> rated == points).isPresent());
      button.setOnAction(_ -> {
        button.setSelected(true);
        interviews.rate(criterion, points);
        showFinish();
      });
      buttons.getButtons().add(button);
    }
    buttons.setToggleGroup(group);
    return buttons;
  }

  private void showFinish() {
    finish.setDisable(interviews.open().filter(open -> open.isRated()).isEmpty());
  }
}
