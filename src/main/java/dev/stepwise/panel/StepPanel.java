package dev.stepwise.panel;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.draw.Type;
import dev.stepwise.formula.FormulaView;
import dev.stepwise.formula.Formulas;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a step says: title, caption, formulas, table. Style classes: `step-panel`, `step-title`,
/// `step-caption`, `formula-card`.
public final class StepPanel extends VBox {
  private static final double TITLE = 18;
  private static final double CAPTION = 14;
  private static final double FORMULA = 17;

  private final Label title = new Label();
  private final Label caption = new Label();
  private final FormulaView formulas;
  private final VBox card;
  private final NumberTable table;
  private final ObservableValue<Look> look;
  private Narration narration = new Narration("", "");
  private int mostRows = Integer.MAX_VALUE;

  /// An empty panel.
  ///
  /// @param look its scale sets the size of the text, its palette the markers of the table
  public StepPanel(Formulas setter, RowCategory categories, ObservableValue<Look> look) {
    this.look = look;
    this.formulas = new FormulaView(setter);
    this.card = new VBox(formulas);
    this.table = new NumberTable(categories);
    getStyleClass().add("step-panel");
    title.getStyleClass().add("step-title");
    caption.getStyleClass().add("step-caption");
    card.getStyleClass().add("formula-card");
    title.setWrapText(true);
    caption.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    caption.setMinHeight(USE_PREF_SIZE);
    getChildren().setAll(title, caption, card, table);
    look.subscribe(() -> refresh());
    refresh(); // what has nothing to say yet has no empty card either
  }

  /// Shows what a step says.
  public void show(Narration said) {
    show(said, Pace.AT_REST);
  }

  /// Shows what a step says, or in passing what of it can be set at once.
  public void show(Narration said, Pace pace) {
    narration = said;
    switch (pace) {
      case AT_REST -> refresh();
      case IN_PASSING -> {
        showWords();
        card.setOpacity(pace.opacity());
        table.setOpacity(pace.opacity());
      }
    }
  }

  /// How many rows the table of what is said has.
  int tableRows() {
    return narration.table().rows().size();
  }

  /// Shows at most so many rows of a table: the first ones, the one that decides, and how many more
  /// there are.
  ///
  /// @param most at least 3
  void setMostRows(int most) {
    if (most != mostRows) {
      mostRows = Math.max(TableExcerpt.LEAST, most);
      refresh();
    }
  }

  private void refresh() {
    var now = look.getValue();
    formulas.setSize(now.px(FORMULA));
    formulas.show(narration.formulas());
    card.setOpacity(Pace.AT_REST.opacity());
    setShown(card, !narration.formulas().isEmpty());
    table.show(TableExcerpt.of(narration.table(), mostRows), now);
    table.setOpacity(Pace.AT_REST.opacity());
    setShown(table, !narration.table().rows().isEmpty());
    showWords();
  }

  private void showWords() {
    var now = look.getValue();
    title.setText(narration.title());
    Fonts.BUNDLED.set(title, Type.Face.BOLD, now.px(TITLE));
    caption.setText(narration.caption());
    Fonts.BUNDLED.set(caption, Type.Face.REGULAR, now.px(CAPTION));
    setShown(caption, !narration.caption().isEmpty());
  }

  private static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
