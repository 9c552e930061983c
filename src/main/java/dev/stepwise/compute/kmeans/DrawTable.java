package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame.Draw;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.List;

/// The weights around one point of a draw.
final class DrawTable {
  private static final int NEIGHBOURS_SHOWN = 2;

  private DrawTable() {}

  static Table around(Draw draw, int point) {
    int first = Math.max(0, point - NEIGHBOURS_SHOWN);
    int last = Math.min(draw.weights().length - 1, point + NEIGHBOURS_SHOWN);
    var rows = new ArrayList<List<String>>();
    for (int i = first; i <= last; i++) {
      rows.add(
          List.of(
              Integer.toString(i + 1),
              Numbers.text(draw.weights()[i]),
              draw.isWeightless() ? "0" : chance(draw, i),
              Numbers.text(draw.cumulative()[i])));
    }
    return new Table(List.of("point", "weight", "chance", "running sum"), rows, point - first);
  }

  static String chance(Draw draw, int point) {
    return Numbers.text(100 * draw.weights()[point] / draw.total()) + " %";
  }
}
