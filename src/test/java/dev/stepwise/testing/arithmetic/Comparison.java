package dev.stepwise.testing.arithmetic;

import dev.stepwise.testing.arithmetic.Expression.Applied;
import dev.stepwise.testing.arithmetic.Expression.Negated;
import dev.stepwise.testing.arithmetic.Expression.Product;
import dev.stepwise.testing.arithmetic.Expression.Quotient;
import dev.stepwise.testing.arithmetic.Expression.Sum;
import dev.stepwise.testing.arithmetic.Expression.Vector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Compares two printed sides by what stands between them.
final class Comparison {
  /// What adding and subtracting printed numbers in floating point may leave over.
  private static final double NOISE = 1e-12;

  private static final double MANY_PLACES = 1e-9;

  private Comparison() {}

  /// What is wrong; empty where it holds.
  ///
  /// - `=`: the right side is the left side, computed with the numbers as printed and rounded half
  ///   up to the last place that the right side prints; what is not 0 or 1 is not printed so. Where
  ///   both sides are expressions of one form, so is each part of the right.
  /// - `≈`: with each printed number anywhere within half a unit of its last place, both can agree.
  /// - `<`, `≤`, `>`, `≥`, `≠`: as printed.
  static Optional<String> fault(Expression left, Relation relation, Expression right) {
    if (left instanceof Vector(var ours, _) && right instanceof Vector(var theirs, _)) {
      return elementwise(ours, relation, theirs);
    }
    if (left instanceof Quotient(var dividend, var divisor)
        && dividend instanceof Vector(var numbers, _)
        && right instanceof Vector(var theirs, _)) {
      return elementwise(
          numbers.stream().map(each -> (Expression) new Quotient(each, divisor)).toList(),
          relation,
          theirs);
    }
    double a = left.value();
    double b = right.value();
    boolean holds =
        switch (relation) {
          case EQUAL -> isEqual(left, right);
          case ABOUT -> left.spread().meets(right.spread());
          case LESS -> a < b;
          case AT_MOST -> a <= b;
          case GREATER -> a > b;
          case AT_LEAST -> a >= b;
          case UNEQUAL -> a != b;
        };
    return holds
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%.10g %s %.10g", a, relation.sign(), b));
  }

  private static Optional<String> elementwise(
      List<Expression> left, Relation relation, List<Expression> right) {
    int shown = Math.min(left.size(), right.size());
    for (int k = 0; k < shown; k++) {
      var fault = fault(left.get(k), relation, right.get(k));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static boolean isEqual(Expression left, Expression right) {
    if (right.isPrinted()) {
      return isRounded(left.value(), right.value(), right.half());
    }
    if (left.isPrinted()) {
      return isRounded(right.value(), left.value(), left.half());
    }
    double a = left.value();
    double b = right.value();
    if (a == b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))) {
      return true;
    }
    var ours = parts(left);
    var theirs = parts(right);
    boolean sameForm =
        sign(left) == sign(right) && ours.size() == theirs.size() && form(left).equals(form(right));
    if (sameForm && theirs.stream().allMatch(Comparison::isPrintedDeep)) {
      for (int k = 0; k < ours.size(); k++) {
        if (!isEqual(ours.get(k), theirs.get(k))) {
          return false;
        }
      }
      return true;
    }
    return new Spread(a, a, a).meets(right.spread());
  }

  private static boolean isPrintedDeep(Expression expression) {
    return expression.isPrinted()
        || (!parts(expression).isEmpty()
            && parts(expression).stream().allMatch(Comparison::isPrintedDeep));
  }

  private static String form(Expression expression) {
    return switch (expression) {
      case Negated(var of) -> "-" + form(of);
      case Applied(var function, _) -> function.name();
      default -> expression.getClass().getSimpleName();
    };
  }

  private static int sign(Expression expression) {
    return expression instanceof Negated ? -1 : 1;
  }

  private static List<Expression> parts(Expression expression) {
    return switch (expression) {
      case Sum(var terms) -> terms;
      case Product(var factors) -> factors;
      case Quotient(var dividend, var divisor) -> List.of(dividend, divisor);
      case Applied(_, var arguments) -> arguments;
      case Negated(var of) -> parts(of);
      default -> List.of();
    };
  }

  /// Whether a number was rounded half up to a printed one.
  private static boolean isRounded(double exact, double printed, double half) {
    if (Double.isNaN(exact) || Double.isNaN(printed)) {
      return Double.isNaN(exact) && Double.isNaN(printed);
    }
    if (exact == printed) {
      return true;
    }
    if (Double.isInfinite(exact) || Double.isInfinite(printed)) {
      return false;
    }
    if (pretends(exact, printed, half)) {
      return false;
    }
    double off = Math.abs(exact - printed);
    double slack = 1e-12 * Math.max(Math.abs(exact), half);
    if (off < half - slack) {
      return true;
    }
    // A tie goes up; of negative numbers either way, since both are called so.
    return off <= half + slack && (printed > exact || exact < 0);
  }

  /// What is not 0 is not printed as 0, nor what is less than 1 as 1: a gate at 0.998 is not open
  /// to the last.
  private static boolean pretends(double exact, double printed, double half) {
    return (printed == 0 && Math.abs(exact) > NOISE)
        || (Math.abs(printed) == 1 && Math.abs(exact) < 1 - NOISE && half > MANY_PLACES);
  }
}
