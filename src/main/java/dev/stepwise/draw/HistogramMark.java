package dev.stepwise.draw;

import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;

/// Histograms of several groups, one below the other, with the same bins and the same height for a
/// count, so that they can be compared.
///
/// @param x what the values are
/// @param bins how many bins, at least 1
/// @param groups from top to bottom
public record HistogramMark(String x, int bins, List<Group> groups) {
  private static final double HEADING = 26;

  /// A group of values; those that are not finite are not counted. The array is shared and never
  /// written to.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Group(String name, Color colour, double[] values) {}

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException for no bin
  public HistogramMark {
    if (bins < 1) {
      throw new IllegalArgumentException("a histogram needs a bin");
    }
    groups = List.copyOf(groups);
  }

  /// The axis of the values: the bins divide it evenly.
  public LinearScale scale() {
    var all = groups.stream().flatMapToDouble(group -> Arrays.stream(group.values)).toArray();
    return LinearScale.over(all, 0);
  }

  /// How many values of a group are in each bin. A bin has its lower edge but not its upper one;
  /// the last bin has both.
  public int[] counts(int group) {
    var scale = scale();
    var counts = new int[bins];
    for (double value : groups.get(group).values) {
      if (Double.isFinite(value)) {
        counts[Math.clamp((long) (scale.place(value) * bins), 0, bins - 1)]++;
      }
    }
    return counts;
  }

  /// Draws them.
  public void draw(Surface surface, Box area, Look look) {
    var axes = new Axes(x, "");
    var inside = axes.inside(area, look);
    var scale = scale();
    axes.drawX(surface, new PlotFrame(inside, scale, scale), look);
    int most = 1;
    for (int i = 0; i < groups.size(); i++) {
      most = Math.max(most, Arrays.stream(counts(i)).max().orElse(0));
    }
    double height = inside.height() / Math.max(1, groups.size());
    for (int i = 0; i < groups.size(); i++) {
      var row = new Box(inside.x(), inside.y() + i * height, inside.width(), height);
      drawGroup(surface, row, look, i, most);
    }
  }

  private void drawGroup(Surface surface, Box row, Look look, int group, int most) {
    var palette = look.palette();
    double room = Math.max(0, row.height() - look.px(HEADING));
    var counts = counts(group);
    double width = row.width() / bins;
    var figure = Role.DETAIL.in(look).centred();
    for (int bin = 0; bin < bins; bin++) {
      if (counts[bin] == 0) {
        continue;
      }
      double height = room * 0.85 * counts[bin] / most;
      var bar = new Box(row.x() + bin * width, row.bottom() - height, width, height);
      surface.rectangle(
          bar.inset(0, look.px(Space.HAIR) / 2, 0, look.px(Space.HAIR) / 2),
          0,
          Ink.filled(groups.get(group).colour));
      var count = Integer.toString(counts[bin]);
      if (surface.textWidth(count, figure) <= width) {
        surface.text(count, bar.centreX(), bar.y() - look.px(Space.TIGHT), figure);
      }
    }
    surface.line(
        row.x(), row.bottom(), row.right(), row.bottom(), new Ink.Stroke(palette.muted(), 1));
    var name = Role.BODY.in(look);
    surface.text(
        groups.get(group).name, row.x(), row.y() + name.size() + look.px(Space.TIGHT), name);
  }
}
