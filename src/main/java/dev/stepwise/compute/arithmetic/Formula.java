package dev.stepwise.compute.arithmetic;

import dev.stepwise.compute.arithmetic.Term.Sum;
import java.util.ArrayList;
import java.util.List;

/// A line of arithmetic: sides with relations between them. It is printed with as few digits as the
/// rule of the whole app allows: whoever recomputes a side from the operands as they are printed
/// gets the next printed number, rounded half up to the digits that are shown. Where that cannot be
/// had with a reasonable number of digits, `≈` stands instead of `=`.
///
/// ```java
/// Formula.of("q\\cdot k").is(Term.dot(q, k, 4)).gives(score).latex()
/// ```
public final class Formula {
  /// How many digits more a side gets at most for each number that stands behind it.
  private static final int MOST_MORE_DIGITS = 8;

  /// What the line has where more digits do not help.
  private static final int DIGITS_OF_APPROXIMATIONS = 1;

  private final List<Side> sides;

  private Formula(List<Side> sides) {
    this.sides = sides;
  }

  /// A line that begins with a name or a formula without numbers.
  public static Formula of(String latex) {
    return of(Term.symbol(latex));
  }

  /// A line that begins with a term.
  public static Formula of(Term term) {
    return new Formula(List.of(new Side(Relation.EQUAL, term, Side.Weight.PLAIN)));
  }

  /// … = term.
  public Formula is(Term term) {
    return with(Relation.EQUAL, term, Side.Weight.PLAIN);
  }

  /// … = a name or formula without numbers.
  public Formula is(String latex) {
    return is(Term.symbol(latex));
  }

  /// … = the last side with each of its parts computed: after `2·3 + 4·5` comes `6 + 20`.
  public Formula worked() {
    var last = sides.getLast().term();
    return last instanceof Sum(var summands)
        ? is(
            new Sum(
                summands.stream()
                    .map(part -> part.isNumeric() ? Term.number(part.value()) : part)
                    .toList()))
        : this;
  }

  /// … = the result, in bold.
  public Formula gives(double result) {
    return with(Relation.EQUAL, Term.number(result), Side.Weight.BOLD);
  }

  /// … = the result, in bold, with so many decimals.
  public Formula gives(double result, int decimals) {
    return with(Relation.EQUAL, new Term.Fixed(result, decimals), Side.Weight.BOLD);
  }

  /// … = the result, in bold, a whole number with all its digits.
  public Formula gives(long result) {
    return with(Relation.EQUAL, Term.count(result), Side.Weight.BOLD);
  }

  /// … related to a term.
  public Formula then(Relation relation, Term term) {
    return with(relation, term, Side.Weight.PLAIN);
  }

  /// … related to a number.
  public Formula then(Relation relation, double number) {
    return then(relation, Term.number(number));
  }

  private Formula with(Relation relation, Term term, Side.Weight weight) {
    var longer = new ArrayList<>(sides);
    longer.add(new Side(relation, term, weight));
    return new Formula(List.copyOf(longer));
  }

  /// The line in LaTeX.
  public String latex() {
    for (int more = 0; more <= MOST_MORE_DIGITS; more++) {
      var printed = new PrintedLine(sides, more);
      if (printed.holds()) {
        return printed.latex();
      }
    }
    return new PrintedLine(sides, DIGITS_OF_APPROXIMATIONS).latex();
  }

  @Override
  public String toString() {
    return latex();
  }
}
