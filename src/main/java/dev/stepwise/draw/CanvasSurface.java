package dev.stepwise.draw;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A surface on a JavaFX canvas. Used on the JavaFX thread once the canvas is shown; keep one for
/// as long as its canvas, since it remembers the widths of texts.
public final class CanvasSurface extends FiniteSurface {
  private final GraphicsContext context;
  private final TextWidths widths;
  private final @Nullable RoundedSprites sprites;

  /// Draws on a canvas.
  public CanvasSurface(GraphicsContext context) {
    this(context, new TextWidths());
  }

  /// Draws on a canvas with widths of texts that were measured before.
  public CanvasSurface(GraphicsContext context, TextWidths widths) {
    this(context, widths, null);
  }

  private CanvasSurface(
      GraphicsContext context, TextWidths widths, @Nullable RoundedSprites sprites) {
    this.context = context;
    this.widths = widths;
    this.sprites = sprites;
    context.setFillRule(FillRule.NON_ZERO);
    context.setLineJoin(StrokeLineJoin.ROUND);
  }

  /// Draws on a canvas that is drawn again with every frame. Where a frame is computed without a
  /// graphics card, rounded rectangles are kept as pixels and set on whole pixels: there an outline
  /// with round corners costs a tenth of a millisecond, and a stage has a hundred of them.
  public static CanvasSurface animated(GraphicsContext context) {
    boolean hardware = Platform.isSupported(ConditionalFeature.SCENE3D);
    return new CanvasSurface(context, new TextWidths(), hardware ? null : new RoundedSprites());
  }

  /// Whether a pixel of the canvas is a pixel of the screen.
  private boolean isUnscaled() {
    var scene = context.getCanvas().getScene();
    return scene == null || scene.getWindow() == null || scene.getWindow().getOutputScaleX() == 1;
  }

  @Override
  protected void putRectangle(Box box, double radius, Ink ink) {
    if (sprites != null && radius > 0 && RoundedSprites.suits(box, ink) && isUnscaled()) {
      sprites.draw(context, box, radius, ink);
      return;
    }
    ink.fill()
        .ifPresent(colour -> {
          context.setFill(colour);
          if (radius > 0) {
            context.fillRoundRect(
                box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
          } else {
            context.fillRect(box.x(), box.y(), box.width(), box.height());
          }
        });
    ink.stroke()
        .ifPresent(stroke -> {
          use(stroke);
          if (radius > 0) {
            context.strokeRoundRect(
                box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
          } else {
            context.strokeRect(box.x(), box.y(), box.width(), box.height());
          }
        });
  }

  @Override
  protected void putCircle(double x, double y, double radius, Ink ink) {
    ink.fill()
        .ifPresent(colour -> {
          context.setFill(colour);
          context.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        });
    ink.stroke()
        .ifPresent(stroke -> {
          use(stroke);
          context.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        });
  }

  @Override
  protected void putLine(double[] xs, double[] ys, Ink.Stroke stroke) {
    if (xs.length == 2 && stroke.dash().length == 0 && (xs[0] == xs[1]) != (ys[0] == ys[1])) {
      // The same pixels, for much less than a renderer takes for an outline around the line.
      double half = stroke.width() / 2;
      double across = xs[0] == xs[1] ? half : 0;
      double down = half - across;
      context.setFill(stroke.colour());
      context.fillRect(
          Math.min(xs[0], xs[1]) - across,
          Math.min(ys[0], ys[1]) - down,
          Math.abs(xs[1] - xs[0]) + 2 * across,
          Math.abs(ys[1] - ys[0]) + 2 * down);
      return;
    }
    use(stroke);
    context.strokePolyline(xs, ys, xs.length);
  }

  @Override
  protected void putPolygon(double[] xs, double[] ys, Ink ink) {
    ink.fill()
        .ifPresent(colour -> {
          context.setFill(colour);
          context.fillPolygon(xs, ys, xs.length);
        });
    ink.stroke()
        .ifPresent(stroke -> {
          use(stroke);
          context.strokePolygon(xs, ys, xs.length);
        });
  }

  @Override
  protected void putOutline(Outline outline, double x, double y, double scale, Ink ink) {
    context.beginPath();
    for (var segment : outline.segments()) {
      trace(segment, x, y, scale);
    }
    ink.fill()
        .ifPresent(colour -> {
          context.setFill(colour);
          context.fill();
        });
    ink.stroke()
        .ifPresent(stroke -> {
          use(stroke);
          context.stroke();
        });
  }

  private void trace(Outline.Segment segment, double x, double y, double scale) {
    switch (segment) {
      case Outline.Segment.Move(var toX, var toY) ->
          context.moveTo(x + scale * toX, y + scale * toY);
      case Outline.Segment.Line(var toX, var toY) ->
          context.lineTo(x + scale * toX, y + scale * toY);
      case Outline.Segment.Quad(var cx, var cy, var toX, var toY) ->
          context.quadraticCurveTo(
              x + scale * cx, y + scale * cy, x + scale * toX, y + scale * toY);
      case Outline.Segment.Cubic(var c1x, var c1y, var c2x, var c2y, var toX, var toY) ->
          context.bezierCurveTo(
              x + scale * c1x,
              y + scale * c1y,
              x + scale * c2x,
              y + scale * c2y,
              x + scale * toX,
              y + scale * toY);
      case Outline.Segment.Close() -> context.closePath();
    }
  }

  @Override
  protected void putText(String text, double x, double y, Type type) {
    context.setFont(Fonts.BUNDLED.font(type.face(), type.size()));
    context.setFill(type.colour());
    context.setTextAlign(
        switch (type.align()) {
          case LEFT -> TextAlignment.LEFT;
          case CENTRE -> TextAlignment.CENTER;
          case RIGHT -> TextAlignment.RIGHT;
        });
    if (type.angle() == 0) {
      context.fillText(text, x, y);
      return;
    }
    context.save();
    context.translate(x, y);
    context.rotate(type.angle());
    context.fillText(text, 0, 0);
    context.restore();
  }

  @Override
  public double textWidth(String text, Type type) {
    return widths.width(text, type);
  }

  @Override
  protected void putPixels(Pixels pixels, double x, double y) {
    context.drawImage(pixels.image(), x, y);
  }

  @Override
  protected void putClipped(Box box, Runnable drawing) {
    context.save();
    context.beginPath();
    // On whole pixels: any other clip is a mask as large as the canvas.
    double left = Math.floor(box.x());
    double top = Math.floor(box.y());
    context.rect(left, top, Math.ceil(box.right()) - left, Math.ceil(box.bottom()) - top);
    context.clip();
    try {
      drawing.run();
    } finally {
      context.restore(); // what is drawn after a failure must be seen
    }
  }

  @Override
  public void faded(double opacity, Runnable drawing) {
    context.save();
    context.setGlobalAlpha(context.getGlobalAlpha() * opacity);
    try {
      drawing.run();
    } finally {
      context.restore();
    }
  }

  private void use(Ink.Stroke stroke) {
    context.setStroke(stroke.colour());
    context.setLineWidth(stroke.width());
    context.setLineDashes(stroke.dash());
    // Short dashes with round ends become the dots of a trail; solid lines end where they are told.
    context.setLineCap(stroke.dash().length > 0 ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
  }
}
