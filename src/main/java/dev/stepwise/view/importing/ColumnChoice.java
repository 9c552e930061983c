package dev.stepwise.view.importing;

import dev.stepwise.scenario.CsvTable;
import dev.stepwise.scenario.ScenarioException;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table and what is to be taken from it.
///
/// @param title what the data are called
/// @param table the table
/// @param chosen the columns to be taken, by index, ascending; all of them hold numbers
/// @param scaling what is done to them
record ColumnChoice(String title, CsvTable table, SequencedSet<Integer> chosen, Scaling scaling) {

  /// Copies the set, sorted.
  ColumnChoice {
    chosen = new TreeSet<>(chosen);
  }

  /// Every column with numbers, but not the answer of a ready data set.
  static ColumnChoice initial(Source source, CsvTable table, Scaling scaling) {
    var chosen = numeric(table);
    if (source instanceof Source.Ready(var data)) {
      chosen.removeIf(c -> table.columns().get(c).name().equals(data.answer()));
    }
    return new ColumnChoice(source.title(), table, chosen, scaling);
  }

  private static SequencedSet<Integer> numeric(CsvTable table) {
    return IntStream.range(0, table.columns().size())
        .filter(c -> table.columns().get(c).content() == CsvTable.Content.NUMBERS)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The same with every column that holds numbers.
  ColumnChoice withAll() {
    return choosing(numeric(table));
  }

  /// The same with no column.
  ColumnChoice withNone() {
    return choosing(Set.of());
  }

  /// The same with one more column.
  ColumnChoice with(int column) {
    var more = new TreeSet<>(chosen);
    more.add(column);
    return choosing(more);
  }

  /// The same with one column fewer.
  ColumnChoice without(int column) {
    var fewer = new TreeSet<>(chosen);
    fewer.remove(column);
    return choosing(fewer);
  }

  private ColumnChoice choosing(Set<Integer> columns) {
    return new ColumnChoice(title, table, new TreeSet<>(columns), scaling);
  }

  /// The same with other scaling.
  ColumnChoice scaled(Scaling other) {
    return new ColumnChoice(title, table, chosen, other);
  }

  /// Why a column cannot be taken as numbers, with row and remedy; empty where it can.
  Optional<String> obstacle(int column) {
    if (table.columns().get(column).content() == CsvTable.Content.NUMBERS) {
      return Optional.empty();
    }
    try {
      table.select(List.of(column));
      return Optional.empty();
    } catch (ScenarioException e) {
      return Optional.of(Loaded.withoutFile(e));
    }
  }

  /// Why nothing can be taken yet, and what to do about it; empty where all is well.
  Optional<String> obstacle() {
    if (numeric(table).isEmpty()) {
      return Optional.of(
          "No column holds only numbers. Beside each column stands the row that is in the way.");
    }
    return chosen.isEmpty()
        ? Optional.of("No column is chosen; choose at least one.")
        : Optional.empty();
  }

  /// What will come of it.
  String summary() {
    int n = table.rows().size();
    int d = chosen.size();
    var points =
        (n == 1 ? "1 point in " : "%,d points in ".formatted(n))
            + (d == 1 ? "1 dimension" : d + " dimensions");
    return switch (d) {
      case 1 -> points + "; the stage will show them along a line.";
      case 2 -> points + "; the stage will show both.";
      default -> points + "; the stage will show two principal components.";
    };
  }

  /// The numbers.
  ///
  /// @throws IllegalStateException where there is an obstacle
  ImportedData data() {
    var columns = List.copyOf(chosen);
    var names = columns.stream().map(c -> table.columns().get(c).name()).toList();
    try {
      return new ImportedData(title, scaling.apply(table.select(columns)), names);
    } catch (ScenarioException e) {
      throw new IllegalStateException("a chosen column does not hold numbers", e);
    }
  }
}
