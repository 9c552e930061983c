package dev.stepwise.formula;

import dev.stepwise.draw.Outline;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An AWT graphics context that paints nothing but records the outlines of what is drawn.
final class OutlineGraphics extends IdleGraphics {
  // Wholly transparent: nobody asks for ink that cannot be seen.
  private static final Color UNSET = new Color(0, 0, 0, 0);
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final List<FormulaMark.Part> parts = new ArrayList<>();
  private AffineTransform transform = new AffineTransform();
  private Color colour = UNSET;
  private Font font = new Font(Font.SERIF, Font.PLAIN, 1);
  private Stroke stroke = new BasicStroke(1);

  /// What was drawn so far, in order; neighbours of one colour are one part.
  List<FormulaMark.Part> parts() {
    return List.copyOf(parts);
  }

  @Override
  public void fill(Shape shape) {
    var wanted =
        colour.equals(UNSET) ? Optional.<javafx.scene.paint.Color>empty() : Optional.of(fx());
    if (parts.isEmpty() || !parts.getLast().colour().equals(wanted)) {
      parts.add(new FormulaMark.Part(new Outline(), wanted));
    }
    var outline = parts.getLast().outline();
    var at = new double[6];
    for (var path = shape.getPathIterator(transform); !path.isDone(); path.next()) {
      outline.add(segment(path.currentSegment(at), at));
    }
  }

  private static Outline.Segment segment(int kind, double[] at) {
    return switch (kind) {
      case PathIterator.SEG_MOVETO -> new Outline.Segment.Move(at[0], at[1]);
      case PathIterator.SEG_LINETO -> new Outline.Segment.Line(at[0], at[1]);
      case PathIterator.SEG_QUADTO -> new Outline.Segment.Quad(at[0], at[1], at[2], at[3]);
      case PathIterator.SEG_CUBICTO ->
          new Outline.Segment.Cubic(at[0], at[1], at[2], at[3], at[4], at[5]);
      default -> new Outline.Segment.Close();
    };
  }

  private javafx.scene.paint.Color fx() {
    return javafx.scene.paint.Color.rgb(
        colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getAlpha() / 255.0);
  }

  @Override
  public void draw(Shape shape) {
    fill(stroke.createStrokedShape(shape));
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(glyphs.getOutline(x, y));
  }

  @Override
  public void drawString(String text, float x, float y) {
    drawGlyphVector(font.createGlyphVector(CONTEXT, text), x, y);
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return CONTEXT;
  }

  @Override
  public Color getColor() {
    return colour;
  }

  @Override
  public void setColor(Color wanted) {
    colour = wanted;
  }

  @Override
  public Paint getPaint() {
    return colour;
  }

  @Override
  public void setPaint(Paint paint) {
    if (paint instanceof Color wanted) {
      colour = wanted;
    }
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setFont(Font wanted) {
    font = wanted;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setStroke(Stroke wanted) {
    stroke = wanted;
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void setTransform(AffineTransform wanted) {
    transform = new AffineTransform(wanted);
  }

  @Override
  public void transform(AffineTransform more) {
    transform.concatenate(more);
  }

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void translate(int x, int y) {
    transform.translate(x, y);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform.rotate(angle, x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public void shear(double x, double y) {
    transform.shear(x, y);
  }
}
