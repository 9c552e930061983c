package dev.stepwise.shell.learning;

import javafx.geometry.Point2D;
import javafx.scene.layout.Region;

/// A stretch of a page that can be selected from one of its characters to another.
interface Selectable {

  /// What shows it.
  Region node();

  /// How many characters it has.
  int length();

  /// Its characters between two places, as they are copied.
  String text(int from, int to);

  /// The place between characters that is nearest to a point.
  ///
  /// @param point in the coordinates of [#node]
  int at(Point2D point);

  /// Shows as selected what is between two places; nothing where they are the same.
  void select(int from, int to);
}
