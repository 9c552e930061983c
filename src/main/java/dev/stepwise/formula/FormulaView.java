package dev.stepwise.formula;

import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;

/// Shows formulas one below the other, as wide as its parent lets it be. Its style class is
/// `formula-view`; the ink takes its colour from the style class `formula-ink`, so it follows the
/// theme. While the formulas are warmed up it keeps room for them, and shows them afterwards.
public final class FormulaView extends Region {
  private static final double PREFERRED_WIDTH = 320;

  /// What a formula with a fraction takes, in ems.
  private static final double USUAL_HEIGHT = 2.4;

  private final Formulas formulas;
  private List<String> sources = List.of();
  private double size = 17;
  private FormulaLayout shown = new FormulaLayout(List.of(), 0);

  /// An empty view.
  public FormulaView(Formulas formulas) {
    this.formulas = formulas;
    getStyleClass().add("formula-view");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(0);
  }

  /// Shows other formulas.
  ///
  /// @param latex one a line; empty to show nothing
  public void show(List<String> latex) {
    sources = List.copyOf(latex);
    setAccessibleText(sources.stream().map(FormulaWords::of).collect(Collectors.joining("; ")));
    requestLayout();
    if (!formulas.isWarm()) {
      formulas.whenWarm(() -> Platform.runLater(this::requestLayout));
    }
  }

  /// Sets the size of the font, in pixels.
  public void setSize(double pixels) {
    size = pixels;
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return PREFERRED_WIDTH;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double sides = snappedTopInset() + snappedBottomInset();
    return sources.isEmpty() ? sides : Math.ceil(arranged(width).height()) + sides;
  }

  private FormulaLayout arranged(double width) {
    if (!formulas.isWarm()) {
      return new FormulaLayout(List.of(), sources.size() * USUAL_HEIGHT * size);
    }
    double inside =
        (width > 0 ? width : PREFERRED_WIDTH) - snappedLeftInset() - snappedRightInset();
    return FormulaLayout.of(formulas, sources, Math.max(1, inside), size);
  }

  @Override
  protected void layoutChildren() {
    var wanted = arranged(getWidth());
    if (wanted.equals(shown)) {
      return;
    }
    shown = wanted;
    getChildren()
        .setAll(
            wanted.lines().stream()
                .flatMap(line -> line.formula().parts().stream().map(part -> path(line, part)))
                .toList());
  }

  private Path path(FormulaLayout.Line line, FormulaMark.Part part) {
    return FormulaPaths.of(
        part, snappedLeftInset() + line.x(), snappedTopInset() + line.baseline(), line.size());
  }
}
