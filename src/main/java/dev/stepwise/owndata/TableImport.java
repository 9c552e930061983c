package dev.stepwise.owndata;

import dev.stepwise.owndata.ColumnChoice.Gaps;
import dev.stepwise.scenario.Nearest;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.Table;
import dev.stepwise.scenario.Table.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Takes numbers from a table as the dialog does, without a person who could be asked: what the
/// dialog would ask is an error.
///
/// @param table the table, with nothing in doubt
/// @param title what the data are called
public record TableImport(Table table, String title) {
  private static final int ROWS_NAMED = 5;

  /// What is wanted of a table.
  ///
  /// @param columns by name, or by number from 1; empty for all that hold numbers
  /// @param labels the column that says what is asked of each row; empty for none
  /// @param gaps what becomes of rows with gaps; where nothing is decided, they are an error
  public record Wanted(Optional<List<String>> columns, Optional<String> labels, Missing gaps) {}

  /// What becomes of rows with gaps.
  public enum Missing {
    /// They are an error.
    REFUSE,
    /// They are left out.
    DROP
  }

  /// The index of a column by its name, or else by its number from 1.
  ///
  /// @throws ScenarioException where there is none, or several have the name
  public int column(String word) throws ScenarioException {
    var names = table.columns().stream().map(Table.Column::name).toList();
    var named = IntStream.range(0, names.size()).filter(c -> names.get(c).equals(word)).toArray();
    if (named.length == 1) {
      return named[0];
    }
    if (named.length > 1) {
      throw wrong(
          "has %d columns called '%s'".formatted(named.length, word),
          "name it by its number, from 1");
    }
    boolean number = word.matches("[1-9]\\d{0,6}");
    if (number && Integer.parseInt(word) <= names.size()) {
      return Integer.parseInt(word) - 1;
    }
    throw wrong("has no column '" + word + "'", Nearest.remedy(word, names));
  }

  /// What a column holds.
  public Content content(String word) throws ScenarioException {
    return table.columns().get(column(word)).content();
  }

  /// The words for columns that hold no numbers and are left out unless they are asked for.
  public List<String> textColumns() {
    return table.columns().stream()
        .filter(column -> column.content() == Content.TEXTS)
        .map(Table.Column::name)
        .toList();
  }

  /// The different numbers of a column, at most so many.
  ///
  /// @throws ScenarioException where there is no such column
  public List<Double> distinct(String word, int most) throws ScenarioException {
    int column = column(word);
    return IntStream.range(0, table.size())
        .mapToObj(row -> table.number(row, column))
        .filter(Double::isFinite)
        .distinct()
        .limit(most)
        .sorted()
        .toList();
  }

  /// Takes the numbers.
  ///
  /// @param answer what is asked of each row besides
  /// @param check throws [InvalidInput] where the numbers cannot be used
  /// @throws ScenarioException where a column cannot be taken, a row has a gap that is not to be
  ///   left out, or the numbers cannot be used
  public ImportedData take(Wanted wanted, Answer answer, Consumer<ImportedData> check)
      throws ScenarioException {
    var labels =
        wanted.labels().isPresent()
            ? OptionalInt.of(column(wanted.labels().get()))
            : OptionalInt.empty();
    var chosen = chosen(wanted.columns(), labels);
    var choice =
        new ColumnChoice(
            title,
            table,
            chosen,
            Scaling.AS_GIVEN,
            Map.of(),
            answer,
            labels,
            wanted.gaps() == Missing.DROP ? Gaps.LEFT_OUT : Gaps.ASKED);
    checkTarget(answer, labels);
    checkGaps(choice);
    return switch (Taken.from(choice, check, _ -> {})) {
      case Taken.Usable(var data) -> data;
      case Taken.Refused(var message) -> throw refused(message);
    };
  }

  private TreeSet<Integer> chosen(Optional<List<String>> words, OptionalInt labels)
      throws ScenarioException {
    var chosen = new TreeSet<Integer>();
    if (words.isEmpty()) {
      // In NumPy's files every column is meant as numbers: none is passed over in silence.
      boolean numbersAlone = table.layout().isEmpty();
      IntStream.range(0, table.columns().size())
          .filter(c -> numbersAlone || table.columns().get(c).content() != Content.TEXTS)
          .forEach(chosen::add);
      labels.ifPresent(chosen::remove);
    } else {
      for (var word : words.get()) {
        chosen.add(column(word));
      }
    }
    if (chosen.isEmpty()) {
      throw wrong("has no column of numbers besides", "give a table with numbers in it");
    }
    for (int column : chosen) {
      var obstacle = table.obstacle(column);
      if (obstacle.isPresent()) {
        throw obstacle.get();
      }
    }
    if (labels.isPresent() && chosen.contains(labels.getAsInt())) {
      throw wrong(
          "column '%s' is to be both numbers and labels"
              .formatted(table.columns().get(labels.getAsInt()).name()),
          "leave it out of one of the two");
    }
    return chosen;
  }

  private void checkTarget(Answer answer, OptionalInt labels) throws ScenarioException {
    if (answer == Answer.TARGET && labels.isPresent()) {
      var obstacle = table.obstacle(labels.getAsInt());
      if (obstacle.isPresent()) {
        throw obstacle.get();
      }
    }
  }

  private void checkGaps(ColumnChoice choice) throws ScenarioException {
    var rows = choice.rowsWithGaps();
    if (rows.isEmpty()) {
      return;
    }
    if (rows.size() == table.size()) {
      throw wrong("has a gap in every row", "choose fewer columns with --columns");
    }
    if (choice.gaps() == Gaps.ASKED) {
      var numbers =
          rows.stream()
              .limit(ROWS_NAMED)
              .map(row -> Integer.toString(table.rowNumber(row)))
              .collect(Collectors.joining(", "));
      throw new ScenarioException(
          table.file(),
          (rows.size() == 1 ? "row " : "rows ") + numbers + (rows.size() > ROWS_NAMED ? ", …" : ""),
          rows.size() == 1 ? "has a gap" : "have gaps, %d in all".formatted(rows.size()),
          rows.size() == 1
              ? "leave it out with --missing drop, or choose columns with --columns"
              : "leave them out with --missing drop, or choose columns with --columns");
    }
  }

  private ScenarioException wrong(String what, String remedy) {
    return new ScenarioException(table.file(), "", what, remedy);
  }

  /// The message of a refusal, which has the title before it and a remedy behind it.
  private ScenarioException refused(String message) {
    var words = message.substring(title.length() + 2);
    var parts = new ArrayList<>(List.of(words.split("; ", 2)));
    return new ScenarioException(
        table.file(), "", parts.getFirst(), parts.size() > 1 ? parts.getLast() : "use other data");
  }
}
