package dev.stepwise.shell.learning;

import dev.stepwise.formula.FormulaView;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A formula on a line of its own, selected as a whole. Style class: `lesson-formula`, with the
/// pseudo-class `:chosen` where it is selected.
final class DisplayFormula extends VBox implements Selectable {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double SIZE = 17;

  private final String latex;

  DisplayFormula(String latex, Setting setting) {
    this.latex = latex;
    var view = new FormulaView(setting.formulas());
    view.setSize(setting.px(SIZE));
    view.show(List.of(latex));
    getStyleClass().add("lesson-formula");
    setMinWidth(0);
    getChildren().setAll(view);
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public int length() {
    return 1;
  }

  @Override
  public String text(int from, int to) {
    return from < to ? "$$" + latex + "$$" : "";
  }

  @Override
  public int at(Point2D point) {
    return point.getX() < getWidth() / 2 ? 0 : 1;
  }

  @Override
  public void select(int from, int to) {
    pseudoClassStateChanged(CHOSEN, from < to);
  }
}
