package dev.stepwise.compute.run;

import java.util.List;

/// What a step says in words and formulas, with its actual numbers in it.
///
/// @param title a short heading, such as `Point 97 joins cluster 3`
/// @param caption one to three sentences
/// @param formulas LaTeX, one a line; the last line ends in the result
/// @param table the numbers compared, or [Table#NONE]
public record Narration(String title, String caption, List<String> formulas, Table table) {

  /// A small table of numbers.
  ///
  /// @param head the column heads
  /// @param rows the cells, as many a row as there are heads
  /// @param telling the index of the row that decides, or -1
  public record Table(List<String> head, List<List<String>> rows, int telling) {
    /// No table.
    public static final Table NONE = new Table(List.of(), List.of(), -1);

    /// Copies what it is given.
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// Copies what it is given.
  public Narration {
    formulas = List.copyOf(formulas);
  }

  /// The values without what made them: for who looks for a mistake in it.
  public Narration valuesAlone() {
    return new Narration(title, "", List.of(), table);
  }

  /// Words alone.
  public Narration(String title, String caption) {
    this(title, caption, List.of(), Table.NONE);
  }

  /// Words and formulas.
  public Narration(String title, String caption, List<String> formulas) {
    this(title, caption, formulas, Table.NONE);
  }
}
