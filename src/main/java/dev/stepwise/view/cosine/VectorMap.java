package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.cosine.CosineSearch.Search;
import dev.stepwise.compute.linear.PrincipalComponents;
import java.util.Arrays;

/// The vectors on a plane: the first two principal components of the documents, normalised where
/// the search normalises. The query, and documents that are not numbers, have no say in where the
/// plane lies.
///
/// @param xs,ys of the documents shown, then of the query; NaN where there is no place
/// @param shown how many documents are shown: the first ones of many
/// @param kept the share of the documents' variance along the two axes, 0 to 1
@SuppressWarnings("ArrayRecordComponent") // made here, never written to
record VectorMap(double[] xs, double[] ys, int shown, double kept, PrincipalComponents components) {
  private static final int MOST_SHOWN = 20_000;

  static VectorMap of(CosineProblem problem, Search search) {
    var components = search.plane().components();
    int shown = Math.min(problem.count(), MOST_SHOWN);
    var xs = new double[shown + 1];
    var ys = new double[shown + 1];
    for (int i = 0; i <= shown; i++) {
      double[] place = components.project(i < shown ? search.unit()[i] : search.unitQuery());
      xs[i] = place[0];
      ys[i] = place.length > 1 ? place[1] : 0;
    }
    double kept = Arrays.stream(components.explained()).sum();
    return new VectorMap(xs, ys, shown, Math.min(1, kept), components);
  }

  /// The index of the query among the places.
  int query() {
    return shown;
  }

  /// How far apart a document and the query are on the map.
  double distance(int document) {
    return Math.hypot(xs[document] - xs[shown], ys[document] - ys[shown]);
  }
}
