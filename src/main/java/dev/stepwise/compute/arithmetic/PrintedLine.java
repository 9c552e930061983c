package dev.stepwise.compute.arithmetic;

import dev.stepwise.compute.arithmetic.Term.Exact;
import dev.stepwise.compute.arithmetic.Term.Num;
import dev.stepwise.compute.run.Numbers;
import java.util.List;
import java.util.stream.IntStream;

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

  /// Whether the relation before a side holds: a single number is the side before it, rounded. A
  /// compound side is held against the side before it, part by part where they have one form, and
  /// both against the next single number.
  private boolean holds(int index) {
    var left = sides.get(index - 1).term();
    var right = sides.get(index).term();
    var relation = sides.get(index).relation();
    if (relation == Relation.EQUAL && !right.isSingle() && !partsHold(left, right, index)) {
      return false;
    }
    if (!left.isNumeric()) {
      return true;
    }
    int single = nextSingle(index);
    if (single < 0) {
      return !right.isNumeric() || relation.holds(read(index - 1), read(index), half(index));
    }
    double half = half(single);
    return relation.holds(read(index - 1), read(single), half)
        && (relation != Relation.EQUAL
            || !right.isNumeric()
            || Relation.isNear(read(index - 1), read(index), half));
  }

  /// The next single number from a side on that it is said to equal, or -1.
  private int nextSingle(int index) {
    int single = index;
    while (!sides.get(single).term().isSingle()) {
      single++;
      if (single == sides.size() || sides.get(single).relation() != Relation.EQUAL) {
        return -1;
      }
    }
    return single;
  }

  /// Whether each number of a side is what stands in its place in the side before it, where both
  /// have one form: √0.77 after √(0.28² + 0.83²), never √0.78.
  private boolean partsHold(Term left, Term right, int index) {
    if (right.isSingle()) {
      double part = Evaluation.asPrinted(moreDigits(index - 1)).of(left);
      double shown = Evaluation.asPrinted(moreDigits(index)).of(right);
      return !left.isNumeric() || Relation.EQUAL.holds(part, shown, half(right, moreDigits(index)));
    }
    var from = left.parts();
    var to = right.parts();
    return !left.hasFormOf(right)
        || IntStream.range(0, to.size()).allMatch(i -> partsHold(from.get(i), to.get(i), index));
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

  /// Half a unit of the last place that is printed of a side; of a compound one as if its value
  /// were printed.
  private double half(int index) {
    var term = sides.get(index).term();
    return term.isSingle() ? half(term, moreDigits(index)) : half(Term.number(read(index)), 0);
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
