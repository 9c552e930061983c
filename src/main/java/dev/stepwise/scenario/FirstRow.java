package dev.stepwise.scenario;

import dev.stepwise.scenario.Table.Decimal;
import dev.stepwise.scenario.Table.Header;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds out whether the first row of a table holds the columns' names.
///
/// @param header what is likelier
/// @param doubt the question to a person, where it may be otherwise
record FirstRow(Header header, Optional<String> doubt) {
  private static final int SAMPLE = 1000;

  /// Words over a column of numbers are names; numbers over words are data. Years (2019, 2020) and
  /// whole numbers in even steps (0, 1, 2) may be names as well, where the numbers below are of
  /// another sort.
  ///
  /// @param first the first row
  /// @param below further ones
  static FirstRow of(List<String> first, List<List<String>> below, Decimal decimal) {
    var sample = below.subList(0, Math.min(SAMPLE, below.size()));
    if (first.stream().noneMatch(Cells::isNumber) && !first.stream().allMatch(Cells::isMissing)) {
      return new FirstRow(Header.NAMED, Optional.empty());
    }
    if (sample.isEmpty()) {
      return new FirstRow(Header.NUMBERED, Optional.empty());
    }
    var columns = IntStream.range(0, first.size()).boxed().toList();
    boolean wordOverNumbers =
        columns.stream()
            .anyMatch(c ->
                !first.get(c).isEmpty()
                    && !Cells.isMissing(first.get(c))
                    && !Cells.isNumber(first.get(c))
                    && isNumeric(sample, c));
    if (wordOverNumbers) {
      return new FirstRow(Header.NAMED, Optional.empty());
    }
    var numeric = columns.stream().filter(c -> Cells.isNumber(first.get(c))).toList();
    double[] numbers =
        numeric.stream().mapToDouble(c -> Cells.number(first.get(c), decimal)).toArray();
    boolean years =
        areYears(numbers) && numeric.stream().noneMatch(c -> holdsYears(sample, c, decimal));
    boolean newWord =
        numeric.size() < first.size()
            && columns.stream()
                .filter(c -> !numeric.contains(c))
                .allMatch(c -> sample.stream().noneMatch(row -> row.get(c).equals(first.get(c))));
    boolean steps =
        areEvenSteps(numbers)
            && (newWord || numeric.stream().allMatch(c -> holdsFractions(sample, c, decimal)));
    if (!years && !steps) {
      return new FirstRow(Header.NUMBERED, Optional.empty());
    }
    return new FirstRow(
        years ? Header.NAMED : Header.NUMBERED,
        Optional.of(
            "Does the first row (%s) hold the columns' names, or data?"
                .formatted(shortened(String.join(", ", first)))));
  }

  private static String shortened(String names) {
    return names.length() <= 60 ? names : names.substring(0, 60) + "…";
  }

  private static boolean isNumeric(List<List<String>> rows, int column) {
    return rows.stream().anyMatch(row -> Cells.isNumber(row.get(column)))
        && rows.stream()
            .allMatch(row -> Cells.isNumber(row.get(column)) || Cells.isMissing(row.get(column)));
  }

  private static boolean areYears(double[] numbers) {
    return numbers.length > 0
        && IntStream.range(0, numbers.length).allMatch(i -> isYear(numbers[i]));
  }

  private static boolean isYear(double number) {
    return number == Math.rint(number) && number >= 1800 && number <= 2200;
  }

  private static boolean holdsYears(List<List<String>> rows, int column, Decimal decimal) {
    return rows.stream().allMatch(row -> isYear(Cells.number(row.get(column), decimal)));
  }

  private static boolean areEvenSteps(double[] numbers) {
    if (numbers.length < 2 || numbers[0] != Math.rint(numbers[0])) {
      return false;
    }
    double step = numbers[1] - numbers[0];
    return step > 0
        && step == Math.rint(step)
        && IntStream.range(1, numbers.length).allMatch(i -> numbers[i] - numbers[i - 1] == step);
  }

  private static boolean holdsFractions(List<List<String>> rows, int column, Decimal decimal) {
    return rows.stream()
        .mapToDouble(row -> Cells.number(row.get(column), decimal))
        .anyMatch(value -> value != Math.rint(value));
  }
}
