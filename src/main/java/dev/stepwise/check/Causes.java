package dev.stepwise.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which of the runs with a mistake has the learner's arrays.
final class Causes {
  private Causes() {}

  /// How well a variant explains what was seen.
  ///
  /// @param stages those that differ from the right run, by their places in it, that were seen
  /// @param done whether the learner's result is the variant's
  /// @param score the higher the better
  record Fitting(Variant variant, List<Integer> stages, Matches matches, boolean done, double score) {}

  /// Those that explain anything.
  static List<Fitting> all(Judge judge, List<Variant> variants) {
    return variants.stream()
        .map(variant -> fitting(judge, variant))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Fitting> fitting(Judge judge, Variant variant) {
    var right = judge.matches();
    var differing = new ArrayList<Stage>();
    var places = new ArrayList<Integer>();
    for (var stage : variant.stages()) {
      var place = right.place(stage.address());
      if (place.isPresent() && !isSame(judge.stages().get(place.get()), stage)) {
        differing.add(stage);
        places.add(place.get());
      }
    }
    if (differing.isEmpty()) {
      return Optional.empty();
    }
    var seen = judge.seen();
    var names = judge.subject().names();
    var matches = Matches.of(differing, seen, names);
    var found = new ArrayList<Integer>();
    double score = 0;
    int contradictions = 0;
    for (int i = 0; i < differing.size(); i++) {
      boolean rightToo = right.has(places.get(i)) && right.hasAsItIs(places.get(i));
      if (matches.has(i)) {
        found.add(places.get(i));
        score += matches.hasAsItIs(i) ? 1 : 0.5;
      } else if (rightToo) {
        contradictions++;
      }
    }
    boolean done = judge.isDone(Matches.of(variant.stages(), seen, names));
    if (found.isEmpty() && !done) {
      return Optional.empty();
    }
    boolean first = matches.has(0);
    double share = (score - contradictions) / differing.size();
    if (!done && (!first || contradictions > 0)) {
      return Optional.empty();
    }
    double total = share + (done ? 1 : 0) + (first ? 0.3 : 0) + (variant.isDeclared() ? 0.01 : 0);
    return Optional.of(new Fitting(variant, found, matches, done, total));
  }

  private static boolean isSame(Stage right, Stage other) {
    return switch (right.form()) {
      case Held.Words(String text) ->
          other.form() instanceof Held.Words(String words) && words.equals(text);
      case Held.Numbers(Tensor tensor) ->
          other.form() instanceof Held.Numbers(Tensor numbers)
              && java.util.Arrays.equals(tensor.shape(), numbers.shape())
              && Slips.gap(tensor, numbers).isEmpty();
    };
  }
}
