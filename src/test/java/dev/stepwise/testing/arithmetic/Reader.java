package dev.stepwise.testing.arithmetic;

import dev.stepwise.testing.arithmetic.Expression.Applied;
import dev.stepwise.testing.arithmetic.Expression.Function;
import dev.stepwise.testing.arithmetic.Expression.Negated;
import dev.stepwise.testing.arithmetic.Expression.Power;
import dev.stepwise.testing.arithmetic.Expression.Printed;
import dev.stepwise.testing.arithmetic.Expression.Product;
import dev.stepwise.testing.arithmetic.Expression.Quotient;
import dev.stepwise.testing.arithmetic.Expression.Sum;
import dev.stepwise.testing.arithmetic.Expression.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Reads one side of a formula by recursive descent.
final class Reader {
  private static final Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          Map.entry("\\tanh", Function.TANH),
          Map.entry("\\sigma", Function.SIGMA),
          Map.entry("\\exp", Function.EXP),
          Map.entry("\\ln", Function.LN),
          Map.entry("\\cos", Function.COS),
          Map.entry("\\arccos", Function.ARCCOS),
          Map.entry("\\max", Function.MAX),
          Map.entry("\\min", Function.MIN));

  /// Functions that are written before an argument without parentheses too.
  private static final Set<String> BARE = Set.of("\\ln", "\\cos", "\\arccos", "\\tanh");

  private static final Map<String, String> CLOSING =
      Map.of(
          "\\lVert", "\\rVert",
          "\\lvert", "\\rvert",
          "|", "|",
          "\\|", "\\|",
          "\\lfloor", "\\rfloor",
          "\\lceil", "\\rceil");

  private static final Set<String> BOLD =
      Set.of("\\mathbf", "\\boldsymbol", "\\bf", "\\underline", "\\mathit");
  private static final Set<String> FRACTIONS = Set.of("\\frac", "\\tfrac", "\\dfrac");

  private final List<Token> tokens;
  private int at;

  private Reader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// The expression that these tokens are.
  ///
  /// @throws Symbolic where there are not only numbers, or nothing at all
  static Expression read(List<Token> tokens) {
    var reader = new Reader(tokens);
    var expression = reader.sum();
    if (reader.at < tokens.size()) {
      throw new Symbolic("more than an expression: " + tokens.get(reader.at));
    }
    return expression;
  }

  private boolean sees(String text) {
    return at < tokens.size() && tokens.get(at).is(text);
  }

  private boolean takes(String text) {
    if (sees(text)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String text) {
    if (!takes(text)) {
      throw new Symbolic(text + " is missing");
    }
  }

  private Token next() {
    if (at >= tokens.size()) {
      throw new Symbolic("nothing where a number is needed");
    }
    return tokens.get(at++);
  }

  private Expression sum() {
    var terms = new ArrayList<Expression>();
    boolean negative = takes("-");
    if (!negative) {
      takes("+");
    }
    terms.add(signed(negative, product()));
    while (sees("+") || sees("-")) {
      boolean minus = next().is("-");
      terms.add(signed(minus, product()));
    }
    return terms.size() == 1 ? terms.getFirst() : new Sum(List.copyOf(terms));
  }

  private static Expression signed(boolean negative, Expression expression) {
    return negative ? new Negated(expression) : expression;
  }

  private Expression product() {
    Expression product = factor();
    while (true) {
      if (takes("\\cdot") || takes("\\times") || takes("*")) {
        product = times(product, signedFactor());
      } else if (takes("/") || takes("\\div")) {
        product = new Quotient(product, signedFactor());
      } else if (takes("\\bmod")) {
        product = new Applied(Function.MODULO, List.of(product, signedFactor()));
      } else if (at < tokens.size() && begins(tokens.get(at))) {
        product = times(product, factor());
      } else {
        return product;
      }
    }
  }

  private Expression signedFactor() {
    return takes("-") ? new Negated(factor()) : factor();
  }

  private static Expression times(Expression left, Expression right) {
    var factors = new ArrayList<Expression>();
    if (left instanceof Product(var before)) {
      factors.addAll(before);
    } else {
      factors.add(left);
    }
    factors.add(right);
    return new Product(List.copyOf(factors));
  }

  /// What may follow a factor without a sign between.
  private static boolean begins(Token token) {
    return token.is("(")
        || token.is("\\sqrt")
        || FRACTIONS.contains(token.text())
        || BOLD.contains(token.text())
        || FUNCTIONS.containsKey(token.text());
  }

  private Expression factor() {
    boolean number = at < tokens.size() && tokens.get(at).isNumber();
    boolean power = number && tokens.get(at).text().contains("e");
    Expression factor = primary();
    while (true) {
      if (takes("^")) {
        if (takes("\\circ")) {
          factor = new Product(List.of(factor, new Printed(Math.PI / 180, 0)));
          continue;
        }
        if (power || factor instanceof Power) {
          throw new Misprint("a power of a power without parentheses");
        }
        factor = new Power(factor, argument());
      } else if (takes("\\%")) {
        factor = new Quotient(factor, new Printed(100, 0));
      } else if (sees("\\text") && isUnit(tokens.get(at))) {
        at++;
      } else {
        return factor;
      }
    }
  }

  private static boolean isUnit(Token token) {
    return !token.words().strip().equals("NaN");
  }

  /// What a power or a fraction takes: braces, or one token.
  private Expression argument() {
    if (takes("{")) {
      var inner = sum();
      expect("}");
      return inner;
    }
    var token = next();
    if (token.isNumber() && token.text().length() > 1 && !token.text().contains("e")) {
      // \frac12: one digit each.
      var rest = token.text().substring(1);
      at--;
      tokens.set(at, new Token(rest, ""));
      return new Token(token.text().substring(0, 1), "").number();
    }
    at--;
    return primary();
  }

  private Expression primary() {
    var token = next();
    if (token.isNumber()) {
      return token.number();
    }
    var text = token.text();
    if (FRACTIONS.contains(text)) {
      var dividend = argument();
      return new Quotient(dividend, argument());
    }
    if (BOLD.contains(text)) {
      return argument();
    }
    if (CLOSING.containsKey(text)) {
      return enclosed(text);
    }
    if (FUNCTIONS.containsKey(text)) {
      return applied(text);
    }
    return switch (text) {
      case "(" -> parenthesised();
      case "{" -> {
        var inner = sum();
        expect("}");
        yield inner;
      }
      case "\\sqrt" -> new Applied(Function.SQRT, List.of(argument()));
      case "\\log" -> logarithm();
      case "\\underbrace" -> braced();
      case "\\infty" -> new Printed(Double.POSITIVE_INFINITY, 0);
      case "\\pi" -> new Printed(Math.PI, 0);
      case "e" -> {
        expect("^");
        yield new Applied(Function.EXP, List.of(argument()));
      }
      case "\\text" -> {
        if (isUnit(token)) {
          throw new Symbolic("words: " + token.words());
        }
        yield new Printed(Double.NaN, 0);
      }
      default -> throw new Symbolic("a symbol: " + text);
    };
  }

  private Expression braced() {
    var inner = argument();
    if (takes("_")) {
      skipArgument();
    }
    return inner;
  }

  private void skipArgument() {
    if (!takes("{")) {
      next();
      return;
    }
    for (int depth = 1; depth > 0; ) {
      var token = next();
      depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
    }
  }

  private Expression enclosed(String open) {
    var inner = sum();
    expect(Objects.requireNonNull(CLOSING.get(open)));
    var function =
        switch (open) {
          case "\\lVert", "\\|" -> Function.NORM;
          case "\\lfloor" -> Function.FLOOR;
          case "\\lceil" -> Function.CEILING;
          default -> Function.ABS;
        };
    return new Applied(function, List.of(inner));
  }

  private Expression applied(String name) {
    var function = Objects.requireNonNull(FUNCTIONS.get(name));
    if (sees("(")) {
      at++;
      return new Applied(function, elements(parenthesised()));
    }
    if (sees("\\{")) {
      at++;
      var list = list("\\}");
      return new Applied(function, elements(list));
    }
    if (!BARE.contains(name)) {
      throw new Symbolic("a symbol: " + name);
    }
    return new Applied(function, List.of(factor()));
  }

  private static List<Expression> elements(Expression argument) {
    return argument instanceof Vector(var elements, boolean open) && !open
        ? elements
        : List.of(argument);
  }

  private Expression logarithm() {
    var function = Function.LN;
    if (takes("_")) {
      double base = argument().value();
      function = base == 2 ? Function.LOG2 : base == 10 ? Function.LOG10 : Function.LN;
      if (function == Function.LN) {
        throw new Symbolic("a logarithm to the base " + base);
      }
    }
    return new Applied(function, List.of(factor()));
  }

  private Expression parenthesised() {
    return list(")");
  }

  /// One expression, or several with commas between: a vector. Two whole numbers with a cross
  /// between are a shape.
  private Expression list(String close) {
    if (at + 3 < tokens.size()
        && tokens.get(at + 1).is("\\times")
        && tokens.get(at + 3).is(close)) {
      throw new Symbolic("a shape");
    }
    var elements = new ArrayList<Expression>();
    boolean open = false;
    do {
      if (takes("\\ldots") || takes("\\dots") || takes("\\cdots")) {
        open = true;
      } else {
        elements.add(sum());
      }
    } while (takes(","));
    expect(close);
    return elements.size() == 1 && !open
        ? elements.getFirst()
        : new Vector(List.copyOf(elements), open);
  }
}
