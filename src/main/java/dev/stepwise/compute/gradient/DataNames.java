package dev.stepwise.compute.gradient;

import java.util.List;

/// What the columns of the data are called, for people.
///
/// @param columns of the d columns of X; empty where they have no names
/// @param answer of y; blank where it has none
public record DataNames(List<String> columns, String answer) {
  /// No names.
  public static final DataNames NONE = new DataNames(List.of(), "");

  /// Copies the list.
  public DataNames {
    columns = List.copyOf(columns);
  }

  /// What a column of X is called.
  ///
  /// @param otherwise where it has no name
  public String column(int index, String otherwise) {
    return columns.isEmpty() || columns.get(index).isBlank() ? otherwise : columns.get(index);
  }

  /// What y is called.
  ///
  /// @param otherwise where it has no name
  public String answer(String otherwise) {
    return answer.isBlank() ? otherwise : answer;
  }
}
