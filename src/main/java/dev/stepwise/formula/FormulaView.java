package dev.stepwise.formula;

import dev.stepwise.draw.Outline;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;

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
    var path = new Path();
    path.getElements()
        .setAll(part.outline().segments().stream().map(s -> element(s, line.size())).toList());
    path.setFillRule(FillRule.NON_ZERO);
    path.setStroke(null);
    path.setManaged(false);
    path.setLayoutX(snappedLeftInset() + line.x());
    path.setLayoutY(snappedTopInset() + line.baseline());
    part.colour().ifPresentOrElse(path::setFill, () -> path.getStyleClass().add("formula-ink"));
    return path;
  }

  private static PathElement element(Outline.Segment segment, double scale) {
    return switch (segment) {
      case Outline.Segment.Move(var x, var y) -> new MoveTo(scale * x, scale * y);
      case Outline.Segment.Line(var x, var y) -> new LineTo(scale * x, scale * y);
      case Outline.Segment.Quad(var cx, var cy, var x, var y) ->
          new QuadCurveTo(scale * cx, scale * cy, scale * x, scale * y);
      case Outline.Segment.Cubic(var c1x, var c1y, var c2x, var c2y, var x, var y) ->
          new CubicCurveTo(
              scale * c1x, scale * c1y, scale * c2x, scale * c2y, scale * x, scale * y);
      case Outline.Segment.Close() -> new ClosePath();
    };
  }
}
