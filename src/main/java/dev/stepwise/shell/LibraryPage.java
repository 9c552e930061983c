package dev.stepwise.shell;

import dev.stepwise.lesson.Part;
import dev.stepwise.shell.learning.LearnPane;
import dev.stepwise.shell.learning.LessonSearch;
import dev.stepwise.shell.learning.Library;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All lessons, each with its sections, and the search over them. Style classes: `page`,
/// `library-lesson`.
final class LibraryPage extends ScrollPane {
  private static final double MOST_WIDTH = 60; // in ems

  /// @param open told which section of which lesson was chosen
  /// @param read told which place was chosen from a search
  LibraryPage(Library library, BiConsumer<String, Part> open, Consumer<LearnPane.Find> read) {
    setId("library");
    setFitToWidth(true);
    getStyleClass().add("panel-body");
    var search = new LessonSearch(library, read);
    var lessons = new VBox(14);
    lessons.managedProperty().bind(search.isEmptyProperty());
    lessons.visibleProperty().bind(search.isEmptyProperty());
    library.titles().forEach((id, title) -> lessons.getChildren().add(lesson(id, title, open)));
    var box =
        new VBox(
            16,
            Controls.label("Learn", "title-2"),
            Controls.paragraph(
                "Each exercise as an interviewer puts it: the steps, why they work, what they"
                    + " cost, what goes wrong, and what is asked next.",
                "muted"),
            search,
            lessons);
    box.getStyleClass().add("page");
    box.setMinWidth(0);
    box.setStyle("-fx-max-width: %.0fem;".formatted(MOST_WIDTH));
    setContent(box);
    // Its own scene: what scrolls is there only once the page has been styled.
    search
        .sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            Platform.runLater(search::focus);
          }
        });
  }

  private static Region lesson(String id, String title, BiConsumer<String, Part> open) {
    var name = new Button(title);
    name.setId("lesson-" + id);
    name.getStyleClass().setAll("library-title");
    name.setMnemonicParsing(false);
    name.setAccessibleText("Read the lesson: " + title);
    name.setOnAction(_ -> open.accept(id, Part.PROBLEM));
    var sections = new FlowPane(4, 4);
    sections.setMinWidth(0);
    for (var part : Part.values()) {
      var section = new Button(part.brief());
      section.getStyleClass().setAll("pill");
      section.setMinWidth(Region.USE_PREF_SIZE);
      section.setAccessibleText(title + ": " + part.title());
      section.setOnAction(_ -> open.accept(id, part));
      sections.getChildren().add(section);
    }
    var box = new VBox(4, name, sections);
    box.setMinWidth(0);
    box.getStyleClass().add("library-lesson");
    return box;
  }
}
