package dev.stepwise.draw;

import java.util.Arrays;

/// Which pixels of a buffer can still be seen through, a bit each, with a margin around them that
/// cannot: who draws from the front to the back leaves out what is hidden, 64 pixels at a time.
final class Vacancy {
  private final int margin;
  private final int words;
  private final long[] vacant;

  /// All of a buffer.
  ///
  /// @param margin how far beyond the edges pixels may be asked for
  Vacancy(Pixels pixels, int margin) {
    this.margin = margin;
    this.words =
        (pixels.width() + 2 * margin + 63) / 64 + 1; // one more, for what begins in the last
    this.vacant = new long[words * (pixels.height() + 2 * margin)];
    for (int y = 0; y < pixels.height(); y++) {
      int from = (y + margin) * words;
      fill(from, margin, margin + pixels.width());
    }
  }

  private void fill(int start, int from, int to) {
    int first = start + from / 64;
    int last = start + (to - 1) / 64;
    Arrays.fill(vacant, first, last + 1, -1L);
    vacant[first] &= -1L << from;
    vacant[last] &= -1L >>> -to;
  }

  /// The 64 pixels from one on to the right, the first as the lowest bit.
  long from(int x, int y) {
    int bit = x + margin;
    int word = (y + margin) * words + (bit >> 6);
    long right = vacant[word + 1] << 1 << (63 - (bit & 63)); // nothing where all is in one word
    return vacant[word] >>> bit | right;
  }

  /// Notes that some of the 64 pixels from one on can no longer be seen through.
  void close(int x, int y, long closed) {
    int bit = x + margin;
    int word = (y + margin) * words + (bit >> 6);
    vacant[word] &= ~(closed << bit);
    vacant[word + 1] &= ~(closed >>> 1 >>> (63 - (bit & 63)));
  }
}
