package dev.stepwise.view.importing;

import java.util.List;
import java.util.Optional;

/// A table that was read: named columns, rows of texts.
interface Table {
  /// A column.
  ///
  /// @param obstacle why it cannot be taken as numbers, with row and remedy; empty where it can
  record Column(String name, Optional<String> obstacle) {}

  /// What the first row is.
  enum FirstRow {
    /// Names of the columns.
    NAMES,
    /// The first of the data.
    DATA
  }

  /// The columns.
  List<Column> columns();

  /// How many rows there are below the names.
  int rowCount();

  /// The texts of a row, from 0.
  List<String> row(int index);

  /// What the first row was taken for.
  FirstRow firstRow();

  /// The numbers of some columns, by index; only of those without an obstacle.
  double[][] select(List<Integer> columns);
}
