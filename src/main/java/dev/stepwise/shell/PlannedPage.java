package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.view.Card;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says that an exercise is not there yet, and what it will show.
final class PlannedPage extends VBox {
  PlannedPage(Card card) {
    super(12);
    setId("planned-page");
    getStyleClass().addAll("page", "planned-page");
    var icon = new FontIcon(card.icon());
    icon.getStyleClass().add("planned-icon");
    getChildren()
        .addAll(
            icon,
            Controls.label(card.title(), Styles.TITLE_2),
            Controls.paragraph("This exercise is not there yet."),
            Controls.paragraph("It will show: " + card.sentence(), "muted"));
  }
}
