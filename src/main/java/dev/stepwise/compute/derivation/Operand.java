package dev.stepwise.compute.derivation;

import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.run.Ref;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What an operation is applied to.
public sealed interface Operand {

  /// A number of the frame.
  ///
  /// @param address where it stands
  record At(Ref address, double value) implements Operand {}

  /// A number that stands nowhere in the frame.
  record Constant(double value) implements Operand {}

  /// A whole number, printed with all its digits: a count, a size.
  record Count(long count) implements Operand {
    @Override
    public double value() {
      return count;
    }
  }

  /// What another operation makes.
  sealed interface Computed extends Operand {
    /// What makes it.
    Operation operation();

    @Override
    default double value() {
      return operation().result();
    }
  }

  /// What another operation makes, without a name of its own: the squares inside a distance.
  record Made(Operation operation) implements Computed {}

  /// What another operation makes, printed as the number that it is: a share of a long sum.
  record Worked(Operation operation) implements Computed {}

  /// What another operation makes, under a short name that only the formulas have: it is worked out
  /// on a line of its own first, then printed as the number that it is.
  ///
  /// @param latex the name, and after it what it stands for in symbols: `a=w\cdot x+b`
  record Named(String latex, Operation operation) implements Computed {}

  /// Its value.
  double value();

  /// Where it stands in the frame; empty for what has no name there.
  default Optional<Ref> ref() {
    return this instanceof At(var address, _) ? Optional.of(address) : Optional.empty();
  }

  /// The numbers of the frame that it is or was made from, in order.
  default Stream<At> leaves() {
    return switch (this) {
      case At at -> Stream.of(at);
      case Computed made -> made.operation().operands().stream().flatMap(Operand::leaves);
      case Constant _, Count _ -> Stream.empty();
    };
  }

  /// As it is printed.
  default Term term() {
    return switch (this) {
      case At(_, double value) -> Term.number(value);
      case Constant(double value) -> Term.number(value);
      case Count(long count) -> Term.count(count);
      case Made(var operation) -> operation.term().orElseGet(() -> Term.number(value()));
      case Worked _, Named _ -> Term.number(value());
    };
  }

  /// A number of the frame.
  static Operand at(Ref ref, double value) {
    return new At(ref, value);
  }

  /// A number of the frame.
  static Operand at(double value, String variable, int... indices) {
    return new At(Ref.of(variable, indices), value);
  }

  /// A number that stands nowhere in the frame.
  static Operand constant(double value) {
    return new Constant(value);
  }

  /// A count.
  static Operand count(long count) {
    return new Count(count);
  }

  /// What an operation makes.
  static Operand of(Operation operation) {
    return new Made(operation);
  }

  /// What an operation makes, to be printed as the number that it is.
  static Operand worked(Operation operation) {
    return new Worked(operation);
  }

  /// What an operation makes, to be worked out first, on a line of its own.
  ///
  /// @param latex its name, and after it what it stands for in symbols
  static Operand named(String latex, Operation operation) {
    return new Named(latex, operation);
  }

  /// A row of a matrix.
  ///
  /// @param variable the matrix's name
  static List<Operand> row(String variable, double[][] matrix, int row) {
    return list(matrix[row].length, j -> at(matrix[row][j], variable, row, j));
  }

  /// A column of a matrix.
  ///
  /// @param variable the matrix's name
  static List<Operand> column(String variable, double[][] matrix, int column) {
    return list(matrix.length, i -> at(matrix[i][column], variable, i, column));
  }

  /// A vector.
  ///
  /// @param variable the vector's name
  static List<Operand> vector(String variable, double[] vector) {
    return list(vector.length, i -> at(vector[i], variable, i));
  }

  /// So many operands.
  static List<Operand> list(int length, IntFunction<Operand> operands) {
    return IntStream.range(0, length).mapToObj(operands).toList();
  }
}
