package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.lecture.ShippedLecture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lectures that can be opened from the home page.
final class LectureCard extends VBox {

  /// What it offers.
  ///
  /// @param open opens one that is shipped
  /// @param openFile asks for a file and opens what is in it
  /// @param recent files that were opened or saved, the newest first
  /// @param openRecent opens one of them
  /// @param goOn opens the lecture that was open when the app last ended; empty where none was
  record Ways(
      Consumer<ShippedLecture> open,
      Runnable openFile,
      List<Path> recent,
      Consumer<Path> openRecent,
      Optional<Runnable> goOn) {}

  LectureCard(Ways ways) {
    super(8);
    setId("lectures");
    getStyleClass().add("lecture-card");
    setMinWidth(0);
    getChildren().add(Controls.label("Lectures", "card-title"));
    ways.goOn()
        .ifPresent(goOn -> {
          var on =
              Controls.button(
                  "lecture-go-on",
                  "Go on with your lecture",
                  Feather.PLAY,
                  "the one that was open when Stepwise ended, with what was not saved",
                  goOn);
          on.getStyleClass().add(Styles.ACCENT);
          getChildren().add(on);
        });
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
      button.setOnAction(_ -> ways.open().accept(lecture));
      getChildren().add(button);
    }
    var file =
        Controls.button(
            "open-lecture",
            "Open a file…",
            Feather.FOLDER,
            "a lecture or a problem",
            ways.openFile());
    file.getStyleClass().addAll(Styles.FLAT);
    var files = new FlowPane(6, 6, file);
    if (!ways.recent().isEmpty()) {
      files.getChildren().add(recent(ways));
    }
    getChildren().add(files);
  }

  private static MenuButton recent(Ways ways) {
    var menu = new MenuButton("Recent", new FontIcon(Feather.CLOCK));
    menu.setId("recent-files");
    menu.getStyleClass().add(Styles.FLAT);
    menu.setAccessibleText("Recent files");
    for (var path : ways.recent()) {
      var item = new MenuItem(String.valueOf(path.getFileName()));
      item.setMnemonicParsing(false); // names of files have underscores
      item.setOnAction(_ -> ways.openRecent().accept(path));
      menu.getItems().add(item);
    }
    return menu;
  }
}
