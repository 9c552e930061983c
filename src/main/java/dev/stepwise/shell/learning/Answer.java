package dev.stepwise.shell.learning;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A question of an interviewer, with its answer hidden until it is asked for. Style classes:
/// `question`, `question-head`, `answer`.
final class Answer extends VBox {
  private final Button toggle = new Button();
  private final FontIcon chevron = new FontIcon(Feather.CHEVRON_RIGHT);
  private final VBox answer;

  /// @param question as the interviewer puts it
  /// @param words the question as words, for screen readers
  Answer(Region question, String words, VBox answer) {
    this.answer = answer;
    getStyleClass().add("question");
    answer.getStyleClass().add("answer");
    toggle.getStyleClass().addAll("flat", "accent", "answer-toggle");
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    toggle.setOnAction(_ -> show(!answer.isVisible()));
    HBox.setHgrow(question, Priority.ALWAYS);
    var head = new HBox(8, mark(), question, toggle);
    head.getStyleClass().add("question-head");
    head.setMinWidth(0);
    head.setMinHeight(USE_PREF_SIZE);
    Follow.by(question, () -> show(!answer.isVisible()));
    setMinWidth(0);
    getChildren().setAll(head, answer);
    toggle.setUserData(words);
    show(false);
  }

  private Node mark() {
    var place = new HBox(chevron);
    place.getStyleClass().add("question-mark");
    return place;
  }

  private void show(boolean shown) {
    answer.setVisible(shown);
    answer.setManaged(shown);
    chevron.setIconCode(shown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    toggle.setText(shown ? "Hide answer" : "Show answer");
    toggle.setAccessibleText(toggle.getText() + ": " + toggle.getUserData());
  }

  /// Shows the answer.
  void open() {
    show(true);
  }
}
