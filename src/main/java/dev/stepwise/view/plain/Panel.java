package dev.stepwise.view.plain;

import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import dev.stepwise.view.marks.ValueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A variable as a panel of cells. A vector is a row, a single number one cell; what isn't made of
/// numbers is a text.
///
/// @param title what stands above it
/// @param cells its numbers, rows of equal length; none where it is a text
/// @param text what it says where it has no cells
/// @param address the address of a cell
@SuppressWarnings("ArrayRecordComponent") // shared, never written to
record Panel(String title, double[][] cells, String text, Address address) {

  /// The address of a cell.
  @FunctionalInterface
  interface Address {
    Ref of(int row, int column);
  }

  /// The panels of a frame's variables, in their order.
  static List<Panel> of(Map<String, Value> variables) {
    var panels = new ArrayList<Panel>();
    variables.forEach((name, value) -> add(panels, name, List.of(), value));
    return List.copyOf(panels);
  }

  private static void add(List<Panel> panels, String name, List<Integer> outer, Value value) {
    var shape = value.shape().isEmpty() ? "" : "  " + value.shape();
    var title = new Ref(name, outer).text() + shape;
    var cells = cells(value);
    if (value instanceof Value.Many(var values) && cells.isEmpty()) {
      for (int i = 0; i < values.size(); i++) {
        add(panels, name, with(outer, i), values.get(i));
      }
    } else {
      panels.add(
          new Panel(
              title,
              cells.orElseGet(() -> new double[0][]),
              cells.isPresent() ? "" : ValueText.of(value),
              (row, column) -> new Ref(name, indices(outer, value, row, column))));
    }
  }

  private static Optional<double[][]> cells(Value value) {
    return switch (value) {
      case Value.Scalar(double number) -> Optional.of(new double[][] {{number}});
      case Value.Whole(long number) -> Optional.of(new double[][] {{number}});
      case Value.Vector(double[] numbers) when numbers.length > 0 ->
          Optional.of(new double[][] {numbers});
      case Value.Labels(int[] labels) when labels.length > 0 ->
          Optional.of(new double[][] {Arrays.stream(labels).asDoubleStream().toArray()});
      case Value.Matrix(double[][] rows) when rows.length > 0 && rows[0].length > 0 ->
          Optional.of(rows);
      default -> Optional.empty();
    };
  }

  private static List<Integer> indices(List<Integer> outer, Value value, int row, int column) {
    return switch (value) {
      case Value.Matrix _ -> with(with(outer, row), column);
      case Value.Vector _, Value.Labels _ -> with(outer, column);
      default -> outer;
    };
  }

  private static List<Integer> with(List<Integer> outer, int index) {
    var longer = new ArrayList<>(outer);
    longer.add(index);
    return List.copyOf(longer);
  }

  boolean hasCells() {
    return cells.length > 0;
  }

  int rows() {
    return Math.max(1, cells.length);
  }

  int columns() {
    return hasCells() ? cells[0].length : 1;
  }

  /// The cell of an address, as row and column; empty where it is none of this panel's.
  Optional<int[]> find(Ref ref) {
    if (!hasCells() || !address.of(0, 0).variable().equals(ref.variable())) {
      return Optional.empty();
    }
    return IntStream.range(0, rows() * columns())
        .mapToObj(i -> new int[] {i / columns(), i % columns()})
        .filter(cell -> address.of(cell[0], cell[1]).equals(ref))
        .findFirst();
  }
}
