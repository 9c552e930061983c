package dev.stepwise.testing.arithmetic;

import java.util.List;

/// A printed expression that consists of numbers alone.
sealed interface Expression {

  /// A number as it is printed.
  ///
  /// @param half half a unit of its last printed place; 0 for what is exact, such as ∞
  record Printed(double value, double half) implements Expression {}

  /// −a.
  record Negated(Expression of) implements Expression {}

  /// a + b + …
  record Sum(List<Expression> terms) implements Expression {}

  /// a · b · …
  record Product(List<Expression> factors) implements Expression {}

  /// a / b.
  record Quotient(Expression dividend, Expression divisor) implements Expression {}

  /// a to the power of b.
  record Power(Expression base, Expression exponent) implements Expression {}

  /// A function of one or more.
  record Applied(Function function, List<Expression> arguments) implements Expression {}

  /// Numbers in parentheses.
  ///
  /// @param open whether more are said to follow
  record Vector(List<Expression> elements, boolean open) implements Expression {}

  /// Functions that formulas name.
  enum Function {
    SQRT,
    EXP,
    LN,
    LOG2,
    LOG10,
    TANH,
    SIGMA,
    COS,
    ARCCOS,
    MAX,
    MIN,
    ABS,
    NORM,
    FLOOR,
    CEILING,
    MODULO
  }

  /// Whether it is one printed number, with its sign.
  default boolean isPrinted() {
    return this instanceof Printed || (this instanceof Negated(var of) && of instanceof Printed);
  }

  /// Half a unit of the last printed place of a printed number.
  default double half() {
    return switch (this) {
      case Printed(_, double half) -> half;
      case Negated(var of) -> of.half();
      default -> 0;
    };
  }

  /// The number as printed.
  default double value() {
    return spread().value();
  }

  /// What it comes to. Of a vector nothing.
  default Spread spread() {
    return switch (this) {
      case Printed(double value, double half) -> new Spread(value - half, value, value + half);
      case Negated(var of) -> {
        var spread = of.spread();
        yield new Spread(-spread.most(), -spread.value(), -spread.least());
      }
      case Sum(var terms) ->
          terms.stream()
              .map(Expression::spread)
              .reduce((a, b) -> Spread.combined(a, b, Double::sum))
              .orElseThrow();
      case Product(var factors) ->
          factors.stream()
              .map(Expression::spread)
              .reduce((a, b) -> Spread.combined(a, b, (x, y) -> x * y))
              .orElseThrow();
      case Quotient(var dividend, var divisor) -> quotient(dividend.spread(), divisor.spread());
      case Power(var base, var exponent) -> power(base.spread(), exponent.spread());
      case Applied(var function, var arguments) -> applied(function, arguments);
      case Vector _ -> throw new Symbolic("a vector where a number is needed");
    };
  }

  private static Spread quotient(Spread dividend, Spread divisor) {
    var quotient = Spread.combined(dividend, divisor, (a, b) -> a / b);
    return divisor.spans(0)
        ? quotient.including(Double.NEGATIVE_INFINITY).including(Double.POSITIVE_INFINITY)
        : quotient;
  }

  private static Spread power(Spread base, Spread exponent) {
    var power = Spread.combined(base, Spread.exactly(exponent.value()), Math::pow);
    return base.spans(0) ? power.including(0) : power;
  }

  private static Spread applied(Function function, List<Expression> arguments) {
    if (function == Function.NORM && arguments.getFirst() instanceof Vector(var elements, _)) {
      return new Sum(
              elements.stream()
                  .map(each -> (Expression) new Power(each, new Printed(2, 0)))
                  .toList())
          .spread()
          .rising(Math::sqrt);
    }
    var first = arguments.getFirst().spread();
    return switch (function) {
      case SQRT -> first.rising(Math::sqrt);
      case EXP -> first.rising(Math::exp);
      case LN -> first.rising(Math::log);
      case LOG2 -> first.rising(a -> Math.log(a) / Math.log(2));
      case LOG10 -> first.rising(Math::log10);
      case TANH -> first.rising(Math::tanh);
      case SIGMA -> first.rising(a -> 1 / (1 + Math.exp(-a)));
      case COS -> first.rising(Math::cos);
      case ARCCOS -> first.rising(Math::acos);
      case FLOOR -> first.rising(Math::floor);
      case CEILING -> first.rising(Math::ceil);
      case ABS, NORM ->
          first.spans(0) ? first.rising(Math::abs).including(0) : first.rising(Math::abs);
      case MAX -> folded(arguments, Math::max);
      case MIN -> folded(arguments, Math::min);
      case MODULO ->
          Spread.exactly(
              arguments.getFirst().value()
                  - arguments.get(1).value()
                      * Math.floor(arguments.getFirst().value() / arguments.get(1).value()));
    };
  }

  private static Spread folded(
      List<Expression> arguments, java.util.function.DoubleBinaryOperator operator) {
    return arguments.stream()
        .map(Expression::spread)
        .reduce((a, b) -> Spread.combined(a, b, operator))
        .orElseThrow();
  }
}
