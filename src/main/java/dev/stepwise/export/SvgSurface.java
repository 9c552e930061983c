package dev.stepwise.export;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.FiniteSurface;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Outline;
import dev.stepwise.draw.Pixels;
import dev.stepwise.draw.TextWidths;
import dev.stepwise.draw.Type;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.paint.Color;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A surface that writes SVG 1.1: shapes stay shapes and texts stay texts, each as wide as it was
/// measured, whatever font the reader has.
final class SvgSurface extends FiniteSurface {
  private static final String SANS = "Inter, 'Helvetica Neue', Arial, sans-serif";
  private static final String MONO = "'JetBrains Mono', Menlo, Consolas, monospace";

  private final XMLStreamWriter out;
  private final TextWidths widths = new TextWidths();
  private int clips;

  private final String ids;

  SvgSurface(XMLStreamWriter out) {
    this(out, "");
  }

  /// @param ids begins every id, so that several drawings can stand in one document
  SvgSurface(XMLStreamWriter out, String ids) {
    this.out = out;
    this.ids = ids;
  }

  /// A stream failed in the middle of a drawing, whose methods know no such thing.
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(XMLStreamException cause) {
      super(cause);
    }
  }

  private interface Writing {
    void run() throws XMLStreamException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (XMLStreamException e) {
      throw new Failed(e);
    }
  }

  /// Begins a document of its own.
  void begin(int width, int height, String title) {
    write(() -> out.writeStartDocument("UTF-8", "1.0"));
    beginInside(width, height, title);
  }

  /// Begins a drawing inside another document.
  void beginInside(int width, int height, String title) {
    write(() -> {
      out.writeStartElement("svg");
      out.writeDefaultNamespace("http://www.w3.org/2000/svg");
      out.writeNamespace("xlink", "http://www.w3.org/1999/xlink");
      attribute("width", width);
      attribute("height", height);
      out.writeAttribute("viewBox", "0 0 " + width + " " + height);
      out.writeStartElement("title");
      out.writeCharacters(legal(title));
      out.writeEndElement();
    });
  }

  void end() {
    write(() -> {
      out.writeEndElement();
      out.writeEndDocument();
      out.flush();
    });
  }

  @Override
  public Kind kind() {
    return Kind.SHAPES;
  }

  @Override
  protected void putRectangle(Box box, double radius, Ink ink) {
    write(() -> {
      out.writeEmptyElement("rect");
      place(box);
      if (radius > 0) {
        attribute("rx", radius);
      }
      ink(ink);
    });
  }

  @Override
  protected void putCircle(double x, double y, double radius, Ink ink) {
    write(() -> {
      out.writeEmptyElement("circle");
      attribute("cx", x);
      attribute("cy", y);
      attribute("r", radius);
      ink(ink);
    });
  }

  @Override
  protected void putLine(double[] xs, double[] ys, Ink.Stroke stroke) {
    write(() -> {
      out.writeEmptyElement("polyline");
      out.writeAttribute("points", points(xs, ys));
      ink(new Ink(Optional.empty(), Optional.of(stroke)));
    });
  }

  @Override
  protected void putPolygon(double[] xs, double[] ys, Ink ink) {
    write(() -> {
      out.writeEmptyElement("polygon");
      out.writeAttribute("points", points(xs, ys));
      ink(ink);
    });
  }

  @Override
  protected void putOutline(Outline outline, double x, double y, double scale, Ink ink) {
    var path = new StringBuilder();
    for (var segment : outline.segments()) {
      path.append(
          switch (segment) {
            case Outline.Segment.Move(var toX, var toY) ->
                "M" + pair(x + scale * toX, y + scale * toY);
            case Outline.Segment.Line(var toX, var toY) ->
                "L" + pair(x + scale * toX, y + scale * toY);
            case Outline.Segment.Quad(var cx, var cy, var toX, var toY) ->
                "Q"
                    + pair(x + scale * cx, y + scale * cy)
                    + " "
                    + pair(x + scale * toX, y + scale * toY);
            case Outline.Segment.Cubic(var c1x, var c1y, var c2x, var c2y, var toX, var toY) ->
                "C"
                    + pair(x + scale * c1x, y + scale * c1y)
                    + " "
                    + pair(x + scale * c2x, y + scale * c2y)
                    + " "
                    + pair(x + scale * toX, y + scale * toY);
            case Outline.Segment.Close() -> "Z";
          });
    }
    write(() -> {
      out.writeEmptyElement("path");
      out.writeAttribute("d", path.toString());
      ink(ink);
    });
  }

  @Override
  protected void putText(String text, double x, double y, Type type) {
    if (text.isBlank()) {
      return;
    }
    write(() -> {
      out.writeStartElement("text");
      attribute("x", x);
      attribute("y", y);
      boolean mono = type.face() == Type.Face.MONO || type.face() == Type.Face.MONO_BOLD;
      out.writeAttribute("font-family", mono ? MONO : SANS);
      attribute("font-size", type.size());
      switch (type.face()) {
        case MEDIUM -> out.writeAttribute("font-weight", "500");
        case BOLD -> out.writeAttribute("font-weight", "600");
        case MONO_BOLD -> out.writeAttribute("font-weight", "700");
        case ITALIC -> out.writeAttribute("font-style", "italic");
        case REGULAR, MONO -> {}
      }
      switch (type.align()) {
        case CENTRE -> out.writeAttribute("text-anchor", "middle");
        case RIGHT -> out.writeAttribute("text-anchor", "end");
        case LEFT -> {}
      }
      attribute("textLength", textWidth(text, type));
      out.writeAttribute("lengthAdjust", "spacingAndGlyphs");
      out.writeAttribute("xml:space", "preserve");
      if (type.angle() != 0) {
        out.writeAttribute(
            "transform", "rotate(%s %s)".formatted(number(type.angle()), pair(x, y)));
      }
      colour("fill", type.colour());
      out.writeCharacters(legal(text));
      out.writeEndElement();
    });
  }

  @Override
  public double textWidth(String text, Type type) {
    return widths.width(text, type);
  }

  @Override
  protected void putPixels(Pixels pixels, double x, double y) {
    var png = Base64.getEncoder().encodeToString(Png.of(pixels));
    write(() -> {
      out.writeEmptyElement("image");
      place(new Box(x, y, pixels.width(), pixels.height()));
      out.writeAttribute("style", "image-rendering:pixelated");
      out.writeAttribute("xlink:href", "data:image/png;base64," + png);
    });
  }

  @Override
  protected void putClipped(Box box, Runnable drawing) {
    var id = ids + "clip" + ++clips;
    write(() -> {
      out.writeStartElement("clipPath");
      out.writeAttribute("id", id);
      out.writeEmptyElement("rect");
      place(box);
      out.writeEndElement();
      out.writeStartElement("g");
      out.writeAttribute("clip-path", "url(#" + id + ")");
    });
    drawing.run();
    write(out::writeEndElement);
  }

  @Override
  public void faded(double opacity, Runnable drawing) {
    write(() -> {
      out.writeStartElement("g");
      attribute("opacity", opacity);
    });
    drawing.run();
    write(out::writeEndElement);
  }

  private void ink(Ink ink) throws XMLStreamException {
    if (ink.fill().isPresent()) {
      colour("fill", ink.fill().get());
    } else {
      out.writeAttribute("fill", "none");
    }
    if (ink.stroke().isPresent()) {
      var stroke = ink.stroke().get();
      colour("stroke", stroke.colour());
      attribute("stroke-width", stroke.width());
      out.writeAttribute("stroke-linejoin", "round");
      if (stroke.dash().length > 0) {
        var dashes = new StringBuilder();
        for (double dash : stroke.dash()) {
          dashes.append(dashes.isEmpty() ? "" : " ").append(number(dash));
        }
        out.writeAttribute("stroke-dasharray", dashes.toString());
        out.writeAttribute("stroke-linecap", "round");
      }
    }
  }

  private void colour(String name, Color colour) throws XMLStreamException {
    out.writeAttribute(
        name,
        "#%02x%02x%02x"
            .formatted(
                Math.round(255 * colour.getRed()),
                Math.round(255 * colour.getGreen()),
                Math.round(255 * colour.getBlue())));
    if (colour.getOpacity() < 1) {
      attribute(name + "-opacity", colour.getOpacity());
    }
  }

  private void place(Box box) throws XMLStreamException {
    attribute("x", box.x());
    attribute("y", box.y());
    attribute("width", box.width());
    attribute("height", box.height());
  }

  private void attribute(String name, double value) throws XMLStreamException {
    out.writeAttribute(name, number(value));
  }

  private static String points(double[] xs, double[] ys) {
    var points = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      points.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
    }
    return points.toString();
  }

  private static String pair(double x, double y) {
    return number(x) + " " + number(y);
  }

  /// To a hundredth of a pixel, as short as it can be.
  private static String number(double value) {
    var text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
  }

  /// XML has no place for control characters.
  private static String legal(String text) {
    return text.replaceAll(
        "[^\\x{9}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
