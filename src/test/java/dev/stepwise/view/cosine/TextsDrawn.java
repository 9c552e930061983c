package dev.stepwise.view.cosine;

import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Outline;
import dev.stepwise.view.marks.Pixels;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import java.util.ArrayList;
import java.util.List;

/// Remembers the texts that are drawn, and where the rectangles are.
final class TextsDrawn implements Surface {
  record Words(String text, double left, double right, double baseline, double size) {}

  final List<Words> texts = new ArrayList<>();
  final List<Box> rectangles = new ArrayList<>();

  @Override
  public void rectangle(Box box, double radius, Ink ink) {
    rectangles.add(box);
  }

  @Override
  public void circle(double x, double y, double radius, Ink ink) {}

  @Override
  public void line(double[] xs, double[] ys, Ink.Stroke stroke) {}

  @Override
  public void polygon(double[] xs, double[] ys, Ink ink) {}

  @Override
  public void outline(Outline outline, double x, double y, double scale, Ink ink) {}

  @Override
  public void text(String text, double x, double y, Type type) {
    double width = textWidth(text, type);
    double left =
        switch (type.align()) {
          case LEFT -> x;
          case CENTRE -> x - width / 2;
          case RIGHT -> x - width;
        };
    texts.add(new Words(text, left, left + width, y, type.size()));
  }

  @Override
  public double textWidth(String text, Type type) {
    boolean mono = type.face() == Type.Face.MONO || type.face() == Type.Face.MONO_BOLD;
    return text.length() * type.size() * (mono ? 0.6 : 0.55);
  }

  @Override
  public void pixels(Pixels pixels, double x, double y) {}

  @Override
  public void clipped(Box box, Runnable drawing) {
    drawing.run();
  }

  @Override
  public void faded(double opacity, Runnable drawing) {
    drawing.run();
  }
}
