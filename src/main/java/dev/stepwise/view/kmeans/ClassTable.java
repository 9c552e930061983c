package dev.stepwise.view.kmeans;

import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.MarkerShape;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import java.util.Arrays;
import java.util.List;

/// Draws how many points of each known class are in each cluster: a row a class, a column a
/// cluster. The class that most points of a cluster have stands out.
///
/// @param clusters the known classes and the clusters
record ClassTable(Surface surface, ClassesOfClusters clusters, Look look) {
  private static final double ROW = 22;
  private static final double FONT = 12.5;
  private static final double MOST_FOR_NAMES = 0.45;

  /// How high the table of so many classes is.
  static double height(int classes, Look look) {
    return look.px(ROW) * (classes + 1);
  }

  void draw(Box area) {
    int k = clusters.count();
    double row = look.px(ROW);
    var names = clusters.names();
    double widest =
        names.stream().mapToDouble(name -> surface.textWidth(name, words())).max().orElse(0);
    double left = area.x() + Math.min(widest + look.px(12), area.width() * MOST_FOR_NAMES);
    double column = Math.min((area.right() - left) / k, look.px(52));
    for (int j = 0; j < k; j++) {
      var ink = Ink.filled(look.palette().category(j));
      double x = left + (j + 0.5) * column;
      MarkerShape.of(j).draw(surface, x, area.y() + row / 2, look.px(5), ink);
    }
    int rows = Math.min(names.size(), (int) ((area.height() + 1e-6) / row) - 1);
    for (int c = 0; c < rows; c++) {
      double baseline = area.y() + (c + 1.5) * row + look.px(FONT * 0.36);
      boolean cut = c == rows - 1 && rows < names.size();
      if (cut) {
        surface.text("and %d more".formatted(names.size() - c), area.x(), baseline, words());
        return;
      }
      name(names.get(c), area.x(), left - look.px(8) - area.x(), baseline);
      counts(c, left, column, baseline);
    }
  }

  private void name(String name, double x, double room, double baseline) {
    double width = surface.textWidth(name, words());
    var shown = name;
    while (width > room && shown.codePointCount(0, shown.length()) > 2) {
      shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
      width = surface.textWidth(shown + "…", words());
    }
    surface.text(shown.equals(name) ? name : shown + "…", x, baseline, words());
  }

  private void counts(int known, double left, double column, double baseline) {
    for (int j = 0; j < clusters.count(); j++) {
      int count = clusters.points(j, known);
      boolean most = count > 0 && clusters.most(j) == known;
      var colour = count == 0 ? look.palette().muted() : look.palette().text();
      var figure = new Type(most ? Type.Face.MONO_BOLD : Type.Face.MONO, look.px(FONT), colour);
      surface.text(
          Integer.toString(count),
          left + (j + 0.5) * column,
          baseline,
          figure.aligned(Type.Align.CENTRE));
    }
  }

  private Type words() {
    return new Type(Type.Face.REGULAR, look.px(FONT), look.palette().text());
  }

  /// The known classes of the points of each cluster.
  ///
  /// @param names of the classes, in the order in which they come up
  /// @param known the class of each point
  /// @param points how many points of each class each cluster has, k×classes
  @SuppressWarnings("ArrayRecordComponent") // made here, never written to
  record ClassesOfClusters(List<String> names, int[] known, int[][] points) {

    /// Of points and their labels; a label of -1 is in no cluster yet.
    static ClassesOfClusters of(List<String> classes, int[] labels, int k) {
      var names = classes.stream().distinct().toList();
      int[] known = classes.stream().mapToInt(names::indexOf).toArray();
      var points = new int[k][names.size()];
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] >= 0) {
          points[labels[i]][known[i]]++;
        }
      }
      return new ClassesOfClusters(names, known, points);
    }

    int count() {
      return points.length;
    }

    int points(int cluster, int known) {
      return points[cluster][known];
    }

    /// The class that most points of a cluster have, of equally frequent ones the first.
    int most(int cluster) {
      int[] counts = points[cluster];
      int greatest = Arrays.stream(counts).max().orElse(0);
      int most = 0;
      while (counts[most] < greatest) {
        most++;
      }
      return most;
    }

    /// Whether a point of a cluster has another class than most of it.
    boolean isOdd(int point, int cluster) {
      return known[point] != most(cluster);
    }
  }
}
