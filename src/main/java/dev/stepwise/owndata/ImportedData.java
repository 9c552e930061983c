package dev.stepwise.owndata;

import java.util.List;

/// Numbers that were imported. The array is shared and never written to.
///
/// @param title where they are from, such as `iris` or a file's name without its ending
/// @param rows n×d, n and d at least 1, every number finite
/// @param columns the d columns' names
/// @param answers what the table says of each row besides, a text or a number in its shortest form;
///   empty where nothing was asked for or chosen
/// @param answer the name of the column that says it; empty where there is none
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record ImportedData(
    String title, double[][] rows, List<String> columns, List<String> answers, String answer) {

  /// Copies the lists.
  public ImportedData {
    columns = List.copyOf(columns);
    answers = List.copyOf(answers);
  }

  /// Numbers alone.
  public ImportedData(String title, double[][] rows, List<String> columns) {
    this(title, rows, columns, List.of(), "");
  }
}
