package dev.stepwise.compute.derivation;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How a number of a frame came to be. Its formula, its table, the numbers to light and its
/// term-by-term run follow from it, so that each is said once, and the same way everywhere.
///
/// @param ref where the number stands
/// @param value its value
/// @param operation what made it
/// @param sentence what only its exercise can say of it; one sentence or more
public record Derivation(Ref ref, double value, Operation operation, String sentence) {
  private static final int ROWS_SHOWN = 12;

  /// The addresses of the numbers that it was made from.
  public Set<Ref> sources() {
    var sources = new LinkedHashSet<Ref>();
    operation.operands().forEach(operand -> operand.ref().ifPresent(sources::add));
    return sources;
  }

  /// In words, with the arithmetic in it.
  public Narration narration() {
    var formulas =
        operation.term().stream()
            .map(term -> Formula.of(ref.latex()).is(term).gives(value).latex())
            .toList();
    return new Narration(
        "%s = %s".formatted(ref.text(), Numbers.text(value)), sentence, formulas, table());
  }

  private Table table() {
    return switch (operation) {
      case Operation.Dot(var left, var right) -> products(left, right);
      case Operation.Chosen(_, var operands) -> listed(operands, (int) value);
      case Operation.Softmax(var operands, int at) -> listed(operands, at);
      default -> Table.NONE;
    };
  }

  private static Table products(List<Operand> left, List<Operand> right) {
    var rows = new ArrayList<List<String>>();
    double sum = 0;
    for (int i = 0; i < Math.min(left.size(), ROWS_SHOWN); i++) {
      double product = left.get(i).value() * right.get(i).value();
      sum += product;
      rows.add(
          List.of(
              Numbers.text(left.get(i).value()),
              Numbers.text(right.get(i).value()),
              Numbers.text(product),
              Numbers.text(sum)));
    }
    return new Table(List.of("left", "right", "product", "sum so far"), rows, -1);
  }

  private static Table listed(List<Operand> operands, int telling) {
    var rows = new ArrayList<List<String>>();
    for (var operand : operands.subList(0, Math.min(operands.size(), ROWS_SHOWN))) {
      rows.add(
          List.of(operand.ref().map(Ref::text).orElse("constant"), Numbers.text(operand.value())));
    }
    return new Table(List.of("number", "value"), rows, telling < rows.size() ? telling : -1);
  }

  /// What each term of a dot product, a sum or a mean adds, one after the other; empty for the
  /// other operations.
  public List<Narration> terms() {
    var terms = new ArrayList<Narration>();
    var summands =
        switch (operation) {
          case Operation.Dot(var left, var right) -> new Summands(left, right);
          case Operation.Sum(var operands) -> Summands.plain(operands);
          case Operation.Mean(var operands) -> Summands.plain(operands);
          default -> Summands.plain(List.of());
        };
    double sum = 0;
    for (int i = 0; i < summands.size(); i++) {
      double before = sum;
      sum += summands.value(i);
      terms.add(summands.narration(ref, i, before, sum));
    }
    return terms;
  }
}
