package dev.stepwise.draw;

import java.util.ArrayList;
import java.util.List;

/// Remembers what is drawn, for tests that ask what was drawn where.
final class RecordingSurface implements Surface {
  @SuppressWarnings("ArrayRecordComponent") // never written to
  record Line(double[] xs, double[] ys) {}

  record Words(String text, double x, double y, Type type) {}

  final List<Line> lines = new ArrayList<>();
  final List<Line> shapes = new ArrayList<>();
  final List<Words> texts = new ArrayList<>();
  final List<Box> rectangles = new ArrayList<>();
  final List<Pixels> pixels = new ArrayList<>();
  private final Kind kind;
  int circles;
  int polygons;
  int images;

  RecordingSurface() {
    this(Kind.PIXELS);
  }

  RecordingSurface(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public void rectangle(Box box, double radius, Ink ink) {
    rectangles.add(box);
  }

  @Override
  public void circle(double x, double y, double radius, Ink ink) {
    circles++;
  }

  @Override
  public void line(double[] xs, double[] ys, Ink.Stroke stroke) {
    lines.add(new Line(xs, ys));
  }

  @Override
  public void polygon(double[] xs, double[] ys, Ink ink) {
    polygons++;
    shapes.add(new Line(xs, ys));
  }

  @Override
  public void outline(Outline outline, double x, double y, double scale, Ink ink) {}

  @Override
  public void text(String text, double x, double y, Type type) {
    texts.add(new Words(text, x, y, type));
  }

  @Override
  public double textWidth(String text, Type type) {
    return text.length() * type.size() * 0.6;
  }

  @Override
  public void pixels(Pixels pixels, double x, double y) {
    images++;
    this.pixels.add(pixels);
  }

  @Override
  public void clipped(Box box, Runnable drawing) {
    drawing.run();
  }

  @Override
  public void faded(double opacity, Runnable drawing) {
    drawing.run();
  }
}
