package dev.stepwise.compute.arithmetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An expression over numbers. It has a value, can be printed with so many digits, and has the
/// value that a reader gets who recomputes it from what was printed.
public sealed interface Term {

  /// A number; printed with as many digits as its line needs.
  record Num(double value) implements Term {}

  /// A number with so many decimals wherever it stands, so that columns of such numbers can be
  /// compared, as cosines are: never with more or fewer.
  record Fixed(double value, int decimals) implements Term {}

  /// Something printed as it is, with a value that is exact: a count, a constant.
  record Exact(String latex, double value) implements Term {}

  /// A name or a formula without numbers, or one that leaves summands out. It is not recomputed.
  record Symbol(String latex) implements Term {}

  /// A sum; a negative summand is printed with a minus sign instead of the plus.
  record Sum(List<Term> summands) implements Term {
    /// Copies what it is given.
    public Sum {
      summands = List.copyOf(summands);
    }
  }

  /// One less the other.
  record Difference(Term left, Term right) implements Term {}

  /// A product, with dots between the factors.
  record Product(List<Term> factors) implements Term {
    /// Copies what it is given.
    public Product {
      factors = List.copyOf(factors);
    }
  }

  /// A fraction.
  record Quotient(Term numerator, Term denominator) implements Term {}

  /// A power with a whole exponent.
  record Power(Term base, int exponent) implements Term {}

  /// A function of one term.
  record Applied(Function function, Term argument) implements Term {}

  /// The largest of several.
  record Largest(List<Term> of) implements Term {
    /// Copies what it is given.
    public Largest {
      of = List.copyOf(of);
    }
  }

  /// A number.
  static Term number(double value) {
    return new Num(value);
  }

  /// A whole number, printed with all its digits.
  static Term count(long value) {
    return new Exact(Long.toString(value), value);
  }

  /// Something printed as it is and not recomputed.
  static Term symbol(String latex) {
    return new Symbol(latex);
  }

  /// A sum.
  static Term sum(Term... summands) {
    return new Sum(Arrays.asList(summands));
  }

  /// A sum of numbers; of more than `most` the middle is left out, and the line says so by dots.
  static Term sum(double[] summands, int most) {
    return shortened(Arrays.stream(summands).<Term>mapToObj(Num::new).toList(), most);
  }

  /// One less the other.
  static Term difference(Term left, Term right) {
    return new Difference(left, right);
  }

  /// One less the other.
  static Term difference(double left, double right) {
    return new Difference(new Num(left), new Num(right));
  }

  /// A product.
  static Term product(Term... factors) {
    return new Product(Arrays.asList(factors));
  }

  /// A product of numbers.
  static Term product(double... factors) {
    return new Product(Arrays.stream(factors).<Term>mapToObj(Num::new).toList());
  }

  /// A dot product, written out as a sum of products; of more than `most` terms the middle is left
  /// out, and the line says so by dots.
  static Term dot(double[] left, double[] right, int most) {
    var products = new ArrayList<Term>();
    for (int i = 0; i < left.length; i++) {
      products.add(product(left[i], right[i]));
    }
    return shortened(products, most);
  }

  /// A fraction.
  static Term quotient(Term numerator, Term denominator) {
    return new Quotient(numerator, denominator);
  }

  /// A fraction of numbers.
  static Term quotient(double numerator, double denominator) {
    return new Quotient(new Num(numerator), new Num(denominator));
  }

  /// A square.
  static Term square(Term base) {
    return new Power(base, 2);
  }

  /// A square root.
  static Term root(Term argument) {
    return new Applied(Function.ROOT, argument);
  }

  /// A function of a term.
  static Term apply(Function function, Term argument) {
    return new Applied(function, argument);
  }

  /// A sum of which the middle is left out where it has more than `most` summands.
  static Term shortened(List<Term> summands, int most) {
    if (summands.size() == 1) {
      return summands.getFirst();
    }
    if (summands.size() <= most) {
      return new Sum(summands);
    }
    var shown = new ArrayList<>(summands.subList(0, Math.max(1, most - 1)));
    shown.add(new Symbol("\\dots"));
    shown.add(summands.getLast());
    return new Sum(shown);
  }

  /// Whether it can be recomputed: it holds no symbol.
  default boolean isNumeric() {
    return switch (this) {
      case Num _, Fixed _, Exact _ -> true;
      case Symbol _ -> false;
      case Sum(var terms) -> terms.stream().allMatch(Term::isNumeric);
      case Product(var terms) -> terms.stream().allMatch(Term::isNumeric);
      case Largest(var terms) -> terms.stream().allMatch(Term::isNumeric);
      case Difference(var left, var right) -> left.isNumeric() && right.isNumeric();
      case Quotient(var top, var bottom) -> top.isNumeric() && bottom.isNumeric();
      case Power(var base, _) -> base.isNumeric();
      case Applied(_, var argument) -> argument.isNumeric();
    };
  }

  /// What it is made of; empty for a number or a symbol.
  default List<Term> parts() {
    return switch (this) {
      case Num _, Fixed _, Exact _, Symbol _ -> List.of();
      case Sum(var terms) -> terms;
      case Product(var terms) -> terms;
      case Largest(var terms) -> terms;
      case Difference(var left, var right) -> List.of(left, right);
      case Quotient(var top, var bottom) -> List.of(top, bottom);
      case Power(var base, _) -> List.of(base);
      case Applied(_, var argument) -> List.of(argument);
    };
  }

  /// Whether the other is the same operation on as many parts.
  default boolean hasFormOf(Term other) {
    return switch (this) {
      case Power(_, int exponent) -> other instanceof Power(_, int theirs) && exponent == theirs;
      case Applied(var function, _) ->
          other instanceof Applied(var theirs, _) && function == theirs;
      default -> getClass() == other.getClass() && parts().size() == other.parts().size();
    };
  }

  /// Whether it is one printed number.
  default boolean isSingle() {
    return this instanceof Num || this instanceof Fixed || this instanceof Exact;
  }

  /// Its value in floating point, from the numbers themselves; NaN where it is not numeric.
  default double value() {
    return Evaluation.EXACT.of(this);
  }
}
