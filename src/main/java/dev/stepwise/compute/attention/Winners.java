package dev.stepwise.compute.attention;

import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.List;

/// The greatest numbers of a row. Several tie where they differ by no more than computing in
/// floating point may have added: nobody could say which is the greater one.
///
/// @param places where they stand, from 0; empty where a number of the row is NaN
/// @param count how many numbers the row has, without those that are −∞
public record Winners(List<Integer> places, int count) {
  private static final double NOISE = 1e-12;
  private static final int MOST_NAMED = 3;

  /// Copies the list.
  public Winners {
    places = List.copyOf(places);
  }

  /// Those of a row.
  public static Winners of(double[] row) {
    double greatest = row[Sharpness.winner(row)];
    var places = new ArrayList<Integer>();
    int count = 0;
    for (int j = 0; j < row.length; j++) {
      count += row[j] == Double.NEGATIVE_INFINITY ? 0 : 1;
      if (row[j] >= greatest - NOISE * Math.abs(greatest)) {
        places.add(j);
      }
    }
    return new Winners(places, count);
  }

  /// Those of a row of weights.
  ///
  /// @param scores what the weights were made of: −∞ where a key is hidden
  static Winners of(double[] weights, double[] scores) {
    int visible = 0;
    for (double score : scores) {
      visible += score == Double.NEGATIVE_INFINITY ? 0 : 1;
    }
    return new Winners(of(weights).places(), visible);
  }

  /// Whether more than one is the greatest.
  public boolean tie() {
    return places.size() > 1;
  }

  /// Whether all of several are equal.
  public boolean all() {
    return count > 1 && places.size() == count;
  }

  /// `“animal”`, `“animal” and “street” alike`, `5 of its 8 keys alike`, `all its 8 keys alike`.
  public String named(AttentionProblem problem) {
    if (places.isEmpty()) {
      return "none";
    }
    if (!tie()) {
      return Words.token(problem, places.getFirst());
    }
    if (all() && count > 2) {
      return "all its %d keys alike".formatted(count);
    }
    if (places.size() > MOST_NAMED) {
      return "%d of its %d keys alike".formatted(places.size(), count);
    }
    var names = places.stream().map(place -> Words.token(problem, place)).toList();
    return Phrases.listed(names) + " alike";
  }
}
