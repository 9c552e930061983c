package dev.stepwise.formula;

import dev.stepwise.draw.Outline;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;

/// Makes shapes of formulas that have been set.
final class FormulaPaths {
  private FormulaPaths() {}

  /// The shape of a part, in the colour that it asks for or, by the style class `formula-ink`, in
  /// the text's. It takes no part in a layout.
  ///
  /// @param x the left edge, in pixels
  /// @param baseline in pixels
  /// @param size of the font in pixels
  static Path of(FormulaMark.Part part, double x, double baseline, double size) {
    var path = new Path();
    path.getElements()
        .setAll(part.outline().segments().stream().map(s -> element(s, size)).toList());
    path.setFillRule(FillRule.NON_ZERO);
    path.setStroke(null);
    path.setManaged(false);
    path.setLayoutX(x);
    path.setLayoutY(baseline);
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
