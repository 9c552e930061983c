package dev.stepwise.view.kmeans;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MarkerShape;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import java.util.Arrays;
import java.util.List;

/// Draws how many points of each known class are in each cluster: a row a class, a column a
/// cluster. The class that most points of a cluster have stands out.
///
/// @param clusters the known classes and the clusters
record ClassTable(Pen pen, ClassesOfClusters clusters) {
  private static final double ROW = 22;
  private static final double WIDEST = 52;
  private static final double MARKER = 5;
  private static final double MOST_FOR_NAMES = 0.45;

  /// How high the table of so many classes is.
  static double height(int classes, Look look) {
    return look.px(ROW) * (classes + 1);
  }

  void draw(Box area) {
    var names = clusters.names();
    double widest = names.stream().mapToDouble(each -> pen.width(each, Role.BODY)).max().orElse(0);
    double left = Math.min(widest + pen.px(Space.GAP), area.width() * MOST_FOR_NAMES);
    double column = Math.min((area.width() - left) / clusters.count(), pen.px(WIDEST));
    double row = pen.px(ROW);
    int fitting = Math.min(names.size(), (int) ((area.height() + 1e-6) / row) - 1);
    var rows = new Rows(area, fitting + 1, row);
    head(rows.row(0), left, column);
    for (int c = 0; c < fitting; c++) {
      var box = rows.row(c + 1.0);
      if (c == fitting - 1 && fitting < names.size()) {
        pen.write("and %d more".formatted(names.size() - c), box, pen.type(Role.BODY));
        return;
      }
      var name = box.inset(0, box.width() - left + pen.px(Space.SMALL), 0, 0);
      pen.write(names.get(c), name, pen.type(Role.BODY));
      counts(c, box, left, column);
    }
  }

  private static Box cell(Box row, int j, double left, double column) {
    return new Box(row.x() + left + j * column, row.y(), column, row.height());
  }

  private void head(Box row, double left, double column) {
    for (int j = 0; j < clusters.count(); j++) {
      var ink = Ink.filled(pen.palette().category(j));
      var cell = cell(row, j, left, column);
      MarkerShape.of(j).draw(pen.surface(), cell.centreX(), cell.centreY(), pen.px(MARKER), ink);
    }
  }

  private void counts(int known, Box row, double left, double column) {
    for (int j = 0; j < clusters.count(); j++) {
      int count = clusters.points(j, known);
      boolean most = count > 0 && clusters.most(j) == known;
      var figure = pen.type(most ? Role.TELLING : Role.VALUE).centred();
      var shown = count == 0 ? figure.coloured(pen.palette().muted()) : figure;
      pen.write(Integer.toString(count), cell(row, j, left, column), shown);
    }
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
