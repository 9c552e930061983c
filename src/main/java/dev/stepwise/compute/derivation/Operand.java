package dev.stepwise.compute.derivation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What an operation is applied to.
///
/// @param ref where it stands in the frame; empty for a constant, such as a rate
/// @param value its value
public record Operand(Optional<Ref> ref, double value) {

  /// A number of the frame.
  public static Operand at(Ref ref, double value) {
    return new Operand(Optional.of(ref), value);
  }

  /// A number that stands nowhere in the frame.
  public static Operand constant(double value) {
    return new Operand(Optional.empty(), value);
  }

  /// A row of a matrix.
  ///
  /// @param variable the matrix's name
  public static List<Operand> row(String variable, double[][] matrix, int row) {
    return list(matrix[row].length, j -> at(Ref.of(variable, row, j), matrix[row][j]));
  }

  /// A column of a matrix.
  ///
  /// @param variable the matrix's name
  public static List<Operand> column(String variable, double[][] matrix, int column) {
    return list(matrix.length, i -> at(Ref.of(variable, i, column), matrix[i][column]));
  }

  /// A vector.
  ///
  /// @param variable the vector's name
  public static List<Operand> vector(String variable, double[] vector) {
    return list(vector.length, i -> at(Ref.of(variable, i), vector[i]));
  }

  private static List<Operand> list(int length, IntFunction<Operand> operands) {
    return IntStream.range(0, length).mapToObj(operands).toList();
  }
}
