package dev.stepwise.view.page;

import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import java.util.List;

/// Draws as much of a listing as there is room for, around the current line.
final class ListingPainter {
  private static final double LARGEST = 12.5;
  private static final double SMALLEST = 8.5;
  private static final double LEADING = 1.5;

  private ListingPainter() {}

  static void draw(Surface surface, Box box, List<String> listing, int current, Look look) {
    var palette = look.palette();
    double padding = look.px(10);
    double size = size(surface, box.width() - 3 * padding, listing, look);
    double lineHeight = size * LEADING;
    int lines = Math.min(listing.size(), (int) ((box.height() - 2 * padding) / lineHeight));
    if (lines < 3) {
      return;
    }
    var card = new Box(box.x(), box.y(), box.width(), lines * lineHeight + 2 * padding);
    surface.rectangle(
        card, look.px(6), Ink.filled(palette.raised()).withStroke(palette.faint(), 1));
    var number = new Type(Type.Face.MONO, size, palette.muted()).aligned(Type.Align.RIGHT);
    double gutter = surface.textWidth("00", number) + padding;
    int first = Math.clamp(current - 1L - lines / 2, 0, listing.size() - lines);
    for (int i = 0; i < lines; i++) {
      int line = first + i;
      double top = card.y() + padding + i * lineHeight;
      boolean lit = line == current - 1;
      if (lit) {
        surface.rectangle(
            new Box(card.x(), top, card.width(), lineHeight),
            0,
            Ink.filled(palette.accent().deriveColor(0, 1, 1, 0.16)));
        surface.rectangle(
            new Box(card.x(), top, look.px(3), lineHeight), 0, Ink.filled(palette.accent()));
      }
      double baseline = top + size * 1.12;
      surface.text(Integer.toString(line + 1), card.x() + gutter, baseline, number);
      var type = new Type(lit ? Type.Face.MONO_BOLD : Type.Face.MONO, size, palette.text());
      surface.text(listing.get(line), card.x() + gutter + padding, baseline, type);
    }
  }

  /// As large as the longest line allows.
  private static double size(Surface surface, double width, List<String> listing, Look look) {
    double largest = look.px(LARGEST);
    var type = new Type(Type.Face.MONO_BOLD, largest, look.palette().text());
    double longest =
        listing.stream().mapToDouble(line -> surface.textWidth("00" + line, type)).max().orElse(1);
    return Math.clamp(largest * width / longest, look.px(SMALLEST), largest);
  }
}
