package dev.stepwise.compute.linear;

/// A matrix that is asked row by row, so that one with few numbers, or one that is shifted or
/// scaled, need not be written out.
public interface Rows {
  /// How many rows it has, at least 1.
  int count();

  /// How many columns it has, at least 1.
  int columns();

  /// The dot product of a row with a vector.
  double dot(int row, double[] vector);

  /// Adds a multiple of a row to a vector.
  void addTo(double[] vector, int row, double factor);
}
