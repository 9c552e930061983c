package dev.stepwise.compute.derivation;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The summands of a dot product, a sum or a mean.
record Summands(Derivation derivation, List<Term> terms) {

  static Summands of(Derivation derivation) {
    List<Term> terms =
        switch (derivation.operation()) {
          case Operation.Dot dot -> dot.products();
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
  Narration narration(int index) {
    double before = 0;
    for (int i = 0; i < index; i++) {
      before += terms.get(i).value();
    }
    return narration(index, before, before + terms.get(index).value());
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
        "%s adds %s; the sum %s %s."
            .formatted(
                factors(index).orElse("It"),
                Numbers.text(term.value()),
                index == terms.size() - 1 ? "is" : "so far is",
                Numbers.text(sum)),
        List.of(formula.gives(sum).latex()));
  }

  /// The factors of a product by their addresses, where both have one.
  private Optional<String> factors(int index) {
    return derivation.operation() instanceof Operation.Dot(var left, var right)
        ? left.get(index)
            .ref()
            .flatMap(
                one -> right.get(index).ref().map(other -> one.text() + " times " + other.text()))
        : Optional.empty();
  }
}
