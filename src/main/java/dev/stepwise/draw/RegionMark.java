package dev.stepwise.draw;

import java.util.Arrays;

/// The Voronoi cells of a few centroids: for each centroid the part of a plot that is nearer to it
/// than to any other. Each cell is the plot's rectangle cut by the perpendicular bisectors towards
/// all other centroids (Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17, 1974), which
/// is exact and takes O(k²) cuts. Distances are Euclidean in the data's units, whatever the plot's
/// aspect. The arrays are shared and never written to.
///
/// @param xs,ys the centroids; of equal centroids the first has the cell, and one that is not
///   finite has none
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record RegionMark(double[] xs, double[] ys) {
  private static final double OPACITY = 0.13;

  /// A convex polygon; empty where a centroid has no cell.
  @SuppressWarnings("ArrayRecordComponent") // never written to
  public record Cell(double[] xs, double[] ys) {
    /// Whether there is nothing of it.
    public boolean isEmpty() {
      return xs.length == 0;
    }
  }

  /// The cells in pixels, one for each centroid.
  ///
  /// @throws IllegalArgumentException if a scale is not linear: cells would not be polygons
  public Cell[] cells(PlotFrame frame) {
    if (!(frame.x() instanceof LinearScale x && frame.y() instanceof LinearScale y)) {
      throw new IllegalArgumentException("regions need linear axes");
    }
    // One unit is the longer side of the plot, so that squares neither overflow nor vanish.
    double unit = Math.max(x.to() - x.from(), y.to() - y.from());
    double width = (x.to() - x.from()) / unit;
    double height = (y.to() - y.from()) / unit;
    double[] us = Arrays.stream(xs).map(value -> (value - x.from()) / unit).toArray();
    double[] vs = Arrays.stream(ys).map(value -> (value - y.from()) / unit).toArray();
    var box = frame.box();
    var cells = new Cell[xs.length];
    for (int i = 0; i < cells.length; i++) {
      var cell = cell(i, us, vs, width, height);
      cells[i] =
          new Cell(
              Arrays.stream(cell.xs).map(u -> box.x() + u / width * box.width()).toArray(),
              Arrays.stream(cell.ys).map(v -> box.bottom() - v / height * box.height()).toArray());
    }
    return cells;
  }

  private static Cell cell(int own, double[] us, double[] vs, double width, double height) {
    var cell = new Cell(new double[] {0, width, width, 0}, new double[] {0, 0, height, height});
    if (!Double.isFinite(us[own]) || !Double.isFinite(vs[own])) {
      return new Cell(new double[0], new double[0]);
    }
    for (int other = 0; other < us.length && !cell.isEmpty(); other++) {
      double du = us[other] - us[own];
      double dv = vs[other] - vs[own];
      if (other == own || !Double.isFinite(du) || !Double.isFinite(dv)) {
        continue;
      }
      if (du == 0 && dv == 0) {
        if (other < own) {
          return new Cell(new double[0], new double[0]);
        }
        continue;
      }
      // Nearer to `own` where (p − middle) · (other − own) ≤ 0.
      double limit = (us[other] + us[own]) / 2 * du + (vs[other] + vs[own]) / 2 * dv;
      cell = cut(cell, du, dv, limit);
    }
    return cell;
  }

  /// The part of a convex polygon where a·x + b·y ≤ limit.
  private static Cell cut(Cell cell, double a, double b, double limit) {
    int n = cell.xs.length;
    var xs = new double[n + 2];
    var ys = new double[n + 2];
    int kept = 0;
    for (int i = 0; i < n; i++) {
      int next = (i + 1) % n;
      double here = a * cell.xs[i] + b * cell.ys[i] - limit;
      double there = a * cell.xs[next] + b * cell.ys[next] - limit;
      if (here <= 0) {
        xs[kept] = cell.xs[i];
        ys[kept++] = cell.ys[i];
      }
      if ((here < 0 && there > 0) || (here > 0 && there < 0)) {
        double t = here / (here - there);
        xs[kept] = cell.xs[i] + t * (cell.xs[next] - cell.xs[i]);
        ys[kept++] = cell.ys[i] + t * (cell.ys[next] - cell.ys[i]);
      }
    }
    return kept < 3
        ? new Cell(new double[0], new double[0])
        : new Cell(Arrays.copyOf(xs, kept), Arrays.copyOf(ys, kept));
  }

  /// Draws the cells in their categories' colours with seams in the background's colour.
  public void draw(Surface surface, PlotFrame frame, Look look) {
    var palette = look.palette();
    var cells = cells(frame);
    surface.clipped(
        frame.box(),
        () -> {
          for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
              var fill = palette.category(i).deriveColor(0, 1, 1, OPACITY);
              surface.polygon(
                  cells[i].xs,
                  cells[i].ys,
                  Ink.filled(fill).withStroke(palette.background(), look.px(Space.LINE)));
            }
          }
        });
  }
}
