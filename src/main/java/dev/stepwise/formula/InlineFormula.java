package dev.stepwise.formula;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A formula within a line of text, on the line's baseline. Where it is wider than its line may be
/// it is set smaller. Its style class is `inline-formula`.
public final class InlineFormula extends Region {
  private static final double SIDES = 0.04; // of white at its left and right, in ems

  private final String latex;
  private final FormulaMark mark;
  private final double size;
  private double mostWidth = Double.MAX_VALUE;

  /// A formula, set now.
  ///
  /// @param latex its source
  /// @param size of the font in pixels
  public InlineFormula(Formulas formulas, String latex, double size) {
    this.latex = latex;
    this.mark = formulas.of(source(latex));
    this.size = size;
    getStyleClass().add("inline-formula");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(FormulaWords.of(latex));
    for (var part : mark.parts()) {
      getChildren().add(FormulaPaths.of(part, 0, 0, size));
    }
  }

  /// What is set for a formula within a line: fractions and sums as low as text has them.
  public static String source(String latex) {
    return "\\textstyle " + latex;
  }

  /// Its source.
  public String source() {
    return latex;
  }

  /// Sets how wide it may be, in pixels.
  public void setMostWidth(double pixels) {
    if (pixels != mostWidth) {
      mostWidth = pixels;
      requestLayout();
    }
  }

  private double fitting() {
    return Math.min(size, Math.max(1, mostWidth) / (mark.width() + 2 * SIDES));
  }

  @Override
  protected double computePrefWidth(double height) {
    return (mark.width() + 2 * SIDES) * fitting();
  }

  @Override
  protected double computePrefHeight(double width) {
    return (mark.height() + mark.depth()) * fitting();
  }

  @Override
  public double getBaselineOffset() {
    return mark.height() * fitting();
  }

  @Override
  protected void layoutChildren() {
    double now = fitting();
    for (var path : getChildren()) {
      path.setScaleX(now / size);
      path.setScaleY(now / size);
      // A node is scaled about its middle; its outline has to keep to its own origin.
      var bounds = path.getLayoutBounds();
      double back = 1 - now / size;
      path.setLayoutX(SIDES * now - back * bounds.getCenterX());
      path.setLayoutY(getBaselineOffset() - back * bounds.getCenterY());
    }
  }
}
