package dev.stepwise.export;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.FiniteSurface;
import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Outline;
import dev.stepwise.draw.Pixels;
import dev.stepwise.draw.TextWidths;
import dev.stepwise.draw.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/// A surface that draws a page of a PDF: shapes stay shapes, and texts stay texts that can be
/// searched and copied, each as wide as on the screen. A text that the bundled fonts don't have, or
/// whose letters change beside each other, is drawn by its outlines and says what it reads.
final class PdfSurface extends FiniteSurface {
  private static final int ROUND = 1;
  private static final int BUTT = 0;

  /// In pixels: the outlines of small letters are fitted to the pixels of a screen.
  private static final double OUTLINED = 256;

  private final PDDocument document;
  private final PdfFonts fonts;
  private final PDPageContentStream out;
  private final TextWidths widths = new TextWidths();
  private final Map<Opacity, PDExtendedGraphicsState> opacities = new HashMap<>();
  private double opacity = 1;

  private record Opacity(float fill, float stroke) {}

  private interface Writing {
    void run() throws IOException;
  }

  /// @param out counts pixels from the top left corner
  PdfSurface(PDDocument document, PdfFonts fonts, PDPageContentStream out) {
    this.document = document;
    this.fonts = fonts;
    this.out = out;
    write(() -> out.setLineJoinStyle(ROUND));
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Kind kind() {
    return Kind.SHAPES;
  }

  @Override
  protected void putRectangle(Box box, double radius, Ink ink) {
    double x = box.x();
    double y = box.y();
    double r = Math.min(radius, Math.min(box.width(), box.height()) / 2);
    inked(
        ink,
        () -> {
          if (r > 0) {
            PdfPaths.rounded(out, box, r);
          } else {
            out.addRect((float) x, (float) y, (float) box.width(), (float) box.height());
          }
        });
  }

  @Override
  protected void putCircle(double x, double y, double radius, Ink ink) {
    var around = new Box(x - radius, y - radius, 2 * radius, 2 * radius);
    inked(ink, () -> PdfPaths.rounded(out, around, radius));
  }

  @Override
  protected void putLine(double[] xs, double[] ys, Ink.Stroke stroke) {
    inked(
        Ink.stroked(stroke.colour(), stroke.width(), stroke.dash()),
        () -> PdfPaths.line(out, xs, ys));
  }

  @Override
  protected void putPolygon(double[] xs, double[] ys, Ink ink) {
    inked(
        ink,
        () -> {
          PdfPaths.line(out, xs, ys);
          out.closePath();
        });
  }

  @Override
  protected void putOutline(Outline outline, double x, double y, double scale, Ink ink) {
    inked(ink, () -> PdfPaths.outline(out, outline, x, y, scale));
  }

  /// Draws a path, filled, stroked, or both.
  private void inked(Ink ink, Writing path) {
    float fill = ink.fill().map(this::opacity).orElse(1f);
    float line = ink.stroke().map(stroke -> opacity(stroke.colour())).orElse(1f);
    through(
        new Opacity(fill, line),
        () -> {
          if (ink.fill().isPresent()) {
            fillWith(ink.fill().get());
          }
          if (ink.stroke().isPresent()) {
            strokeWith(ink.stroke().get());
          }
          path.run();
          if (ink.fill().isPresent() && ink.stroke().isPresent()) {
            out.fillAndStroke();
          } else if (ink.fill().isPresent()) {
            out.fill();
          } else {
            out.stroke();
          }
        });
  }

  private void fillWith(Color colour) throws IOException {
    out.setNonStrokingColor(
        (float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
  }

  private void strokeWith(Ink.Stroke stroke) throws IOException {
    var colour = stroke.colour();
    out.setStrokingColor(
        (float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
    out.setLineWidth((float) stroke.width());
    var dash = new float[stroke.dash().length];
    for (int i = 0; i < dash.length; i++) {
      dash[i] = (float) stroke.dash()[i];
    }
    out.setLineDashPattern(dash, 0);
    out.setLineCapStyle(dash.length > 0 ? ROUND : BUTT);
  }

  private float opacity(Color colour) {
    return (float) (colour.getOpacity() * opacity);
  }

  /// Draws something that can be seen through.
  private void through(Opacity wanted, Writing drawing) {
    write(() -> {
      boolean opaque = wanted.fill() >= 1 && wanted.stroke() >= 1;
      if (opaque) {
        drawing.run();
        return;
      }
      out.saveGraphicsState();
      out.setGraphicsStateParameters(opacities.computeIfAbsent(wanted, PdfSurface::state));
      drawing.run();
      out.restoreGraphicsState();
    });
  }

  private static PDExtendedGraphicsState state(Opacity wanted) {
    var state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant(wanted.fill());
    state.setStrokingAlphaConstant(wanted.stroke());
    return state;
  }

  @Override
  protected void putText(String text, double x, double y, Type type) {
    if (text.isBlank()) {
      return;
    }
    double width = textWidth(text, type);
    double shift =
        switch (type.align()) {
          case LEFT -> 0;
          case CENTRE -> width / 2;
          case RIGHT -> width;
        };
    float alpha = opacity(type.colour());
    through(
        new Opacity(alpha, alpha),
        () -> {
          fillWith(type.colour());
          var at = turned(x, y, shift, type.angle());
          var font = fonts.of(type.face());
          if (font.sets(text)) {
            letters(text, width, type.size(), font, at);
          } else {
            outlines(text, width, type, at);
          }
        });
  }

  /// Where a text begins, and which way it runs.
  private static Matrix turned(double x, double y, double shift, double degrees) {
    double sin = Math.sin(Math.toRadians(degrees));
    double cos = Math.cos(Math.toRadians(degrees));
    return new Matrix(
        (float) cos,
        (float) sin,
        (float) sin,
        (float) -cos,
        (float) (x - shift * cos),
        (float) (y - shift * sin));
  }

  /// The screen moves some letters nearer to each other; here all share in it.
  private void letters(String text, double width, double size, PdfFonts.Embedded font, Matrix at)
      throws IOException {
    int gaps = text.codePointCount(0, text.length()) - 1;
    double spacing = gaps == 0 ? 0 : (width - font.width(text, size)) / gaps;
    out.beginText();
    out.setFont(font.font(), (float) size);
    out.setCharacterSpacing((float) spacing);
    out.setTextMatrix(at);
    out.showText(text);
    out.endText();
  }

  /// As the screen lays it out. Readers take what it says from a space, not seen, as wide as it.
  private void outlines(String text, double width, Type type, Matrix at) throws IOException {
    var says = new COSDictionary();
    says.setString(COSName.ACTUAL_TEXT, text);
    out.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(says));
    var font = fonts.of(type.face());
    out.beginText();
    out.setFont(font.font(), (float) type.size());
    out.setCharacterSpacing(0);
    out.setHorizontalScaling((float) (100 * width / font.width(" ", type.size())));
    out.setRenderingMode(RenderingMode.NEITHER);
    out.setTextMatrix(at);
    out.showText(" ");
    out.setRenderingMode(RenderingMode.FILL);
    out.setHorizontalScaling(100);
    out.endText();
    var node = new Text(text);
    node.setFont(Fonts.BUNDLED.font(type.face(), OUTLINED));
    double scale = width / node.getLayoutBounds().getWidth();
    out.saveGraphicsState();
    out.transform(at);
    // Outlines run downwards, the letters of a PDF upwards.
    out.transform(Matrix.getScaleInstance((float) scale, (float) (-type.size() / OUTLINED)));
    if (Shape.subtract(node, new Rectangle(0, 0)) instanceof Path path
        && !path.getElements().isEmpty()) {
      PdfPaths.path(out, path);
      out.fill();
    }
    out.restoreGraphicsState();
    out.endMarkedContent();
  }

  @Override
  public double textWidth(String text, Type type) {
    return widths.width(text, type);
  }

  @Override
  protected void putPixels(Pixels pixels, double x, double y) {
    through(
        new Opacity((float) opacity, 1),
        () -> {
          var image = LosslessFactory.createFromImage(document, Png.straight(pixels));
          float width = pixels.width();
          float height = pixels.height();
          out.drawImage(image, new Matrix(width, 0, 0, -height, (float) x, (float) y + height));
        });
  }

  @Override
  protected void putClipped(Box box, Runnable drawing) {
    write(() -> {
      out.saveGraphicsState();
      out.addRect((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
      out.clip();
    });
    drawing.run();
    write(out::restoreGraphicsState);
  }

  @Override
  public void faded(double share, Runnable drawing) {
    double before = opacity;
    opacity = before * share;
    drawing.run();
    opacity = before;
  }
}
