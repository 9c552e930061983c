package dev.stepwise.quiz;

import java.util.EmptyStackException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import net.objecthunter.exp4j.ExpressionBuilder;
import net.objecthunter.exp4j.function.Function;

/// What a learner types where a number is asked for: `3`, `-0.5`, `1.2e-7`, `6/sqrt(4)`,
/// `exp(-1.5)`. Knows + − · / ^, parentheses, and the functions sqrt, exp, ln, log2, abs, tanh,
/// sigmoid and relu. Signs that people paste, such as `−`, `×`, `·` and `√`, are read too.
final class Expression {
  private static final String REMEDY = "Type a number, or an expression such as 6/sqrt(4).";
  private static final int LONGEST = 200;
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[^,(]*\\d,\\d[^,(]*");
  private static final Map<String, DoubleUnaryOperator> FUNCTIONS =
      Map.of(
          "sqrt", Math::sqrt,
          "exp", Math::exp,
          "ln", Math::log,
          "log", Math::log,
          "log2", argument -> Math.log(argument) / Math.log(2),
          "abs", Math::abs,
          "tanh", Math::tanh,
          "sigmoid", argument -> 1 / (1 + Math.exp(-argument)),
          "relu", argument -> Math.max(0, argument));
  private static final List<Function> ALL =
      FUNCTIONS.entrySet().stream()
          .<Function>map(entry -> new OfOne(entry.getKey(), entry.getValue()))
          .toList();

  private Expression() {}

  /// What was read of a text.
  sealed interface Reading {
    /// A number.
    record Value(double value) implements Reading {}

    /// No number.
    ///
    /// @param words what is wrong and what would be right
    record Unreadable(String words) implements Reading {}
  }

  /// Reads and computes a text.
  static Reading read(String text) {
    var plain = plain(text);
    if (plain.isEmpty()) {
      return new Reading.Unreadable(REMEDY);
    }
    if (plain.length() > LONGEST) {
      return new Reading.Unreadable(
          "That is longer than %d characters; type a number.".formatted(LONGEST));
    }
    try {
      double value = new ExpressionBuilder(plain).functions(ALL).build().evaluate();
      return Double.isFinite(value)
          ? new Reading.Value(value)
          : new Reading.Unreadable("That has no finite value. " + REMEDY);
    } catch (IllegalArgumentException | ArithmeticException | EmptyStackException e) {
      var reason = e.getMessage() == null ? "something is missing" : lower(e.getMessage());
      return new Reading.Unreadable("This cannot be read: %s. %s".formatted(reason, REMEDY));
    }
  }

  private static String plain(String text) {
    var plain =
        text.strip()
            .replace('−', '-')
            .replace('–', '-')
            .replace('×', '*')
            .replace('·', '*')
            .replace('÷', '/')
            .replace(':', '/')
            .replace("²", "^2")
            .replace("√", "sqrt")
            .replace("σ", "sigmoid")
            .replace("**", "^");
    return DECIMAL_COMMA.matcher(plain).matches() ? plain.replace(',', '.') : plain;
  }

  private static String lower(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  /// A function of one number.
  private static final class OfOne extends Function {
    private final DoubleUnaryOperator function;

    OfOne(String name, DoubleUnaryOperator function) {
      super(name, 1);
      this.function = function;
    }

    @Override
    public double apply(double... arguments) {
      return function.applyAsDouble(arguments[0]);
    }
  }
}
