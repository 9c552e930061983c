package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.interview.MockInterviews;
import dev.stepwise.lesson.InterviewGuide;
import dev.stepwise.shell.learning.Excerpt;
import dev.stepwise.shell.learning.Excerpts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

/// Where a mock interview begins: the exercise, the time, those that were held, the advice.
final class InterviewStart extends ScrollPane {
  private static final String DRAWN = "Drawn for me";
  private static final double MOST_WIDTH = 60; // in ems
  private static final double ABOVE = 60;

  private final Map<String, TitledPane> panes = new LinkedHashMap<>();
  private final Map<String, Excerpt> open = new LinkedHashMap<>();

  /// @param titles the exercises that can be asked, names by ids
  /// @param begun told once one has begun
  InterviewStart(
      MockInterviews interviews,
      Map<String, String> titles,
      InterviewGuide guide,
      Excerpts excerpts,
      Runnable begun) {
    setId("interview-start");
    setFitToWidth(true);
    getStyleClass().add("panel-body");
    var ids = new LinkedHashMap<String, String>();
    titles.forEach((id, title) -> ids.put(title, id));
    var exercise = new ComboBox<String>();
    exercise.setId("interview-exercise");
    exercise.setAccessibleText("Exercise");
    exercise.getItems().add(DRAWN);
    exercise.getItems().addAll(ids.keySet());
    exercise.getSelectionModel().selectFirst();
    var time = new ToggleGroup();
    var minutes = new SegmentedButton(minutes(30, time), minutes(45, time));
    minutes.setToggleGroup(time);
    time.selectToggle(minutes.getButtons().getLast());
    time.selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now == null && before != null) {
            before.setSelected(true);
          }
        });
    var begin =
        Controls.button(
            "begin-interview",
            "Begin",
            Feather.PLAY,
            "the clock starts, and the problem is put to you",
            () -> {
              var chosen = ids.get(exercise.getValue());
              interviews.begin(
                  chosen == null ? interviews.draw(List.copyOf(ids.values())) : chosen,
                  (int) time.getSelectedToggle().getUserData());
              begun.run();
            });
    begin.getStyleClass().add(Styles.ACCENT);
    var row = new FlowPane(10, 10, exercise, minutes, begin);
    row.setMinWidth(0);
    row.getStyleClass().add("interview-row");
    var box =
        new VBox(
            16,
            Controls.label("Mock interview", Styles.TITLE_2),
            Controls.paragraph(
                "An exercise, a clock and a blank page, as in the interview: nudges when you ask"
                    + " for them, then questions, then you rate yourself. Talk aloud. Whatever you"
                    + " write is kept as you write it.",
                "muted"),
            row);
    if (!interviews.past().isEmpty()) {
      box.getChildren().add(new InterviewHistory(interviews.past(), titles));
    }
    box.getChildren().addAll(advice(guide, excerpts));
    box.getStyleClass().add("page");
    box.setMinWidth(0);
    box.setStyle("-fx-max-width: %.0fem;".formatted(MOST_WIDTH));
    setContent(box);
  }

  private static ToggleButton minutes(int number, ToggleGroup group) {
    var button = new ToggleButton(number + " minutes");
    button.setId("minutes-" + number);
    button.setUserData(number);
    button.setToggleGroup(group);
    return button;
  }

  /// Opens the advice at a place, and selects what was searched for.
  void reveal(InterviewGuide.Passage passage, String text) {
    Optional.ofNullable(panes.get(passage.section()))
        .ifPresent(pane -> {
          pane.setExpanded(true);
          Optional.ofNullable(open.get(passage.section()))
              .ifPresent(
                  excerpt -> Platform.runLater(() -> show(excerpt.reveal(passage.number(), text))));
        });
  }

  /// Scrolls there, once it is laid out.
  private void show(Node place) {
    applyCss();
    layout();
    var content = getContent();
    double y = content.sceneToLocal(place.localToScene(place.getBoundsInLocal())).getMinY();
    double hidden = content.getBoundsInLocal().getHeight() - getViewportBounds().getHeight();
    setVvalue(hidden <= 0 ? 0 : Math.clamp((y - ABOVE) / hidden, 0, 1));
    place.requestFocus();
  }

  private List<TitledPane> advice(InterviewGuide guide, Excerpts excerpts) {
    guide
        .advice()
        .forEach((title, blocks) -> {
          var pane = new TitledPane(title, null);
          pane.setAnimated(false);
          pane.setExpanded(false);
          pane.setMinWidth(0);
          pane.getStyleClass().add("interview-advice");
          pane.expandedProperty()
              .subscribe(expanded -> {
                if (expanded && pane.getContent() == null) {
                  var excerpt = excerpts.excerpt(blocks);
                  open.put(title, excerpt);
                  var text = new VBox(excerpt.node());
                  text.getStyleClass().add("interview-text");
                  text.setMinWidth(0);
                  pane.setContent(text);
                }
              });
          panes.put(title, pane);
        });
    return List.copyOf(panes.values());
  }
}
