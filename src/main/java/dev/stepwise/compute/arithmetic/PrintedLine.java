package dev.stepwise.compute.arithmetic;

import dev.stepwise.compute.arithmetic.Term.Exact;
import dev.stepwise.compute.arithmetic.Term.Num;
import dev.stepwise.compute.arithmetic.Term.Sum;
import dev.stepwise.compute.run.Numbers;
import java.util.List;

/// A line with its digits chosen: the last numbers have as many as usual, and each side before them
/// so many more, since what is computed from it must hold to more digits.
///
/// @param sides the sides
/// @param more how many digits more than the side behind it a side has
record PrintedLine(List<Side> sides, int more) {

  /// Whether every relation holds as it is printed.
  boolean holds() {
    for (int i = 1; i < sides.size(); i++) {
      if (!holds(i)) {
        return false;
      }
    }
    return true;
  }

  String latex() {
    var line = new StringBuilder();
    for (int i = 0; i < sides.size(); i++) {
      var side = sides.get(i);
      if (i > 0) {
        boolean rounded = side.relation() == Relation.EQUAL && !holds(i);
        line.append(rounded ? "\\approx " : side.relation().latex());
      }
      var latex = new Latex(moreDigits(i)).of(side.term());
      line.append(side.weight() == Side.Weight.BOLD ? "\\mathbf{" + latex + "}" : latex);
    }
    return line.toString();
  }

  /// Whether the relation before a side holds: a compound side is held against the next single
  /// number, and, where its parts were computed from the side before it, part by part.
  private boolean holds(int index) {
    var left = sides.get(index - 1).term();
    var right = sides.get(index).term();
    if (!right.isSingle() && !partsHold(left, index)) {
      return false;
    }
    int single = index;
    while (!sides.get(single).term().isSingle()) {
      single++;
      if (single == sides.size() || sides.get(single).relation() != Relation.EQUAL) {
        return valuesHold(index);
      }
    }
    var number = sides.get(single).term();
    return !left.isNumeric()
        || sides
            .get(index)
            .relation()
            .holds(read(index - 1), read(single), half(number, moreDigits(single)));
  }

  /// Without a number behind them two compound sides are held against each other.
  private boolean valuesHold(int index) {
    var left = sides.get(index - 1).term();
    var right = sides.get(index).term();
    if (!left.isNumeric() || !right.isNumeric()) {
      return true;
    }
    double value = read(index);
    double half = half(Term.number(value), 0);
    return sides.get(index).relation().holds(read(index - 1), value, half);
  }

  private boolean partsHold(Term left, int index) {
    if (!(left instanceof Sum(var summands)
        && sides.get(index).term() instanceof Sum(var computed)
        && summands.size() == computed.size())) {
      return true;
    }
    for (int i = 0; i < computed.size(); i++) {
      if (computed.get(i) instanceof Num number && summands.get(i).isNumeric()) {
        double part = Evaluation.asPrinted(moreDigits(index - 1)).of(summands.get(i));
        double shown = Evaluation.asPrinted(moreDigits(index)).of(number);
        if (!Relation.EQUAL.holds(part, shown, half(number, moreDigits(index)))) {
          return false;
        }
      }
    }
    return true;
  }

  private double read(int index) {
    return Evaluation.asPrinted(moreDigits(index)).of(sides.get(index).term());
  }

  /// Where one number is said to be less than another, the last one gets more digits too.
  private int moreDigits(int index) {
    int behind = sides.stream().allMatch(side -> side.relation() == Relation.EQUAL) ? 0 : 1;
    for (int i = index + 1; i < sides.size(); i++) {
      behind += sides.get(i).term().isNumeric() ? 1 : 0;
    }
    return more * behind;
  }

  /// Half a unit of the last place that is printed of a number.
  private static double half(Term number, int moreDigits) {
    return switch (number) {
      case Num(double value) -> Numbers.lastPlace(value, moreDigits) / 2;
      case Term.Fixed(_, int decimals) -> Math.pow(10, -decimals) / 2;
      case Exact _ -> 0;
      default -> throw new IllegalArgumentException("not a single number: " + number);
    };
  }
}
