package dev.stepwise.draw;

/// A surface that takes no notice of shapes: for tests that look at what is written.
public abstract class WordsSurface implements Surface {

  @Override
  public void rectangle(Box box, double radius, Ink ink) {}

  @Override
  public void circle(double x, double y, double radius, Ink ink) {}

  @Override
  public void line(double[] xs, double[] ys, Ink.Stroke stroke) {}

  @Override
  public void polygon(double[] xs, double[] ys, Ink ink) {}

  @Override
  public void outline(Outline outline, double x, double y, double scale, Ink ink) {}

  @Override
  public void pixels(Pixels pixels, double x, double y) {}

  @Override
  public void clipped(Box box, Runnable drawing) {
    drawing.run();
  }

  @Override
  public void faded(double opacity, Runnable drawing) {
    if (opacity > 0) {
      drawing.run();
    }
  }

  /// Where a text of a width begins, from the place that it is drawn at.
  protected static double start(Type type, double width) {
    return switch (type.align()) {
      case LEFT -> 0;
      case CENTRE -> -width / 2;
      case RIGHT -> -width;
    };
  }
}
