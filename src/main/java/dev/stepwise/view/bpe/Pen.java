package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.view.Shown;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import javafx.scene.paint.Color;

/// What the painters of the stage's parts have in common: the surface, what is shown on it, and how
/// words are set.
record Pen(Surface surface, Shown<BpeFrame> shown) {
  /// The height of a heading.
  static final double HEAD = 26;

  private static final int MOST_VISIBLE = 600;

  BpeFrame frame() {
    return shown.step().frame();
  }

  Look look() {
    return shown.look();
  }

  double px(double length) {
    return look().px(length);
  }

  boolean isThumbnail() {
    return look().density() == Look.Density.THUMBNAIL;
  }

  /// The size of the text in chips.
  double chipSize() {
    return px(14);
  }

  Type text(double size) {
    return new Type(Type.Face.REGULAR, px(size), look().palette().text());
  }

  Type muted(double size) {
    return new Type(Type.Face.REGULAR, px(size), look().palette().muted());
  }

  Type alarm(double size) {
    return new Type(Type.Face.BOLD, px(size), look().palette().alarm());
  }

  Type figure(double size) {
    return new Type(Type.Face.MONO, px(size), look().palette().text());
  }

  Color current() {
    var colour = look().palette().category(1);
    return look().palette().dark() ? colour : Color.web("#9a6700");
  }

  /// A heading, and at the right what is to be known about it.
  ///
  /// @param notes the same in fewer and fewer words: the first that fits is written
  void head(Box box, String title, String... notes) {
    var type = new Type(Type.Face.BOLD, px(13), look().palette().text());
    surface.text(title, box.x(), box.y() + px(13), type);
    double left = box.x() + surface.textWidth(title, type) + px(12);
    double room = box.right() - left;
    right(brief(room, muted(12), notes), box.right(), box.y() + px(13), room, muted(12));
  }

  /// The first of some texts that fits, somewhat smaller if need be; the last where none does.
  String brief(double room, Type type, String... texts) {
    for (var text : texts) {
      if (surface.textWidth(text, fitted(text, room, type)) <= room) {
        return text;
      }
    }
    return texts[texts.length - 1];
  }

  Box below(Box box) {
    return box.inset(px(HEAD), 0, 0, 0);
  }

  /// A text that ends at a place, smaller where it would be too wide, cut off where it would be too
  /// small.
  void right(String whole, double x, double baseline, double room, Type type) {
    var text = visible(whole);
    var fitted = fitted(text, room, type);
    var cut = cut(text, room, fitted);
    surface.text(cut, x, baseline, fitted.aligned(Type.Align.RIGHT));
  }

  /// A text that begins at a place, likewise.
  void left(String whole, double x, double baseline, double room, Type type) {
    var text = visible(whole);
    var fitted = fitted(text, room, type);
    surface.text(cut(text, room, fitted), x, baseline, fitted);
  }

  private Type fitted(String text, double room, Type type) {
    double width = surface.textWidth(text, type);
    double least = Math.min(type.size(), Math.max(Look.LEGIBLE, type.size() * 0.78));
    double size = width <= room ? type.size() : Math.max(least, type.size() * room / width * 0.99);
    return new Type(type.face(), size, type.colour(), type.align(), type.angle());
  }

  private String cut(String text, double room, Type type) {
    if (surface.textWidth(text, type) <= room) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      boolean fits = surface.textWidth(text.substring(0, middle) + "…", type) <= room;
      low = fits ? middle : low;
      high = fits ? high : middle - 1;
    }
    int end = low > 0 && Character.isHighSurrogate(text.charAt(low - 1)) ? low - 1 : low;
    return end == 0 ? "" : text.substring(0, end) + "…";
  }

  /// So much of a text as may be seen at all: measuring more takes time.
  private static String visible(String text) {
    return text.length() <= MOST_VISIBLE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_VISIBLE / 2)) + "…";
  }

  /// A frame around what is lit as a source, or picked.
  void light(Element element, Box box) {
    var palette = look().palette();
    if (shown.lit().contains(element) || shown.picked().filter(element::equals).isPresent()) {
      surface.rectangle(box.inset(-px(2.5)), px(6), Ink.stroked(palette.accent(), px(2)));
    } else if (shown.pointed().filter(element::equals).isPresent()) {
      surface.rectangle(
          box.inset(-px(2)), px(6), Ink.stroked(palette.accent().deriveColor(0, 1, 1, 0.6), px(1)));
    }
  }

  void rule(double x1, double x2, double y) {
    surface.line(x1, y, x2, y, new Ink.Stroke(look().palette().faint(), 1));
  }
}
