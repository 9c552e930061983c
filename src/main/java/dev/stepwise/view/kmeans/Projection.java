package dev.stepwise.view.kmeans;

import dev.stepwise.compute.linear.PrincipalComponents;
import java.util.Arrays;
import java.util.Optional;

/// Where points of any number of dimensions are on the flat stage: as they are in two dimensions,
/// along a line in one, on their first two principal components in more.
final class Projection {
  private final double[][] points;
  private final Optional<PrincipalComponents> components;
  private final double[] xs;
  private final double[] ys;

  private Projection(double[][] points) {
    this.points = points;
    this.components =
        points[0].length > 2 && points.length > 1
            ? Optional.of(PrincipalComponents.of(points, 2))
            : Optional.empty();
    xs = new double[points.length];
    ys = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      var place = place(points[i]);
      xs[i] = place[0];
      ys[i] = place[1];
    }
  }

  static Projection of(double[][] points) {
    return new Projection(points);
  }

  /// Whether it is the projection of these points: of this very array, since comparing a hundred
  /// thousand points would take longer than it saves.
  @SuppressWarnings({"ReferenceEquality", "ArrayEquals"})
  boolean shows(double[][] others) {
    return points == others;
  }

  /// Whether the stage shows the points as they are.
  boolean isExact() {
    return points[0].length <= 2;
  }

  double[] xs() {
    return xs;
  }

  double[] ys() {
    return ys;
  }

  /// Where a point or centroid is.
  double[] place(double[] row) {
    if (components.isPresent()) {
      return components.get().project(row);
    }
    return switch (row.length) {
      case 1 -> new double[] {row[0], 0};
      case 2 -> row;
      default -> new double[] {row[0], row[1]};
    };
  }

  String xName() {
    return isExact() ? "x₁" : "first component";
  }

  String yName() {
    return points[0].length == 1 ? "" : isExact() ? "x₂" : "second component";
  }

  /// What the stage says about a projection; empty where it shows the points as they are.
  String note() {
    if (components.isEmpty()) {
      return "";
    }
    double share = Arrays.stream(components.get().explained()).sum();
    return "A flat view of %d dimensions, with %.0f %% of their variance. Distances are computed in all %d."
        .formatted(points[0].length, 100 * share, points[0].length);
  }
}
