package dev.stepwise.compute.derivation;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.List;

/// The summands of a dot product, or of a sum where `right` is empty.
record Summands(List<Operand> left, List<Operand> right) {

  static Summands plain(List<Operand> operands) {
    return new Summands(operands, List.of());
  }

  int size() {
    return left.size();
  }

  double value(int index) {
    return term(index).value();
  }

  private Term term(int index) {
    double factor = left.get(index).value();
    return right.isEmpty() ? Term.number(factor) : Term.product(factor, right.get(index).value());
  }

  /// What one of them adds.
  ///
  /// @param before the sum of those before it
  /// @param sum the sum with it
  Narration narration(Ref ref, int index, double before, double sum) {
    var formula =
        index == 0
            ? Formula.of(term(index))
            : Formula.of(Term.sum(Term.number(before), term(index)));
    return new Narration(
        "%s, term %d of %d".formatted(ref.text(), index + 1, size()),
        "It adds %s; the sum so far is %s."
            .formatted(Numbers.text(value(index)), Numbers.text(sum)),
        List.of(formula.gives(sum).latex()));
  }
}
