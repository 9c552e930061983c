package dev.stepwise.owndata;

import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.Table;
import dev.stepwise.scenario.Table.Content;
import java.util.ArrayList;
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
/// @param gaps what becomes of rows in which a chosen column says nothing
record ColumnChoice(
    String title,
    Table table,
    SequencedSet<Integer> chosen,
    Scaling scaling,
    Map<Integer, String> obstacles,
    Answer kind,
    OptionalInt answer,
    Gaps gaps) {
  private static final int ROWS_NAMED = 5;

  /// What becomes of rows with gaps.
  enum Gaps {
    /// Nothing is decided yet.
    ASKED,
    /// They are left out.
    LEFT_OUT
  }

  /// Copies the set, sorted, and the map.
  ColumnChoice {
    chosen = new TreeSet<>(chosen);
    obstacles = Map.copyOf(obstacles);
  }

  /// Every column with numbers, but not the answer of a ready data set. What is asked for stands in
  /// the last column, unless a ready data set knows better; what only colours stands in the last
  /// column of words, if there is one.
  static ColumnChoice initial(Loaded.Read read, Scaling scaling, Answer kind) {
    var table = read.table();
    var chosen = numeric(table);
    var answer = lastColumn(table, kind);
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
            OptionalInt.empty(),
            Gaps.ASKED);
    return kind == Answer.NONE ? choice : choice.answeredBy(answer);
  }

  private static OptionalInt lastColumn(Table table, Answer kind) {
    int last = table.columns().size() - 1;
    return kind == Answer.LABEL && table.columns().get(last).content() != Content.TEXTS
        ? OptionalInt.empty()
        : OptionalInt.of(last);
  }

  private static OptionalInt named(Table table, String name) {
    return IntStream.range(0, table.columns().size())
        .filter(c -> table.columns().get(c).name().equals(name))
        .findFirst();
  }

  /// The same with another column that says what is asked of each row, or with none. It is no
  /// longer taken as numbers, and the one before is again.
  ColumnChoice answeredBy(OptionalInt column) {
    var columns = new TreeSet<>(chosen);
    answer.ifPresent(before -> {
      if (numeric(table).contains(before)) {
        columns.add(before);
      }
    });
    column.ifPresent(columns::remove);
    return new ColumnChoice(title, table, columns, scaling, obstacles, kind, column, gaps);
  }

  private static SequencedSet<Integer> numeric(Table table) {
    return IntStream.range(0, table.columns().size())
        .filter(c -> table.columns().get(c).content() != Content.TEXTS)
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
    return new ColumnChoice(
        title, table, new TreeSet<>(columns), scaling, obstacles, kind, answer, gaps);
  }

  /// The same with other scaling.
  ColumnChoice scaled(Scaling other) {
    return new ColumnChoice(title, table, chosen, other, obstacles, kind, answer, gaps);
  }

  /// The same with rows that have gaps left out, or asked about.
  ColumnChoice with(Gaps other) {
    return new ColumnChoice(title, table, chosen, scaling, obstacles, kind, answer, other);
  }

  /// The rows in which a column that is used says nothing.
  List<Integer> rowsWithGaps() {
    var used = new ArrayList<>(chosen);
    answer.ifPresent(used::add);
    return table.gaps(used);
  }

  /// The table without the rows that are left out.
  Table used() {
    var left = gaps == Gaps.LEFT_OUT ? rowsWithGaps() : List.<Integer>of();
    return left.isEmpty() ? table : table.without(left);
  }

  /// Which rows have gaps: `Row 4 has a gap.`; empty where none has.
  Optional<String> gapWords() {
    var rows = rowsWithGaps();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var numbers =
        rows.stream()
            .limit(ROWS_NAMED)
            .map(row -> Integer.toString(table.rowNumber(row)))
            .collect(Collectors.joining(", "));
    return Optional.of(
        rows.size() == 1
            ? "Leave out row %s, which has a gap".formatted(numbers)
            : String.format(Locale.ROOT, "Leave out %,d rows with gaps", rows.size())
                + " (%s%s)".formatted(numbers, rows.size() > ROWS_NAMED ? ", …" : ""));
  }

  /// Why a column cannot be taken as numbers, with row and remedy; empty where it can.
  Optional<String> obstacle(int column) {
    return Optional.ofNullable(obstacles.get(column));
  }

  /// Why nothing can be taken yet, and what to do about it; empty where all is well.
  Optional<String> obstacle() {
    if (!table.doubts().isEmpty()) {
      return Optional.of(table.doubts().getFirst().question() + " Choose on the right.");
    }
    if (kind == Answer.TARGET
        && answer.isPresent()
        && table.columns().get(answer.getAsInt()).content() == Content.TEXTS) {
      return Optional.of(
          "'%s' holds no numbers; choose another column as the target."
              .formatted(table.columns().get(answer.getAsInt()).name()));
    }
    if (numeric(table).isEmpty()) {
      return Optional.of(
          "No column holds only numbers. Beside each column stands the row that is in the way.");
    }
    if (chosen.isEmpty()) {
      return Optional.of("No column is chosen; choose at least one.");
    }
    var rows = rowsWithGaps();
    if (rows.size() == table.size()) {
      return Optional.of("Every row has a gap; choose fewer columns.");
    }
    return gaps == Gaps.ASKED && !rows.isEmpty()
        ? Optional.of(
            rows.size() == 1
                ? "Row %d has a gap: leave it out, or choose other columns."
                    .formatted(table.rowNumber(rows.getFirst()))
                : String.format(
                    Locale.ROOT,
                    "%,d rows have gaps: leave them out, or choose other columns.",
                    rows.size()))
        : Optional.empty();
  }

  /// What will come of it.
  String summary() {
    var left = gaps == Gaps.LEFT_OUT ? Set.copyOf(rowsWithGaps()) : Set.<Integer>of();
    int n = table.size() - left.size();
    int d = chosen.size();
    var words = answer.isPresent() ? answered(left, n, d) : rows(n, "row") + numbers(d) + ".";
    return left.isEmpty()
        ? words
        : words + " " + (left.size() == 1 ? "1 row is" : left.size() + " rows are") + " left out.";
  }

  private static String rows(int n, String what) {
    return n == 1 ? "1 " + what + " of " : String.format(Locale.ROOT, "%,d %ss of ", n, what);
  }

  private static String numbers(int d) {
    return d == 1 ? "1 number" : d + " numbers";
  }

  private String answered(Set<Integer> left, int n, int d) {
    int by = answer.orElseThrow();
    var column = table.columns().get(by).name();
    long classes =
        IntStream.range(0, table.size())
            .filter(row -> !left.contains(row))
            .mapToObj(row -> answer(table, row, by))
            .distinct()
            .count();
    var many = classes == 1 ? "1 class" : classes + " classes";
    return rows(n, kind == Answer.LABEL ? "row" : "sample")
        + numbers(d)
        + switch (kind) {
          case LABEL -> ", coloured by %s in '%s'.".formatted(many, column);
          case CLASS -> ", %s in '%s'.".formatted(many, column);
          case TARGET -> "; '%s' is predicted.".formatted(column);
          case NONE -> ".";
        };
  }

  /// The answers as texts; numbers in their shortest form, so that `1` and `1.0` are one class.
  private List<String> answers(Table used) {
    if (answer.isEmpty()) {
      return List.of();
    }
    int column = answer.getAsInt();
    return IntStream.range(0, used.size()).mapToObj(row -> answer(used, row, column)).toList();
  }

  private static String answer(Table table, int row, int column) {
    boolean isNumber = table.columns().get(column).content() != Content.TEXTS;
    return isNumber ? shortest(table.number(row, column)) : table.cell(row, column);
  }

  private static String shortest(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /// The numbers. Takes seconds for the largest tables; an interrupt stops it.
  ///
  /// @param progress hears how much is done, from 0 to 1
  /// @throws IllegalStateException where there is an obstacle
  ImportedData data(DoubleConsumer progress) {
    var columns = List.copyOf(chosen);
    var names = columns.stream().map(c -> table.columns().get(c).name()).toList();
    var used = used();
    var by = answer.isPresent() ? table.columns().get(answer.getAsInt()).name() : "";
    try {
      return new ImportedData(
          title, scaling.apply(used.select(columns, progress)), names, answers(used), by);
    } catch (ScenarioException e) {
      throw new IllegalStateException("a chosen column does not hold numbers", e);
    }
  }
}
