package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.Pair;
import java.util.List;

/// The two symbols of a pair as they are written where there is little room.
final class Parts {
  private Parts() {}

  /// Both whole; where they are too long, what is next to the seam.
  ///
  /// @param size of the text in chips
  static List<String> of(Pen pen, Pair pair, double size, double room) {
    var left = pair.left();
    var right = pair.right();
    for (int kept = Math.max(left.length(), right.length()); kept > 1; kept--) {
      var parts =
          List.of(
              left.length() <= kept ? left : "…" + left.substring(safe(left, left.length() - kept)),
              right.length() <= kept + pen.marker().length()
                  ? right
                  : right.substring(0, safe(right, kept)) + "…");
      if (Strip.width(pen.surface(), parts, pen.marker(), size) <= room) {
        return parts;
      }
    }
    return List.of(left, right);
  }

  /// A place in a text that does not cut a code point in two.
  private static int safe(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
  }
}
