package dev.stepwise.compute.derivation;

import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The table of a derivation: of a dot product the factors with their running sum, of a choice or a
/// softmax the numbers among which it was.
final class OperandTable {
  private static final int ROWS_SHOWN = 12;

  private OperandTable() {}

  static Table of(Operation operation) {
    return switch (operation) {
      case Operation.Dot(var left, var right) -> products(left, right);
      case Operation.Chosen(var extreme, var operands) -> listed(operands, extreme.index(operands));
      case Operation.Extremum(var extreme, var operands) ->
          listed(operands, extreme.index(operands));
      case Operation.Softmax(var operands, int at) -> listed(operands, at);
      default -> Table.NONE;
    };
  }

  private static Table products(List<Operand> left, List<Operand> right) {
    var rows = new ArrayList<List<String>>();
    double sum = 0;
    for (int i = 0; i < left.size(); i++) {
      double product = left.get(i).value() * right.get(i).value();
      sum += product;
      boolean last = i == left.size() - 1;
      if (left.size() <= ROWS_SHOWN || i < ROWS_SHOWN - 2 || last) {
        rows.add(
            List.of(
                Numbers.text(left.get(i).value()),
                Numbers.text(right.get(i).value()),
                Numbers.text(product),
                Numbers.text(sum)));
      } else if (i == ROWS_SHOWN - 2) {
        rows.add(List.of("…", "…", "…", "…"));
      }
    }
    return new Table(
        List.of(name(left, "left"), name(right, "right"), "product", "sum so far"), rows, -1);
  }

  /// The variable that all come from, where there is one.
  private static String name(List<Operand> operands, String otherwise) {
    var names =
        operands.stream().map(one -> one.ref().map(Ref::variable).orElse("")).distinct().toList();
    return names.size() == 1 && !names.getFirst().isEmpty() ? names.getFirst() : otherwise;
  }

  /// Of many operands those that are nearest to the telling one in value.
  private static Table listed(List<Operand> operands, int telling) {
    double best = operands.get(telling).value();
    var shown =
        IntStream.range(0, operands.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.abs(operands.get(i).value() - best)))
            .limit(ROWS_SHOWN)
            .sorted()
            .toList();
    var rows =
        shown.stream()
            .map(i ->
                List.of(
                    operands.get(i).ref().map(Ref::text).orElse(""),
                    Numbers.text(operands.get(i).value())))
            .toList();
    return new Table(List.of("number", "value"), rows, shown.indexOf(telling));
  }
}
