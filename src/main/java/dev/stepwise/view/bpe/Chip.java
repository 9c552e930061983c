package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import java.util.Optional;
import javafx.scene.paint.Color;

/// A token as a chip. The marker at the end of a word is drawn as an open box, so that it reads as
/// the space that it stands for.
///
/// @param symbol the token
/// @param letters what is written of it
/// @param size of the text in pixels
record Chip(Symbol symbol, String letters, double size) {
  /// More letters are not read by anybody, and setting them takes time.
  private static final int MOST_LETTERS = 120;

  private static final int LEAST_LETTERS = 3;

  /// The usual size of the text, in pixels at scale 1.
  static final double SIZE = 14;

  private static final double PADDING = 0.55;
  private static final double BOX = 0.62;

  /// How a chip looks.
  ///
  /// @param fill of the chip
  /// @param edge of its outline
  /// @param ink of its text
  /// @param dashed whether its outline is dashed: it is not in the vocabulary
  record Style(Color fill, Color edge, Color ink, boolean dashed) {}

  /// A character of the corpus.
  static Style plain(Look look) {
    var palette = look.palette();
    return new Style(palette.raised(), Pen.faded(palette.muted(), 0.55), palette.text(), false);
  }

  /// A token that a merge made; the same merge always has the same colour.
  static Style made(Look look, int rank) {
    // The second colour belongs to the pair that is being merged.
    int category = rank % 7 == 0 ? 0 : rank % 7 + 1;
    var colour = look.palette().category(category);
    double strength = look.palette().dark() ? 0.3 : 0.2;
    return new Style(
        mixed(colour, look.palette().background(), strength), colour, look.palette().text(), false);
  }

  /// The pair that is being merged.
  static Style current(Look look) {
    var colour = look.palette().category(1);
    return new Style(colour, colour, Color.web("#1f2328"), false);
  }

  /// A pair that ties with it.
  static Style rival(Look look) {
    var colour = look.palette().category(1);
    return new Style(
        mixed(colour, look.palette().background(), 0.15), colour, look.palette().text(), true);
  }

  /// The colour of words and numbers about the pair that is being merged, dark enough to be read.
  static Color ink(Look look) {
    return look.palette().dark() ? look.palette().category(1) : Color.web("#9a6700");
  }

  /// A token that is not in the vocabulary.
  static Style unknown(Look look) {
    var palette = look.palette();
    return new Style(palette.background(), palette.alarm(), palette.alarm(), true);
  }

  static Color mixed(Color colour, Color ground, double share) {
    return ground.interpolate(colour, share);
  }

  /// A token with all its letters, shortened in the middle where they are very many.
  Chip(Symbol symbol, double size) {
    this(symbol, Letters.shown(symbol.letters(), MOST_LETTERS), size);
  }

  /// The same with fewer letters, so that it is not wider than the room; empty where that would not
  /// be worth it.
  Optional<Chip> within(Surface surface, double room) {
    if (width(surface) <= room) {
      return Optional.of(this);
    }
    int low = 0;
    int high = Math.min(MOST_LETTERS, symbol.letters().length());
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      boolean fits = with(middle).width(surface) <= room;
      low = fits ? middle : low;
      high = fits ? high : middle - 1;
    }
    return low < LEAST_LETTERS ? Optional.empty() : Optional.of(with(low));
  }

  private Chip with(int most) {
    return new Chip(symbol, Letters.shown(symbol.letters(), most), size);
  }

  private boolean endsWord() {
    return symbol.endsWord();
  }

  private Type type(Color colour) {
    return new Type(Type.Face.MONO, size, colour);
  }

  double width(Surface surface) {
    double inside = surface.textWidth(letters(), type(Color.BLACK)) + (endsWord() ? BOX * size : 0);
    return Math.max(inside, size * 0.5) + 2 * PADDING * size;
  }

  void draw(Surface surface, Box box, Style style) {
    var ink = Ink.filled(style.fill());
    double line = Math.max(1, size / 12);
    surface.rectangle(
        box,
        size * 0.3,
        style.dashed()
            ? ink.withStroke(style.edge(), line, size * 0.25, size * 0.2)
            : ink.withStroke(style.edge(), line));
    drawText(surface, box, style.ink());
  }

  /// The text alone, centred in a box.
  void drawText(Surface surface, Box box, Color colour) {
    double letters = surface.textWidth(letters(), type(colour));
    double width = letters + (endsWord() ? BOX * size : 0);
    double x = box.centreX() - width / 2;
    double baseline = box.centreY() + size * 0.35;
    surface.text(letters(), x, baseline, type(colour));
    if (endsWord()) {
      double left = x + letters + size * (letters > 0 ? 0.1 : 0.06);
      double right = left + size * 0.5;
      double top = baseline - size * 0.22;
      double bottom = baseline + size * 0.06;
      surface.line(
          new double[] {left, left, right, right},
          new double[] {top, bottom, bottom, top},
          new Ink.Stroke(colour, Math.max(1.2, size / 9)));
    }
  }
}
