package dev.stepwise.view.cosine;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Type;
import dev.stepwise.draw.WordsSurface;
import java.util.ArrayList;
import java.util.List;

/// Remembers the texts that are drawn, and where the rectangles are.
final class TextsDrawn extends WordsSurface {
  record Words(String text, double left, double right, double baseline, double size) {}

  final List<Words> texts = new ArrayList<>();
  final List<Box> rectangles = new ArrayList<>();

  @Override
  public void rectangle(Box box, double radius, Ink ink) {
    rectangles.add(box);
  }

  @Override
  public void text(String text, double x, double y, Type type) {
    double width = textWidth(text, type);
    double left = x + start(type, width);
    texts.add(new Words(text, left, left + width, y, type.size()));
  }

  @Override
  public double textWidth(String text, Type type) {
    boolean mono = type.face() == Type.Face.MONO || type.face() == Type.Face.MONO_BOLD;
    return text.length() * type.size() * (mono ? 0.6 : 0.55);
  }
}
