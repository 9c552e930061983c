package dev.stepwise.testing.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A formula in LaTeX, checked as printed.
public final class PrintedFormula {
  private static final Set<String> BETWEEN_STATEMENTS =
      Set.of(
          ",",
          ";",
          ":",
          "\\quad",
          "\\qquad",
          "\\Rightarrow",
          "\\to",
          "\\mapsto",
          "\\in",
          "\\leftarrow",
          "\\iff");
  private static final Set<String> OPENING =
      Set.of("(", "{", "[", "\\{", "\\lVert", "\\lceil", "\\lfloor");
  private static final Set<String> CLOSING =
      Set.of(")", "}", "]", "\\}", "\\rVert", "\\rceil", "\\rfloor");

  private PrintedFormula() {}

  /// What was compared.
  ///
  /// @param comparisons how many sides of numbers alone followed one another
  /// @param faults what does not hold
  public record Findings(int comparisons, List<String> faults) {
    /// Copies the list.
    public Findings {
      faults = List.copyOf(faults);
    }
  }

  /// Checks every statement of a line. Sides with symbols are passed over: in a = 1 + 1 = b = 2 the
  /// 2 is compared with 1 + 1.
  public static Findings check(String latex) {
    var faults = new ArrayList<String>();
    int comparisons = 0;
    try {
      for (var statement : split(Token.of(latex), BETWEEN_STATEMENTS)) {
        comparisons += statement(statement, faults);
      }
    } catch (Symbolic _) {
      return new Findings(comparisons, faults);
    }
    return new Findings(comparisons, faults);
  }

  private static int statement(List<Token> tokens, List<String> faults) {
    int comparisons = 0;
    Optional<Expression> before = Optional.empty();
    Optional<Relation> between = Optional.empty();
    int depth = 0;
    int start = 0;
    for (int at = 0; at <= tokens.size(); at++) {
      boolean end = at == tokens.size();
      var relation = end || depth > 0 ? Optional.<Relation>empty() : Relation.of(tokens.get(at));
      if (!end) {
        depth += depth(tokens.get(at));
      }
      if (!end && relation.isEmpty()) {
        continue;
      }
      var side = side(tokens.subList(start, at), faults);
      if (side.isPresent()) {
        if (before.isPresent() && between.isPresent()) {
          var fault = faultOf(before.get(), between.get(), side.get());
          if (fault.isPresent()) {
            faults.add(fault.get());
          }
          comparisons++;
        }
        before = side;
        between = relation;
      } else {
        between = combined(between, relation);
      }
      start = at + 1;
    }
    return comparisons;
  }

  private static Optional<String> faultOf(Expression left, Relation relation, Expression right) {
    try {
      return Comparison.fault(left, relation, right);
    } catch (Symbolic _) {
      return Optional.empty();
    }
  }

  /// What holds between the sides around one that was passed over; nothing where that is not known.
  private static Optional<Relation> combined(Optional<Relation> first, Optional<Relation> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    if (first.get() == Relation.EQUAL || first.get() == second.get()) {
      return second;
    }
    return second.get() == Relation.EQUAL ? first : Optional.empty();
  }

  private static Optional<Expression> side(List<Token> tokens, List<String> faults) {
    try {
      return Optional.of(Reader.read(new ArrayList<>(tokens)));
    } catch (Symbolic _) {
      return Optional.empty();
    } catch (Misprint e) {
      faults.add(e.getMessage());
      return Optional.empty();
    }
  }

  private static List<List<Token>> split(List<Token> tokens, Set<String> at) {
    var parts = new ArrayList<List<Token>>();
    var part = new ArrayList<Token>();
    int depth = 0;
    for (var token : tokens) {
      if (depth == 0 && at.contains(token.text())) {
        parts.add(List.copyOf(part));
        part.clear();
      } else {
        part.add(token);
      }
      depth += depth(token);
    }
    parts.add(List.copyOf(part));
    return parts;
  }

  private static int depth(Token token) {
    return OPENING.contains(token.text()) ? 1 : CLOSING.contains(token.text()) ? -1 : 0;
  }
}
