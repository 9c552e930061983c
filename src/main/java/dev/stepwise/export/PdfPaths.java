package dev.stepwise.export;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Outline;
import java.io.IOException;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/// Paths of a PDF, whose curves are all cubic.
final class PdfPaths {
  /// How far the handles of a quarter of a circle are from its ends, in radii: the cubic curve that
  /// meets the circle in the middle.
  private static final double QUARTER = 4.0 / 3 * (Math.sqrt(2) - 1);

  private PdfPaths() {}

  /// A rectangle with round corners.
  static void rounded(PDPageContentStream out, Box box, double radius) throws IOException {
    double k = radius * (1 - QUARTER);
    double left = box.x();
    double top = box.y();
    double right = box.right();
    double bottom = box.bottom();
    out.moveTo((float) (left + radius), (float) top);
    out.lineTo((float) (right - radius), (float) top);
    cubic(out, right - k, top, right, top + k, right, top + radius);
    out.lineTo((float) right, (float) (bottom - radius));
    cubic(out, right, bottom - k, right - k, bottom, right - radius, bottom);
    out.lineTo((float) (left + radius), (float) bottom);
    cubic(out, left + k, bottom, left, bottom - k, left, bottom - radius);
    out.lineTo((float) left, (float) (top + radius));
    cubic(out, left, top + k, left + k, top, left + radius, top);
    out.closePath();
  }

  /// A line through points.
  static void line(PDPageContentStream out, double[] xs, double[] ys) throws IOException {
    for (int i = 0; i < xs.length; i++) {
      if (i == 0) {
        out.moveTo((float) xs[i], (float) ys[i]);
      } else {
        out.lineTo((float) xs[i], (float) ys[i]);
      }
    }
  }

  /// An outline, moved and scaled.
  static void outline(PDPageContentStream out, Outline outline, double x, double y, double scale)
      throws IOException {
    double fromX = x;
    double fromY = y;
    for (var segment : outline.segments()) {
      switch (segment) {
        case Outline.Segment.Move(var toX, var toY) -> {
          fromX = x + scale * toX;
          fromY = y + scale * toY;
          out.moveTo((float) fromX, (float) fromY);
        }
        case Outline.Segment.Line(var toX, var toY) -> {
          fromX = x + scale * toX;
          fromY = y + scale * toY;
          out.lineTo((float) fromX, (float) fromY);
        }
        case Outline.Segment.Quad(var cx, var cy, var toX, var toY) -> {
          double endX = x + scale * toX;
          double endY = y + scale * toY;
          quad(out, fromX, fromY, x + scale * cx, y + scale * cy, endX, endY);
          fromX = endX;
          fromY = endY;
        }
        case Outline.Segment.Cubic(var ax, var ay, var bx, var by, var toX, var toY) -> {
          fromX = x + scale * toX;
          fromY = y + scale * toY;
          cubic(out, x + scale * ax, y + scale * ay, x + scale * bx, y + scale * by, fromX, fromY);
        }
        case Outline.Segment.Close() -> out.closePath();
      }
    }
  }

  /// The outlines of a text, as JavaFX gives them.
  static void path(PDPageContentStream out, Path path) throws IOException {
    var outline = new Outline();
    for (var element : path.getElements()) {
      outline.add(
          switch (element) {
            case MoveTo to -> new Outline.Segment.Move(to.getX(), to.getY());
            case LineTo to -> new Outline.Segment.Line(to.getX(), to.getY());
            case QuadCurveTo to ->
                new Outline.Segment.Quad(to.getControlX(), to.getControlY(), to.getX(), to.getY());
            case CubicCurveTo to ->
                new Outline.Segment.Cubic(
                    to.getControlX1(),
                    to.getControlY1(),
                    to.getControlX2(),
                    to.getControlY2(),
                    to.getX(),
                    to.getY());
            case ClosePath _ -> new Outline.Segment.Close();
            default -> throw new IllegalStateException("no part of a text: " + element);
          });
    }
    outline(out, outline, 0, 0, 1);
  }

  /// The cubic curve that is a quadratic one.
  private static void quad(
      PDPageContentStream out,
      double fromX,
      double fromY,
      double cx,
      double cy,
      double toX,
      double toY)
      throws IOException {
    cubic(
        out,
        fromX + (cx - fromX) * 2 / 3,
        fromY + (cy - fromY) * 2 / 3,
        toX + (cx - toX) * 2 / 3,
        toY + (cy - toY) * 2 / 3,
        toX,
        toY);
  }

  private static void cubic(
      PDPageContentStream out, double ax, double ay, double bx, double by, double x, double y)
      throws IOException {
    out.curveTo((float) ax, (float) ay, (float) bx, (float) by, (float) x, (float) y);
  }
}
