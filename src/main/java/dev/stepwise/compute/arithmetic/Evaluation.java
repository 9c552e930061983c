package dev.stepwise.compute.arithmetic;

import dev.stepwise.compute.arithmetic.Term.Applied;
import dev.stepwise.compute.arithmetic.Term.Difference;
import dev.stepwise.compute.arithmetic.Term.Exact;
import dev.stepwise.compute.arithmetic.Term.Fixed;
import dev.stepwise.compute.arithmetic.Term.Largest;
import dev.stepwise.compute.arithmetic.Term.Num;
import dev.stepwise.compute.arithmetic.Term.Power;
import dev.stepwise.compute.arithmetic.Term.Product;
import dev.stepwise.compute.arithmetic.Term.Quotient;
import dev.stepwise.compute.arithmetic.Term.Sum;
import dev.stepwise.compute.arithmetic.Term.Symbol;
import dev.stepwise.compute.run.Numbers;
import java.util.function.DoubleUnaryOperator;

/// Computes terms: from their numbers, or as a reader does, from what is printed of them.
///
/// @param reading what becomes of a number before it is used
record Evaluation(DoubleUnaryOperator reading) {
  /// From the numbers themselves.
  static final Evaluation EXACT = new Evaluation(value -> value);

  /// From the numbers as they are printed with so many digits more than usual.
  static Evaluation asPrinted(int moreDigits) {
    return new Evaluation(value -> Numbers.printed(value, moreDigits));
  }

  double of(Term term) {
    return switch (term) {
      case Num(double value) -> reading.applyAsDouble(value);
      case Fixed(double value, int decimals) ->
          reading.equals(EXACT.reading)
              ? value
              : Double.parseDouble(Numbers.fixed(value, decimals));
      case Exact(_, double value) -> value;
      case Symbol _ -> Double.NaN;
      case Sum(var summands) -> summands.stream().mapToDouble(this::of).reduce(0, Double::sum);
      case Difference(var left, var right) -> of(left) - of(right);
      case Product(var factors) ->
          factors.stream().mapToDouble(this::of).reduce(1, (left, right) -> left * right);
      case Quotient(var numerator, var denominator) -> of(numerator) / of(denominator);
      case Power(var base, int exponent) -> Math.pow(of(base), exponent);
      case Applied(var function, var argument) -> function.at(of(argument));
      case Largest(var terms) ->
          terms.stream().mapToDouble(this::of).reduce(Double.NEGATIVE_INFINITY, Math::max);
    };
  }
}
