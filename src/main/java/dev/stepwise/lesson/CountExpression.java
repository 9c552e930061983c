package dev.stepwise.lesson;

import java.util.EmptyStackException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.objecthunter.exp4j.Expression;
import net.objecthunter.exp4j.ExpressionBuilder;

/// A count of a run as a lesson states it: `3 * n * d_model * d_k`. Made of the sizes of the
/// exercise, numbers, + − * / ^, parentheses, log2 and sqrt.
///
/// @param source as it is written
public record CountExpression(String source) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
  private static final Pattern SIGNS = Pattern.compile("[A-Za-z_0-9.+\\-*/^()\\s]*");
  private static final Set<String> FUNCTIONS = Set.of("log2", "sqrt");
  private static final double SMALL = 100;

  /// One that can be computed from these sizes.
  ///
  /// @throws IllegalArgumentException where it cannot, with the reason
  static CountExpression of(String source, Set<String> sizes) {
    var names = new HashSet<String>();
    NAME.matcher(source).results().forEach(name -> names.add(name.group()));
    names.removeAll(FUNCTIONS);
    for (var name : names) {
      if (!sizes.contains(name)) {
        throw new IllegalArgumentException(
            "'%s' is none of the sizes %s".formatted(name, String.join(", ", sorted(sizes))));
      }
    }
    if (!SIGNS.matcher(source).matches() || !isSound(source, names)) {
      throw new IllegalArgumentException(
          "'%s' cannot be computed; use + - * / ^ ( ) log2 sqrt".formatted(source));
    }
    return new CountExpression(source);
  }

  private static Iterable<String> sorted(Set<String> sizes) {
    return sizes.stream().sorted().toList();
  }

  private static boolean isSound(String source, Set<String> names) {
    try {
      var built = built(source, names);
      names.forEach(name -> built.setVariable(name, 1));
      built.evaluate();
      return true;
    } catch (ArithmeticException _) {
      return true; // with other sizes it may have a value
    } catch (IllegalArgumentException | EmptyStackException _) {
      return false;
    }
  }

  private static Expression built(String source, Set<String> names) {
    return new ExpressionBuilder(source).variables(names).build();
  }

  /// Its number for a run of these sizes; NaN where a size that it names is.
  public double of(Map<String, Double> sizes) {
    try {
      return built(source, sizes.keySet()).setVariables(sizes).evaluate();
    } catch (ArithmeticException _) {
      return Double.NaN;
    }
  }

  /// Its number as it is shown: `1,056`, `2.58`; a dash where the run has no such number.
  public String shown(Map<String, Double> sizes) {
    double value = of(sizes);
    if (!Double.isFinite(value)) {
      return "–";
    }
    boolean whole = value == Math.rint(value) || Math.abs(value) >= SMALL;
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", value);
  }
}
