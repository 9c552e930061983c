package dev.stepwise.compute.derivation;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The arithmetic of a derivation without its numbers: each stands under its address, as the
/// listing writes it, so that a reader can look it up and compute. Of many operands those in the
/// middle are left out.
public final class InSymbols {
  private static final int MOST = 5;

  private final int moreDigits;

  private InSymbols(int moreDigits) {
    this.moreDigits = moreDigits;
  }

  /// The lines in LaTeX: first what has a name of its own, then the number itself. The last one
  /// ends before the equals sign behind which the number would stand.
  ///
  /// @param moreDigits how many digits more than usual constants have
  public static List<String> lines(Derivation derivation, int moreDigits) {
    var symbols = new InSymbols(moreDigits);
    var operation = derivation.operation();
    return Stream.concat(
            symbols.named(operation),
            Stream.of(Formula.of(derivation.ref().latex()).is(symbols.of(operation)).latex()))
        .toList();
  }

  private Stream<String> named(Operation operation) {
    return operation.operands().stream()
        .mapMulti((operand, lines) -> {
          if (operand instanceof Operand.Named(var latex, var made)) {
            lines.accept(Formula.of(latex).is(of(made)).latex());
          }
        });
  }

  private Term of(Operation operation) {
    return switch (operation) {
      case Operation.Given _ -> Term.symbol("\\text{given}");
      case Operation.Moved(var from) -> of(from);
      case Operation.Dot(var left, var right) -> sum(products(left, right));
      case Operation.WeightedSum(var weights, var inputs, var bias) -> {
        var summands = new ArrayList<>(shortened(products(weights, inputs)));
        summands.add(of(bias));
        yield new Term.Sum(summands);
      }
      case Operation.Sum(var operands) -> sum(all(operands));
      case Operation.Difference(var left, var right) -> Term.difference(of(left), of(right));
      case Operation.Mean(var operands) ->
          Term.quotient(sum(all(operands)), Term.count(operands.size()));
      case Operation.Product(var operands) -> new Term.Product(all(operands));
      case Operation.Quotient(var top, var bottom) -> Term.quotient(of(top), of(bottom));
      case Operation.Power(var base, int exponent) -> new Term.Power(of(base), exponent);
      case Operation.Elementwise(var function, var operand) -> Term.apply(function, of(operand));
      case Operation.Softmax(var scores, int at) ->
          Term.quotient(
              exponential(scores.get(at)), sum(scores.stream().map(this::exponential).toList()));
      case Operation.Chosen(var extreme, var operands) ->
          listed(extreme == Operation.Extreme.LEAST ? "argmin" : "argmax", operands);
      case Operation.Ranked(var operands, int place) ->
          Term.symbol("\\text{argsort}(%s)[%d]".formatted(list(operands), place));
      case Operation.Extremum(var extreme, var operands) ->
          listed(extreme == Operation.Extreme.LEAST ? "min" : "max", operands);
      case Operation.Counted(var operands, var relation, var bound) ->
          Term.symbol(
              "\\text{how many of }%s\\text{ are }%s%s"
                  .formatted(list(operands), sign(relation), latex(of(bound))));
    };
  }

  private Term of(Operand operand) {
    return switch (operand) {
      case Operand.At(var ref, _) -> Term.symbol(ref.latex());
      case Operand.Constant(double value) -> Term.symbol(Numbers.latex(value, moreDigits));
      case Operand.Count(long count) -> Term.count(count);
      case Operand.Named(var latex, _) -> Term.symbol(latex.replaceFirst("=.*", ""));
      case Operand.Made(var operation) -> of(operation);
      case Operand.Worked(var operation) -> of(operation);
    };
  }

  /// The largest score may be subtracted first or not: the share is the same.
  private Term exponential(Operand score) {
    return Term.apply(Function.EXP, of(score));
  }

  private List<Term> products(List<Operand> left, List<Operand> right) {
    return IntStream.range(0, left.size())
        .mapToObj(i -> Term.product(of(left.get(i)), of(right.get(i))))
        .toList();
  }

  private List<Term> all(List<Operand> operands) {
    return operands.stream().map(this::of).toList();
  }

  private Term listed(String function, List<Operand> operands) {
    return Term.symbol("\\text{%s}(%s)".formatted(function, list(operands)));
  }

  private String list(List<Operand> operands) {
    return String.join(",\\,", shortened(all(operands)).stream().map(InSymbols::latex).toList());
  }

  private static String latex(Term term) {
    return Formula.of(term).latex();
  }

  private static String sign(Relation relation) {
    return switch (relation) {
      case EQUAL -> "=";
      case LESS -> "<";
      case AT_MOST -> "\\le ";
      case GREATER -> ">";
      case AT_LEAST -> "\\ge ";
    };
  }

  private static Term sum(List<Term> summands) {
    return summands.size() == 1 ? summands.getFirst() : new Term.Sum(shortened(summands));
  }

  private static List<Term> shortened(List<Term> terms) {
    if (terms.size() <= MOST) {
      return terms;
    }
    var shown = new ArrayList<>(terms.subList(0, MOST - 2));
    shown.add(Term.symbol("\\dots"));
    shown.add(terms.getLast());
    return shown;
  }
}
