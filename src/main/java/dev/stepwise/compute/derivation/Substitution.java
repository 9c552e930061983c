package dev.stepwise.compute.derivation;

import java.util.List;
import java.util.function.UnaryOperator;

/// The same arithmetic on other numbers: what comes of a number where those it was made from are
/// rounded, or taken from somewhere else.
public final class Substitution {
  private final UnaryOperator<Operand> numbers;

  private Substitution(UnaryOperator<Operand> numbers) {
    this.numbers = numbers;
  }

  /// An operation with other operands, those inside its operands included.
  ///
  /// @param numbers what stands for a number of the frame or a constant
  public static Operation of(Operation operation, UnaryOperator<Operand> numbers) {
    return new Substitution(numbers).in(operation);
  }

  private Operation in(Operation operation) {
    return switch (operation) {
      case Operation.Given given -> given;
      case Operation.Moved(var from) -> new Operation.Moved(in(from));
      case Operation.Dot(var left, var right) -> new Operation.Dot(in(left), in(right));
      case Operation.WeightedSum(var weights, var inputs, var bias) ->
          new Operation.WeightedSum(in(weights), in(inputs), in(bias));
      case Operation.Sum(var operands) -> new Operation.Sum(in(operands));
      case Operation.Difference(var left, var right) ->
          new Operation.Difference(in(left), in(right));
      case Operation.Mean(var operands) -> new Operation.Mean(in(operands));
      case Operation.Product(var operands) -> new Operation.Product(in(operands));
      case Operation.Quotient(var top, var bottom) -> new Operation.Quotient(in(top), in(bottom));
      case Operation.Power(var base, int exponent) -> new Operation.Power(in(base), exponent);
      case Operation.Elementwise(var function, var operand) ->
          new Operation.Elementwise(function, in(operand));
      case Operation.Softmax(var operands, int at) -> new Operation.Softmax(in(operands), at);
      case Operation.Chosen(var extreme, var operands) ->
          new Operation.Chosen(extreme, in(operands));
      case Operation.Ranked(var operands, int place) -> new Operation.Ranked(in(operands), place);
      case Operation.Extremum(var extreme, var operands) ->
          new Operation.Extremum(extreme, in(operands));
      case Operation.Counted(var operands, var relation, var bound) ->
          new Operation.Counted(in(operands), relation, in(bound));
    };
  }

  private List<Operand> in(List<Operand> operands) {
    return operands.stream().map(this::in).toList();
  }

  private Operand in(Operand operand) {
    return switch (operand) {
      case Operand.At _, Operand.Constant _ -> numbers.apply(operand);
      case Operand.Count count -> count;
      case Operand.Made(var operation) -> new Operand.Made(in(operation));
      case Operand.Worked(var operation) -> new Operand.Worked(in(operation));
      case Operand.Named(var latex, var operation) -> new Operand.Named(latex, in(operation));
    };
  }
}
