package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.lecture.ShippedLecture;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lectures that can be opened from the home page.
final class LectureCard extends VBox {

  /// @param open opens one
  /// @param openFile asks for a file and opens what is in it
  LectureCard(Consumer<ShippedLecture> open, Runnable openFile) {
    super(8);
    setId("lectures");
    getStyleClass().add("lecture-card");
    setMinWidth(0);
    getChildren().add(Controls.label("Lectures", "card-title"));
    for (var lecture : ShippedLecture.SHIPPED) {
      var button =
          new Button(lecture.title() + "\n" + lecture.summary(), new FontIcon(Feather.BOOK_OPEN));
      button.setId("lecture-" + lecture.id());
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMinWidth(0);
      button.setAlignment(Pos.CENTER_LEFT);
      button.setWrapText(true);
      button.setGraphicTextGap(10);
      button.setAccessibleText("Open the lecture " + lecture.title());
      button.setOnAction(_ -> open.accept(lecture));
      getChildren().add(button);
    }
    var file =
        Controls.button(
            "open-lecture", "Open a file…", Feather.FOLDER, "a lecture or a problem", openFile);
    file.getStyleClass().addAll(Styles.FLAT);
    getChildren().add(file);
  }
}
