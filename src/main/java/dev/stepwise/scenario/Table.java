package dev.stepwise.scenario;

import dev.stepwise.compute.run.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/// Rows and columns from a file, most of them numbers. What a file leaves open is asked: see
/// [#doubts()].
public sealed interface Table permits CsvTable, ArrayTable {

  /// What a column holds.
  enum Content {
    /// Finite numbers, in every row.
    NUMBERS,
    /// Finite numbers, but in some rows nothing.
    GAPS,
    /// Something else in at least one row, or nothing at all.
    TEXTS
  }

  /// A column.
  ///
  /// @param name from the file, or `column 3`
  record Column(String name, Content content) {}

  /// What only the person who has the file can know.
  ///
  /// @param topic what is in doubt
  /// @param question with the numbers or words that it is about: `Is “1,234” 1234 or 1.234?`
  record Doubt(Topic topic, String question) {}

  /// What can be in doubt.
  enum Topic {
    SEPARATOR,
    DECIMAL,
    HEADER
  }

  /// How a table is written; what is left empty is found out.
  record Choices(
      Optional<Separator> separator, Optional<Decimal> decimal, Optional<Header> header) {
    /// Everything is found out.
    public static final Choices NONE =
        new Choices(Optional.empty(), Optional.empty(), Optional.empty());

    /// The same with a separator.
    public Choices with(Separator other) {
      return new Choices(Optional.of(other), decimal, header);
    }

    /// The same with a decimal sign.
    public Choices with(Decimal other) {
      return new Choices(separator, Optional.of(other), header);
    }

    /// The same with what the first row is.
    public Choices with(Header other) {
      return new Choices(separator, decimal, Optional.of(other));
    }
  }

  /// What stands between the cells of a row.
  enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    BAR('|'),
    /// One or more blanks.
    BLANKS(' ');

    private final char sign;

    Separator(char sign) {
      this.sign = sign;
    }

    char sign() {
      return sign;
    }

    /// Its word on the command line, and for people.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What stands before the decimals of a number.
  enum Decimal {
    POINT,
    COMMA;

    /// Its word on the command line, and for people.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the first row is.
  enum Header {
    /// The columns' names.
    NAMED("names"),
    /// The first row of data.
    NUMBERED("data");

    private final String word;

    Header(String word) {
      this.word = word;
    }

    /// Its word on the command line, and for people.
    public String word() {
      return word;
    }
  }

  /// The largest file that is read, in bytes.
  int LIMIT = 64 << 20;

  /// Reads a file: NumPy's where its name ends in `.npy` or `.npz`, else CSV and its relatives.
  ///
  /// @throws ScenarioException where it is not a table
  static Table read(Path path, Choices choices) throws ScenarioException {
    var name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".npy") || name.endsWith(".npz")
        ? ArrayTable.read(path)
        : CsvTable.read(path, choices);
  }

  /// The file's name, for messages.
  String file();

  /// At least one.
  List<Column> columns();

  /// How many rows there are; at least one.
  int size();

  /// A cell as it is shown.
  String cell(int row, int column);

  /// Where a row stands in the file, counted from 1 as a spreadsheet does: blank lines and the row
  /// of names included.
  int rowNumber(int row);

  /// The number in a cell; NaN where it is a gap or none.
  double number(int row, int column);

  /// What was taken for granted, where nothing else was chosen, and might be otherwise.
  List<Doubt> doubts();

  /// How it is written; empty for a file that needs no finding out.
  Optional<Layout> layout();

  /// How a table is written.
  record Layout(Separator separator, Decimal decimal, Header header) {}

  /// What a person should know of the reading, in a sentence each.
  List<String> notes();

  /// The same without some rows.
  ///
  /// @param rows indices from 0; at least one row is left
  Table without(Collection<Integer> rows);

  /// Why a column cannot be taken as numbers: the first cell that is in the way; empty where it
  /// can. A gap is in the way of nothing else. Goes through all rows at worst.
  ///
  /// @param column an index from 0
  Optional<ScenarioException> obstacle(int column);

  /// Whether a cell holds nothing: blank, or in a column of numbers a word for a missing one.
  boolean isGap(int row, int column);

  /// The rows in which one of some columns has a gap.
  default List<Integer> gaps(Collection<Integer> inColumns) {
    var columns =
        inColumns.stream().filter(c -> columns().get(c).content() != Content.NUMBERS).toList();
    return columns.isEmpty()
        ? List.of()
        : IntStream.range(0, size())
            .filter(row -> columns.stream().anyMatch(column -> isGap(row, column)))
            .boxed()
            .toList();
  }

  /// The numbers of some columns.
  ///
  /// @param chosen indices of columns from 0, in the order wanted
  /// @throws ScenarioException where a cell is not a finite number
  /// @throws IllegalArgumentException where no column is chosen
  default double[][] select(List<Integer> chosen) throws ScenarioException {
    return select(chosen, _ -> {});
  }

  /// The numbers of some columns. Takes seconds for the largest files; an interrupt stops it, see
  /// [Cancellation].
  ///
  /// @param chosen indices of columns from 0, in the order wanted
  /// @param progress hears now and then how much is done, from 0 to 1
  /// @return a row of numbers for each row of the table
  /// @throws ScenarioException where a cell is not a finite number
  /// @throws IllegalArgumentException where no column is chosen
  default double[][] select(List<Integer> chosen, DoubleConsumer progress)
      throws ScenarioException {
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("at least one column must be chosen");
    }
    double[][] selected = new double[size()][chosen.size()];
    for (int row = 0; row < selected.length; row++) {
      if (row % 1024 == 0) {
        Cancellation.checkpoint();
        progress.accept((double) row / selected.length);
      }
      for (int j = 0; j < chosen.size(); j++) {
        selected[row][j] = number(row, chosen.get(j));
        if (!Double.isFinite(selected[row][j])) {
          throw notNumber(row, chosen.get(j));
        }
      }
    }
    return selected;
  }

  /// Says that a cell is no number, and what would be right.
  ScenarioException notNumber(int row, int column);

  /// The indices of all rows but some.
  static List<Integer> others(int size, Collection<Integer> left) {
    var out = new HashSet<>(left);
    var kept = new ArrayList<Integer>();
    for (int row = 0; row < size; row++) {
      if (!out.contains(row)) {
        kept.add(row);
      }
    }
    return kept;
  }
}
