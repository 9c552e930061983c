package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.shell.sharing.Sharing;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be taken away from the run that is open.
final class ShareMenu {
  private final MenuButton button = new MenuButton("", new FontIcon(Feather.SHARE_2));

  /// @param lecture begins a lecture with what is seen, or shows the one that is open
  ShareMenu(Sharing<?, ?> sharing, Runnable lecture) {
    button.setId("share");
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText("Save: take the picture, the run or its numbers away");
    button.setTooltip(Controls.tip("Save the picture, the run or its numbers"));
    button
        .getItems()
        .addAll(
            item("copy-picture", "Copy the picture (Ctrl+C)", Feather.COPY, sharing::copyPicture),
            item("save-picture", "Save the picture (Ctrl+S)…", Feather.IMAGE, sharing::savePicture),
            item("save-film", "Save the moving picture…", Feather.FILM, sharing::saveFilm),
            new SeparatorMenuItem(),
            item(
                "save-tables", "Save this step's tables (CSV)…", Feather.GRID, sharing::saveTables),
            item("save-trace", "Save the trace (JSON)…", Feather.LIST, sharing::saveTrace),
            item(
                "save-scenario",
                "Save the problem, to open it again…",
                Feather.FILE_TEXT,
                sharing::saveScenario),
            new SeparatorMenuItem(),
            item("lecture", "Make a lecture of what I see now", Feather.BOOK_OPEN, lecture));
  }

  MenuButton node() {
    return button;
  }

  private static MenuItem item(String id, String text, Feather icon, Runnable action) {
    var item = new MenuItem(text, new FontIcon(icon));
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
