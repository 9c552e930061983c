package dev.stepwise.view.importing;

import dev.stepwise.scenario.CsvTable;
import dev.stepwise.scenario.ScenarioException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table and what is to be taken from it.
///
/// @param title what the data are called
/// @param table the table
/// @param chosen the columns to be taken, by index, ascending; all of them hold numbers
/// @param scaling what is done to them
/// @param obstacles why other columns cannot be taken, by index
/// @param kind what is asked of each row besides
/// @param answer the column that says so; not among the chosen ones; empty where nothing is asked
record ColumnChoice(
    String title,
    CsvTable table,
    SequencedSet<Integer> chosen,
    Scaling scaling,
    Map<Integer, String> obstacles,
    Answer kind,
    OptionalInt answer) {

  /// Copies the set, sorted, and the map.
  ColumnChoice {
    chosen = new TreeSet<>(chosen);
    obstacles = Map.copyOf(obstacles);
  }

  /// Every column with numbers, but not the answer of a ready data set. What is asked for stands in
  /// the last column, unless a ready data set knows better.
  static ColumnChoice initial(Loaded.Read read, Scaling scaling, Answer kind) {
    var table = read.table();
    var chosen = numeric(table);
    int answer = table.columns().size() - 1;
    if (read.source() instanceof Source.Ready(var data)) {
      chosen.removeIf(c -> table.columns().get(c).name().equals(data.answer()));
      answer = named(table, data.answer());
    }
    var choice =
        new ColumnChoice(
            read.source().title(),
            table,
            chosen,
            scaling,
            read.obstacles(),
            kind,
            OptionalInt.empty());
    return kind == Answer.NONE ? choice : choice.answeredBy(answer);
  }

  private static int named(CsvTable table, String name) {
    return IntStream.range(0, table.columns().size())
        .filter(c -> table.columns().get(c).name().equals(name))
        .findFirst()
        .orElse(table.columns().size() - 1);
  }

  /// The same with another column that says what is asked of each row. It is no longer taken as
  /// numbers, and the one before is again.
  ColumnChoice answeredBy(int column) {
    var columns = new TreeSet<>(chosen);
    answer.ifPresent(before -> {
      if (numeric(table).contains(before)) {
        columns.add(before);
      }
    });
    columns.remove(column);
    return new ColumnChoice(
        title, table, columns, scaling, obstacles, kind, OptionalInt.of(column));
  }

  private static SequencedSet<Integer> numeric(CsvTable table) {
    return IntStream.range(0, table.columns().size())
        .filter(c -> table.columns().get(c).content() == CsvTable.Content.NUMBERS)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The same with every column that holds numbers.
  ColumnChoice withAll() {
    var all = numeric(table);
    answer.ifPresent(all::remove);
    return choosing(all);
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
    return new ColumnChoice(title, table, new TreeSet<>(columns), scaling, obstacles, kind, answer);
  }

  /// The same with other scaling.
  ColumnChoice scaled(Scaling other) {
    return new ColumnChoice(title, table, chosen, other, obstacles, kind, answer);
  }

  /// Why a column cannot be taken as numbers, with row and remedy; empty where it can.
  Optional<String> obstacle(int column) {
    return Optional.ofNullable(obstacles.get(column));
  }

  /// Why nothing can be taken yet, and what to do about it; empty where all is well.
  Optional<String> obstacle() {
    if (kind == Answer.TARGET
        && answer.isPresent()
        && table.columns().get(answer.getAsInt()).content() != CsvTable.Content.NUMBERS) {
      return Optional.of(
          "'%s' holds no numbers; choose another column as the target."
              .formatted(table.columns().get(answer.getAsInt()).name()));
    }
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
    if (kind != Answer.NONE) {
      return answered(n, d);
    }
    return (n == 1 ? "1 row of " : String.format(Locale.ROOT, "%,d rows of ", n))
        + (d == 1 ? "1 number." : d + " numbers.");
  }

  private String answered(int n, int d) {
    var samples =
        (n == 1 ? "1 sample of " : String.format(Locale.ROOT, "%,d samples of ", n))
            + (d == 1 ? "1 number" : d + " numbers");
    var column = table.columns().get(answer.orElseThrow()).name();
    long classes = answers().stream().distinct().count();
    return samples
        + switch (kind) {
          case CLASS ->
              ", %s in '%s'.".formatted(classes == 1 ? "1 class" : classes + " classes", column);
          case TARGET -> "; '%s' is predicted.".formatted(column);
          case NONE -> ".";
        };
  }

  private List<String> answers() {
    return answer.isEmpty()
        ? List.of()
        : table.rows().stream().map(row -> row.get(answer.getAsInt())).toList();
  }

  /// The numbers. Takes seconds for the largest tables; an interrupt stops it.
  ///
  /// @param progress hears how much is done, from 0 to 1
  /// @throws IllegalStateException where there is an obstacle
  ImportedData data(DoubleConsumer progress) {
    var columns = List.copyOf(chosen);
    var names = columns.stream().map(c -> table.columns().get(c).name()).toList();
    try {
      return new ImportedData(
          title, scaling.apply(table.select(columns, progress)), names, answers());
    } catch (ScenarioException e) {
      throw new IllegalStateException("a chosen column does not hold numbers", e);
    }
  }
}
