package dev.stepwise.view.importing;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A table and what is to be taken from it.
///
/// @param title where it comes from
/// @param table the table
/// @param chosen the columns to be taken, by index; all of them are numeric
/// @param scaling what is done to them
record ColumnChoice(String title, Table table, SortedSet<Integer> chosen, Scaling scaling) {
  private static final int LEAST_ROWS = 1;

  ColumnChoice {
    chosen = new TreeSet<>(chosen);
  }

  /// Every numeric column, but not the answer of a ready data set.
  static ColumnChoice ofAll(Source source, Table table, Scaling scaling) {
    var answer =
        source instanceof Source.Ready(var data)
            ? Optional.of(data.answer())
            : Optional.<String>empty();
    var chosen = new TreeSet<>(numeric(table));
    chosen.removeIf(c -> answer.filter(table.columns().get(c).name()::equals).isPresent());
    return new ColumnChoice(source.title(), table, chosen, scaling);
  }

  private static List<Integer> numeric(Table table) {
    return IntStream.range(0, table.columns().size())
        .filter(c -> table.columns().get(c).obstacle().isEmpty())
        .boxed()
        .toList();
  }

  /// The same with every numeric column.
  ColumnChoice withAll() {
    return new ColumnChoice(title, table, new TreeSet<>(numeric(table)), scaling);
  }

  /// The same without any column.
  ColumnChoice withNone() {
    return new ColumnChoice(title, table, new TreeSet<>(), scaling);
  }

  /// The same with one more column.
  ColumnChoice with(int column) {
    var more = new TreeSet<>(chosen);
    more.add(column);
    return new ColumnChoice(title, table, more, scaling);
  }

  /// The same with one column fewer.
  ColumnChoice without(int column) {
    var fewer = new TreeSet<>(chosen);
    fewer.remove(column);
    return new ColumnChoice(title, table, fewer, scaling);
  }

  /// The same with other scaling.
  ColumnChoice scaled(Scaling other) {
    return new ColumnChoice(title, table, chosen, other);
  }

  /// Why nothing can be taken yet, and what to do about it; empty where all is well.
  Optional<String> obstacle() {
    if (table.rowCount() < LEAST_ROWS) {
      return Optional.of("There are names, but no rows below them; add at least one row.");
    }
    if (numeric(table).isEmpty()) {
      return Optional.of(
          "No column holds numbers alone; the reason stands beside each. Correct it in the data.");
    }
    return chosen.isEmpty()
        ? Optional.of("No column is chosen; choose at least one.")
        : Optional.empty();
  }

  /// What will come of it.
  String summary() {
    int dimensions = chosen.size();
    var points = table.rowCount() == 1 ? "1 point" : "%,d points".formatted(table.rowCount());
    return switch (dimensions) {
      case 1 -> points + " in 1 dimension; the stage will show them on a line.";
      case 2 -> points + " in 2 dimensions; the stage will show them as they are.";
      default ->
          "%s in %d dimensions; the stage will show two principal components, distances are taken in all %d."
              .formatted(points, dimensions, dimensions);
    };
  }

  /// The numbers.
  ImportedData data() {
    var columns = List.copyOf(chosen);
    var names = columns.stream().map(c -> table.columns().get(c).name()).toList();
    return new ImportedData(title, scaling.apply(table.select(columns)), names);
  }
}
