package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.draw.Surface;
import java.util.List;

/// The two symbols of a pair as they are written where there is little room.
final class Parts {
  private Parts() {}

  private static final int MOST_LETTERS = 60;

  /// Both whole; where they are too long, what is next to the seam.
  ///
  /// @param size of the text in chips
  static List<Symbol> of(Surface surface, Pair pair, double size, double room) {
    int longest = Math.max(pair.left().letters().length(), pair.right().letters().length());
    var least = parts(pair, 1);
    int low = 1;
    int high = Math.min(longest, MOST_LETTERS);
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var parts = parts(pair, middle);
      if (Strip.width(surface, parts, size, room) <= room) {
        least = parts;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return least;
  }

  private static List<Symbol> parts(Pair pair, int kept) {
    var left = pair.left().letters();
    var right = pair.right().letters();
    return List.of(
        left.length() <= kept
            ? pair.left()
            : Symbol.of("…" + left.substring(safe(left, left.length() - kept))),
        // Without its end the marker is not at the end either.
        right.length() <= kept
            ? pair.right()
            : Symbol.of(right.substring(0, safe(right, kept)) + "…"));
  }

  /// A place in a text that does not cut a code point in two.
  private static int safe(String text, int index) {
    return index > 0 && Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
  }
}
