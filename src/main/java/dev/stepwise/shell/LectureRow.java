package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.lecture.ShippedLecture;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lectures that can be opened from the home page, in a row.
final class LectureRow extends FlowPane {

  /// @param open opens one
  /// @param openFile asks for a file and opens what is in it
  LectureRow(Consumer<ShippedLecture> open, Runnable openFile) {
    super(12, 8);
    setId("lectures");
    getStyleClass().add("lecture-row");
    getChildren().add(Controls.label("Lectures", "band-heading"));
    for (var lecture : ShippedLecture.SHIPPED) {
      var button =
          new Button(
              lecture.title() + "  ·  " + lecture.summary(), new FontIcon(Feather.BOOK_OPEN));
      button.setId("lecture-" + lecture.id());
      button.getStyleClass().add(Styles.SMALL);
      button.setAccessibleText("Open the lecture " + lecture.title());
      button.setOnAction(_ -> open.accept(lecture));
      getChildren().add(button);
    }
    var file =
        Controls.button(
            "open-lecture", "Open a file…", Feather.FOLDER, "a lecture or a problem", openFile);
    file.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    getChildren().add(file);
  }
}
