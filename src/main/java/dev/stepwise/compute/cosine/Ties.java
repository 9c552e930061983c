package dev.stepwise.compute.cosine;

import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What ties do: among the best, and across the cut after the k-th.
final class Ties {
  private static final int MOST_NAMED = 4;

  private Ties() {}

  /// The documents that are exactly as similar as one, itself among them, in the order of the
  /// ranking.
  static List<Integer> of(CosineFrame frame, int document) {
    double[] similarities = frame.search().similarities();
    var tied = new ArrayList<Integer>();
    for (int other : frame.search().ranking()) {
      if (Double.compare(similarities[other] + 0.0, similarities[document] + 0.0) == 0) {
        tied.add(other);
      }
    }
    return tied;
  }

  /// The nearest documents with their verb: `d3 is nearest`, `d3 and d5 are equally near, nearer
  /// than the others`.
  static String nearest(CosineFrame frame) {
    var tied = of(frame, frame.search().ranking()[0]);
    return tied.size() == 1
        ? Words.document(tied.getFirst()) + " is nearest,"
        : "%s are nearest, each".formatted(named(tied));
  }

  /// Some documents as a list: `d1, d2 and 3 others`.
  static String named(List<Integer> documents) {
    int shown = documents.size() <= MOST_NAMED ? documents.size() : MOST_NAMED - 1;
    var names = documents.stream().limit(shown).map(Words::document).collect(Collectors.toList());
    if (shown < documents.size()) {
      names.add(Phrases.count(documents.size() - shown, "other"));
    }
    return Phrases.listed(names);
  }

  /// What a tie decides: who stands within the best k and who does not, or in which order; empty
  /// where none does.
  static String decided(CosineFrame frame) {
    int[] ranking = frame.search().ranking();
    double[] similarities = frame.search().similarities();
    int k = frame.problem().k();
    if (k < ranking.length && same(similarities, ranking[k - 1], ranking[k])) {
      var tied = of(frame, ranking[k]);
      var in = tied.stream().filter(document -> placeOf(ranking, document) < k).toList();
      var out = tied.stream().filter(document -> placeOf(ranking, document) >= k).toList();
      return "The cut goes through a tie: %s %s in and %s %s out with exactly the same, only because the lower index comes first."
          .formatted(
              named(in), in.size() == 1 ? "is" : "are", named(out), out.size() == 1 ? "is" : "are");
    }
    for (int place = 1; place < k; place++) {
      if (same(similarities, ranking[place - 1], ranking[place])) {
        return "%s are exactly equal; the lower index comes first."
            .formatted(named(of(frame, ranking[place])));
      }
    }
    return "";
  }

  private static boolean same(double[] similarities, int one, int other) {
    return similarities[one] == similarities[other];
  }

  private static int placeOf(int[] ranking, int document) {
    int place = 0;
    while (ranking[place] != document) {
      place++;
    }
    return place;
  }
}
