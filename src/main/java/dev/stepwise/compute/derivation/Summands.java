package dev.stepwise.compute.derivation;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The summands of a dot product, a sum or a mean.
record Summands(Derivation derivation, List<Term> terms) {

  static Summands of(Derivation derivation) {
    List<Term> terms =
        switch (derivation.operation()) {
          case Operation.Dot(var left, var right) ->
              IntStream.range(0, left.size())
                  .mapToObj(i -> Term.product(left.get(i).term(), right.get(i).term()))
                  .toList();
          case Operation.Sum(var operands) -> operands.stream().map(Operand::term).toList();
          case Operation.Mean(var operands) -> operands.stream().map(Operand::term).toList();
          default -> List.of();
        };
    return new Summands(derivation, terms);
  }

  List<Narration> narrations() {
    var narrations = new ArrayList<Narration>();
    double sum = 0;
    for (int i = 0; i < terms.size(); i++) {
      double before = sum;
      sum += terms.get(i).value();
      narrations.add(narration(i, before, sum));
    }
    return narrations;
  }

  /// What one of them adds.
  ///
  /// @param before the sum of those before it
  /// @param sum the sum with it
  private Narration narration(int index, double before, double sum) {
    var term = terms.get(index);
    var formula = index == 0 ? Formula.of(term) : Formula.of(Term.sum(Term.number(before), term));
    return new Narration(
        "%s, term %d of %d".formatted(derivation.ref().text(), index + 1, terms.size()),
        "It adds %s; the sum so far is %s."
            .formatted(Numbers.text(term.value()), Numbers.text(sum)),
        List.of(formula.gives(sum).latex()));
  }
}
