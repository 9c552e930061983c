package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What is added up, and tables of it: the products of a sum, the shares of a softmax.
final class Products {
  private static final int ROWS_SHOWN = 8;
  private static final int MOST_MORE_DIGITS = 8;

  private Products() {}

  /// What is added up: the products, then the bias.
  static Operation sum(List<Operand> inputs, List<Operand> weights, Operand bias) {
    return new Operation.Sum(List.of(Operand.of(new Operation.Dot(inputs, weights)), bias));
  }

  /// The products of a sum, of many the largest.
  ///
  /// @param name of a row
  static Table table(List<String> head, IntFunction<String> name, double[] left, double[] right) {
    var rows =
        IntStream.range(0, left.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(left[i] * right[i])))
            .limit(ROWS_SHOWN)
            .sorted()
            .map(i ->
                Words.row(
                    name.apply(i),
                    Words.computed(left[i], right[i], (a, b) -> a * b, left[i] * right[i])))
            .toList();
    return new Table(head, rows, -1);
  }

  /// A share of a softmax from the exponentials.
  static Formula share(double[] logits, int label, double share) {
    double[] exponentials = Softmax.exponentials(logits, Softmax.greatest(logits));
    return Formula.of("p_{%d}".formatted(label))
        .is(Term.quotient(exponentials[label], Softmax.sum(exponentials)))
        .gives(share);
  }

  /// The shares of a softmax, with what they are made of.
  ///
  /// @param telling the class whose share is asked for
  static Table shares(double[] logits, double[] p, int telling) {
    double greatest = Softmax.greatest(logits);
    double[] exponentials = Softmax.exponentials(logits, greatest);
    int more = 0;
    while (more < MOST_MORE_DIGITS && !holds(logits, greatest, exponentials, p, more)) {
      more++;
    }
    var rows = new ArrayList<List<String>>();
    for (int c = 0; c < p.length; c++) {
      rows.add(
          List.of(
              Integer.toString(c),
              Numbers.text(logits[c], more),
              Numbers.text(exponentials[c], more / 2),
              Numbers.text(p[c])));
    }
    return new Table(List.of("class", "z2", "e^(z2 − max)", "p"), rows, telling);
  }

  /// Whether the exponentials follow from the logits, and the shares from the exponentials, as they
  /// are printed: the logits with so many digits more, the exponentials with half of them.
  private static boolean holds(
      double[] logits, double greatest, double[] exponentials, double[] p, int more) {
    double sum = 0;
    for (double exponential : exponentials) {
      sum += Numbers.printed(exponential, more / 2);
    }
    for (int c = 0; c < p.length; c++) {
      double shown = Numbers.printed(exponentials[c], more / 2);
      double gap = Numbers.printed(logits[c], more) - Numbers.printed(greatest, more);
      if (Math.abs(Math.exp(gap) - shown) > Numbers.lastPlace(exponentials[c], more / 2) / 2
          || Math.abs(shown / sum - Numbers.printed(p[c], 0)) > Numbers.lastPlace(p[c], 0) / 2) {
        return false;
      }
    }
    return true;
  }
}
