package dev.stepwise.view.importing;

import java.util.List;

/// Numbers that were imported. The array is shared and never written to.
///
/// @param title where they are from, such as `iris` or a file's name without its ending
/// @param rows n×d, n and d at least 1, every number finite
/// @param columns the d columns' names
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record ImportedData(String title, double[][] rows, List<String> columns) {

  /// Copies the list.
  public ImportedData {
    columns = List.copyOf(columns);
  }
}
