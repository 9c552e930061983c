package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;

/// The places of the rows. While all fit, they are equally high; of many, the first k are high
/// enough for words and the others are thin, so that a hundred can be seen at once; of very many,
/// the last ones are not seen.
///
/// @param area of all rows
/// @param tall how many high rows
/// @param tallHeight,thinHeight in pixels
/// @param cut the gap after row k, for the line there
record RowSlots(
    Box area, int count, int k, int tall, double tallHeight, double thinHeight, double cut) {
  private static final double MOST = 32;
  private static final double LEAST = 15.5;
  private static final double USUAL = 19;
  private static final double CUT = 19;
  private static final double THINNEST = 1.3;

  /// Of the room, for the high rows among many; more where all the best ones then have words.
  private static final double SHARE = 0.72;

  private static final double MOST_SHARE = 0.86;

  static RowSlots of(CosineProblem problem, Look look, Box area) {
    int n = problem.count();
    int k = problem.k();
    double cut = k < n ? look.px(CUT) : 0;
    double room = area.height() - cut;
    if (!look.speaks()) {
      double height = Math.max(room / n, 3);
      return new RowSlots(area, n, k, n, height, height, cut);
    }
    if (n * look.px(LEAST) <= room) {
      double height = Math.min(look.px(MOST), room / n);
      return new RowSlots(area, n, k, n, height, height, cut);
    }
    double all = k * look.px(LEAST);
    double forTall = all <= room * MOST_SHARE ? Math.max(all, room * SHARE) : room * SHARE;
    double tallHeight = Math.clamp(forTall / k, look.px(LEAST), look.px(USUAL));
    int tall = Math.clamp((int) (forTall / tallHeight + 1e-6), 1, Math.max(1, k));
    double rest = room - tall * tallHeight;
    double thin = Math.max(look.px(THINNEST), rest / Math.max(1, n - tall));
    return new RowSlots(area, n, k, tall, tallHeight, Math.min(thin, tallHeight), cut);
  }

  /// How high the rows would be with all the room they can use.
  static double wanted(CosineProblem problem, Look look) {
    return problem.count() * look.px(MOST) + look.px(CUT);
  }

  /// The lower edge of the last row.
  double bottom() {
    return slot(seen() - 1).bottom();
  }

  /// How many rows are seen.
  int seen() {
    double rest = area.height() - (k <= tall ? cut : 0) - tall * tallHeight;
    return Math.min(count, tall + (int) Math.max(0, Math.floor(rest / thinHeight + 1e-6)));
  }

  /// Where a row is; those that are not seen are at the lower edge.
  Box slot(int place) {
    int at = Math.min(place, seen());
    double y =
        area.y()
            + Math.min(at, tall) * tallHeight
            + Math.max(0, at - tall) * thinHeight
            + (at >= k ? cut : 0);
    return new Box(area.x(), y, area.width(), at < tall ? tallHeight : thinHeight);
  }

  /// Whether the row after which the best end is seen.
  boolean showsCut() {
    return k < count && k <= seen();
  }

  /// Where the line after row k is.
  double cutY() {
    return slot(k).y() - cut / 2;
  }
}
