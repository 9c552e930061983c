package dev.stepwise.shell;

import dev.stepwise.lecture.Stop;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The notes of the stop, as large as they are wanted, and what the room is asked.
final class PresenterNotes {
  private final Desk desk;
  private final VBox paragraphs = new VBox();
  private final Label question = Controls.paragraph("", "presenter-question");
  private final Label answer = Controls.paragraph("", "muted");
  private final VBox ask = new VBox(4, Controls.label("Ask the room", "presenter-ask"));
  private final VBox box;
  private final ScrollPane node;
  private String notes = "";
  private int index = -1;
  private double factor = 1;

  PresenterNotes(Desk desk) {
    this.desk = desk;
    paragraphs.setId("presenter-notes");
    ask.getChildren().addAll(question, answer);
    ask.getStyleClass().add("presenter-asked");
    ask.managedProperty().bind(ask.visibleProperty());
    box = new VBox(14, Controls.label("Notes", "muted"), paragraphs, ask);
    box.getStyleClass().add("presenter-words");
    node = new ScrollPane(box);
    node.setFitToWidth(true);
    node.getStyleClass().add("panel-body");
    node.setFocusTraversable(false);
  }

  ScrollPane node() {
    return node;
  }

  /// Sets how much larger everything is in a larger window.
  void fit(double other) {
    factor = other;
    show();
  }

  void show() {
    var stop = desk.lecturing().stop();
    var text =
        stop.map(Stop::notes)
            .orElse(
                "Open a lecture to have its notes here. The picture of the next step is at the"
                    + " left.");
    if (desk.lecturing().index() != index
        || !text.equals(notes)
        || paragraphs.getChildren().isEmpty()) {
      index = desk.lecturing().index();
      notes = text;
      paragraphs
          .getChildren()
          .setAll(
              text.strip()
                  .lines()
                  .filter(line -> !line.isBlank())
                  .map(line -> Controls.paragraph(line.strip()))
                  .toList());
      node.setVvalue(0);
    }
    question.setText(stop.map(Stop::question).orElse(""));
    answer.setText(stop.map(Stop::answer).orElse(""));
    ask.setVisible(stop.filter(at -> !at.question().isBlank()).isPresent());
    var settings = desk.settings().get();
    double size = settings.lectures().notesSize() * settings.textScale() * factor;
    box.setStyle("-fx-font-size: " + Math.round(size) + "px;");
    paragraphs.setSpacing(size * 0.7);
    question.setStyle("-fx-font-size: " + Math.round(size * 0.9) + "px;");
    answer.setStyle("-fx-font-size: " + Math.round(size * 0.8) + "px;");
  }
}
