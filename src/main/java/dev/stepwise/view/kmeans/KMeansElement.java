package dev.stepwise.view.kmeans;

import dev.stepwise.draw.Element;

/// What can be asked about on the stage of k-means. Indices count from 0.
public sealed interface KMeansElement extends Element {
  /// A point.
  record OfPoint(int point) implements KMeansElement {}

  /// A centroid.
  record OfCentroid(int centroid) implements KMeansElement {}

  /// The distance between a point and a centroid.
  record OfDistance(int point, int centroid) implements KMeansElement {}

  /// A value of the inertia curve.
  record OfInertia(int assignment) implements KMeansElement {}

  /// The size of a cluster.
  record OfSize(int cluster) implements KMeansElement {}

  /// The weight that a point has in a draw.
  record OfWeight(int point) implements KMeansElement {}
}
