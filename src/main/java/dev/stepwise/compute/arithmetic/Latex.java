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
import java.util.List;
import java.util.stream.Collectors;

/// Terms in LaTeX.
///
/// @param moreDigits how many digits more than usual its numbers have
record Latex(int moreDigits) {

  String of(Term term) {
    return switch (term) {
      case Num(double value) -> Numbers.latex(value, moreDigits);
      case Fixed(double value, int decimals) ->
          Double.isFinite(value)
              ? Numbers.fixed(value, decimals)
              : Numbers.latex(value, moreDigits);
      case Exact(var latex, _) -> latex;
      case Symbol(var latex) -> latex;
      case Sum(var summands) -> sum(summands);
      case Difference(var left, var right) -> of(left) + "-" + operand(right);
      case Product(var factors) ->
          first(factors.getFirst())
              + factors.stream()
                  .skip(1)
                  .map(factor -> "\\cdot " + factor(factor))
                  .collect(Collectors.joining());
      case Quotient(var numerator, var denominator) ->
          "\\frac{%s}{%s}".formatted(of(numerator), of(denominator));
      case Power(var base, int exponent) -> base(base) + "^{" + exponent + "}";
      case Applied(var function, var argument) ->
          function.latex(function.encloses() ? of(argument) : operand(argument));
      case Largest(var terms) ->
          "\\max(%s)".formatted(terms.stream().map(this::of).collect(Collectors.joining(",\\,")));
    };
  }

  private String sum(List<Term> summands) {
    var line = new StringBuilder(of(summands.getFirst()));
    for (var summand : summands.subList(1, summands.size())) {
      var latex = summand instanceof Difference ? "(" + of(summand) + ")" : of(summand);
      if (summand instanceof Num && latex.startsWith("-")) {
        line.append(latex);
      } else {
        line.append('+').append(latex.startsWith("-") ? "(" + latex + ")" : latex);
      }
    }
    return line.toString();
  }

  /// After a minus sign, or as the argument of a function without brackets of its own.
  private String operand(Term term) {
    var latex = of(term);
    return term instanceof Sum || term instanceof Difference || latex.startsWith("-")
        ? "(" + latex + ")"
        : latex;
  }

  private String factor(Term term) {
    return operand(term);
  }

  /// The first factor keeps its minus sign without brackets.
  private String first(Term term) {
    return term instanceof Num ? of(term) : factor(term);
  }

  private String base(Term term) {
    var latex = of(term);
    boolean plain = term instanceof Exact || (term instanceof Num && latex.matches("[0-9.]+"));
    return plain || term instanceof Symbol ? latex : "(" + latex + ")";
  }
}
