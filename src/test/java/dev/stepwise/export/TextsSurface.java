package dev.stepwise.export;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.TextWidths;
import dev.stepwise.draw.Type;
import dev.stepwise.draw.WordsSurface;
import java.util.ArrayList;
import java.util.List;

/// Remembers the texts that are seen, with the true widths of the fonts.
final class TextsSurface extends WordsSurface {
  /// How much of a size a capital is high.
  private static final double CAPITAL = 0.72;

  /// A text.
  ///
  /// @param box around it, from the baseline to the height of a capital
  /// @param clips within which it is seen
  record Words(String text, double size, Box box, List<Box> clips) {}

  private final TextWidths widths = new TextWidths();
  private final List<Words> texts = new ArrayList<>();
  private List<Box> clips = List.of();

  List<Words> texts() {
    return texts;
  }

  @Override
  public void text(String text, double x, double y, Type type) {
    var box = around(textWidth(text, type), x, y, type);
    boolean isSeen =
        clips.stream()
            .allMatch(clip ->
                box.x() < clip.right()
                    && box.right() > clip.x()
                    && box.y() < clip.bottom()
                    && box.bottom() > clip.y());
    if (!text.isBlank() && isSeen) {
      texts.add(new Words(text, type.size(), box, clips));
    }
  }

  private static Box around(double width, double x, double y, Type type) {
    double left = start(type, width);
    double sin = Math.sin(Math.toRadians(type.angle()));
    double cos = Math.cos(Math.toRadians(type.angle()));
    double x1 = left * cos;
    double x2 = (left + width) * cos;
    double y1 = left * sin;
    double y2 = (left + width) * sin;
    double up = CAPITAL * type.size();
    double[] xs = {x1, x2, x1 + up * sin, x2 + up * sin};
    double[] ys = {y1, y2, y1 - up * cos, y2 - up * cos};
    double minX = Math.min(Math.min(xs[0], xs[1]), Math.min(xs[2], xs[3]));
    double maxX = Math.max(Math.max(xs[0], xs[1]), Math.max(xs[2], xs[3]));
    double minY = Math.min(Math.min(ys[0], ys[1]), Math.min(ys[2], ys[3]));
    double maxY = Math.max(Math.max(ys[0], ys[1]), Math.max(ys[2], ys[3]));
    return new Box(x + minX, y + minY, maxX - minX, maxY - minY);
  }

  @Override
  public double textWidth(String text, Type type) {
    return widths.width(text, type);
  }

  @Override
  public void clipped(Box box, Runnable drawing) {
    var outer = clips;
    var inner = new ArrayList<>(outer);
    inner.add(box);
    clips = List.copyOf(inner);
    drawing.run();
    clips = outer;
  }
}
