package dev.stepwise.compute.compare;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Variation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What two runs on other data are called, where one of them has all rows of the other and more.
final class RowNames {

  private RowNames() {}

  /// @param variation what leads from the first to the second
  static Optional<Named> of(Given first, Given second, Variation variation) {
    if (variation.inputs().size() != 1) {
      return Optional.empty();
    }
    var name = variation.inputs().firstEntry().getKey();
    if (!(first.inputs().get(name) instanceof double[][] one)
        || !(second.inputs().get(name) instanceof double[][] other)) {
      return Optional.empty();
    }
    var rows = new Two<>(set(one), set(other));
    boolean firstHasAll = one.length > other.length && rows.first().containsAll(rows.second());
    boolean secondHasAll = other.length > one.length && rows.second().containsAll(rows.first());
    if (!firstHasAll && !secondHasAll) {
      return Optional.empty();
    }
    var names = new Two<>(one.length + " rows", other.length + " rows");
    return Optional.of(
        new Named("", names, names, Optional.of(firstHasAll ? Side.FIRST : Side.SECOND)));
  }

  private static Set<List<Double>> set(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).boxed().toList())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
