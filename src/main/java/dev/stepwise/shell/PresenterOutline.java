package dev.stepwise.shell;

import dev.stepwise.lecture.Lecture;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The stops of the lecture, those that are behind ticked off; a click goes to one.
final class PresenterOutline {
  private static final double WIDTH = 290;

  private final Desk desk;
  private final VBox stops = new VBox(2);
  private final ScrollPane node;

  PresenterOutline(Desk desk) {
    this.desk = desk;
    stops.setId("presenter-outline");
    var box = new VBox(10, Controls.label("Outline", "muted"), stops);
    box.getStyleClass().add("presenter-outline");
    node = new ScrollPane(box);
    node.setFitToWidth(true);
    node.setPrefWidth(WIDTH);
    node.setMinWidth(WIDTH);
    node.getStyleClass().add("panel-body");
    node.setFocusTraversable(false);
    node.managedProperty().bind(node.visibleProperty());
  }

  ScrollPane node() {
    return node;
  }

  void show() {
    var lecture = desk.lecturing().lecture();
    node.setVisible(lecture.isPresent());
    stops.getChildren().clear();
    lecture.ifPresent(open -> {
      for (int i = 0; i < open.stops().size(); i++) {
        stops.getChildren().add(row(open, i));
      }
    });
  }

  private Button row(Lecture lecture, int index) {
    int here = desk.lecturing().index();
    var number = Controls.label(index < here ? "" : Integer.toString(index + 1), "outline-number");
    if (index < here) {
      number.setGraphic(new FontIcon(Feather.CHECK));
    }
    var title = Controls.label(lecture.stops().get(index).title());
    title.setMinWidth(0);
    var begins = Controls.label(lecture.begins(index) + ":00", "muted");
    var line = new HBox(8, number, title, Controls.spring(), begins);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMaxWidth(Double.MAX_VALUE);
    var button = new Button("", line);
    line.prefWidthProperty().bind(button.widthProperty().subtract(24));
    button.setId("outline-" + (index + 1));
    button.getStyleClass().addAll("flat", "outline-row");
    if (index == here) {
      button.getStyleClass().add("here");
    } else if (index < here) {
      button.getStyleClass().add("behind");
    }
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setFocusTraversable(false);
    button.setAccessibleText("Go to stop %d, %s".formatted(index + 1, title.getText()));
    button.setOnAction(_ -> desk.lecturing().go(index));
    return button;
  }
}
