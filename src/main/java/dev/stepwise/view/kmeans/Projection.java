package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.kmeans.KMeansProblem.Names;
import dev.stepwise.compute.linear.PrincipalComponents;
import dev.stepwise.compute.text.Subscripts;
import java.util.Arrays;
import java.util.Optional;

/// Where points of any number of dimensions are on the flat stage: as they are in two dimensions,
/// along a line in one, on their first two principal components in more.
final class Projection {
  private final double[][] points;
  private final Names names;
  private final Optional<PrincipalComponents> components;
  private final double[] xs;
  private final double[] ys;

  private Projection(KMeansProblem problem, Optional<PrincipalComponents> components) {
    this.points = problem.points();
    this.names = problem.names();
    this.components = components;
    xs = new double[points.length];
    ys = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      var place = place(points[i]);
      xs[i] = place[0];
      ys[i] = place[1];
    }
  }

  static Projection of(KMeansFrame frame) {
    return new Projection(
        frame.problem(), frame.isFlattened() ? Optional.of(frame.plane().get()) : Optional.empty());
  }

  /// Of points of at most two dimensions, as they are.
  static Projection of(KMeansProblem problem) {
    return new Projection(problem, Optional.empty());
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
      default -> throw new IllegalStateException("more dimensions are projected");
    };
  }

  String xName() {
    return components.map(found -> component(found, 0, "first component")).orElse(column(0));
  }

  String yName() {
    return points[0].length == 1
        ? ""
        : components.map(found -> component(found, 1, "second component")).orElse(column(1));
  }

  private String column(int index) {
    return names.columns().isEmpty() ? "x" + Subscripts.of(index + 1) : names.columns().get(index);
  }

  /// A component, with the column that it is mostly made of where that has a name: the one whose
  /// loading outweighs all others together.
  private String component(PrincipalComponents found, int index, String name) {
    double[] loadings = found.components()[index];
    for (int c = 0; c < loadings.length && !names.columns().isEmpty(); c++) {
      if (loadings[c] * loadings[c] > 0.5) {
        return name + ", mostly " + names.columns().get(c);
      }
    }
    return name;
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
