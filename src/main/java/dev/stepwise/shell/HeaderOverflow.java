package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu of what had to leave the header row. It is filled when it opens.
final class HeaderOverflow {
  private final HeaderRow row;
  private final MenuButton button = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));
  private final List<ButtonBase> originals = new ArrayList<>();

  HeaderOverflow(HeaderRow row) {
    this.row = row;
    button.setId("overflow");
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText("More: what has no room in this row");
    button.setTooltip(Controls.tip("What has no room in this row"));
    button.setOnShowing(_ -> fill());
    button.setOnHidden(_ -> giveBack());
    fill();
  }

  MenuButton node() {
    return button;
  }

  /// Offers a button of the row while it has no place there.
  void add(ButtonBase original) {
    originals.add(original);
  }

  private void fill() {
    button
        .getItems()
        .setAll(
            originals.stream()
                .filter(original -> !row.holds(original))
                .map(HeaderOverflow::item)
                .toList());
  }

  private static MenuItem item(ButtonBase original) {
    var item =
        switch (original) {
          case MenuButton menu -> {
            var inner = new Menu();
            var items = List.copyOf(menu.getItems());
            menu.getItems().clear(); // an item has one menu
            inner.getItems().setAll(items);
            yield inner;
          }
          case ToggleButton toggle -> {
            var check = new CheckMenuItem();
            check.setSelected(toggle.isSelected());
            check.setOnAction(_ -> toggle.fire());
            yield check;
          }
          default -> {
            var plain = new MenuItem();
            plain.setOnAction(_ -> original.fire());
            yield plain;
          }
        };
    item.setId("overflow-" + original.getId());
    item.setText(name(original));
    item.setDisable(original.isDisabled());
    return item;
  }

  private static String name(ButtonBase original) {
    return original.getText().isEmpty() ? original.getAccessibleText() : original.getText();
  }

  /// Puts the entries of a menu back into it.
  private void giveBack() {
    for (var item : button.getItems()) {
      if (item instanceof Menu inner) {
        originals.stream()
            .filter(original -> item.getId().equals("overflow-" + original.getId()))
            .findFirst()
            .ifPresent(original -> {
              var items = List.copyOf(inner.getItems());
              inner.getItems().clear();
              ((MenuButton) original).getItems().setAll(items);
            });
      }
    }
  }
}
