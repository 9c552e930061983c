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
  record Fitting(
      Variant variant, List<Integer> stages, Matches matches, boolean done, double score) {}

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
    boolean done = isDone(judge, variant);
    double score = 0;
    int telling = 0;
    int contradictions = 0;
    int strong = 0;
    int still = 0;
    boolean first = false;
    for (int i = 0; i < differing.size(); i++) {
      boolean rightToo = right.has(places.get(i)) && right.hasAsItIs(places.get(i));
      boolean weak = judge.isCommon(differing.get(i));
      if (matches.has(i)) {
        first |= telling == 0 && !weak && !rightToo;
        if (!rightToo && (done || !weak)) {
          found.add(places.get(i));
        }
        still += rightToo ? 1 : 0;
        strong += rightToo || weak ? 0 : 1;
        score += rightToo || weak ? 0 : matches.hasAsItIs(i) ? 1 : 0.5;
      } else if (rightToo) {
        contradictions++;
      }
      telling += weak ? 0 : 1;
    }
    if (!done && (!first || contradictions > 0)) {
      return Optional.empty();
    }
    double share = telling == 0 ? 0 : (score - contradictions) / telling;
    double total =
        share
            + (done ? 1 : 0)
            + (first ? 0.3 : 0)
            + 0.02 * strong
            + (variant.isDeclared() ? 0.01 : 0)
            - 0.05 * unexplained(judge, places)
            - 0.1 * still;
    return Optional.of(new Fitting(variant, found, matches, done, total));
  }

  /// How many stages are not as in the right run, and yet are in the variant.
  private static int unexplained(Judge judge, List<Integer> differing) {
    var excused = judge.matches().excused();
    int count = 0;
    for (int i = 0; i < judge.stages().size(); i++) {
      if (!judge.matches().has(i) && !excused.contains(i) && !differing.contains(i)) {
        count++;
      }
    }
    return count;
  }

  /// Whether the learner's result is the variant's. What is an input or another stage too must have
  /// been returned to be a result.
  private static boolean isDone(Judge judge, Variant variant) {
    var matches = Matches.of(variant.stages(), judge.seen(), judge.subject().names());
    return judge.subject().goals(variant.stages(), judge.trace()).stream()
        .filter(matches::hasAll)
        .anyMatch(goal ->
            goal.stream()
                .map(address -> variant.stages().get(matches.place(address).orElseThrow()))
                .allMatch(stage -> !judge.isCommon(stage) || judge.isReturned(stage)));
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
