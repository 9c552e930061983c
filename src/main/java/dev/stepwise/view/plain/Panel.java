package dev.stepwise.view.plain;

import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.MatrixMark;
import dev.stepwise.draw.MatrixPanel;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.draw.Spot;
import dev.stepwise.draw.ValueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A variable as a panel of cells. A vector is a row, a single number one cell; what isn't made of
/// numbers is a text.
///
/// @param title its name
/// @param shape of what it shows; empty for a single number
/// @param kind what it is made of
/// @param cells its numbers, rows of equal length; none where it is a text
/// @param text what it says where it has no cells
/// @param address the address of a cell
@SuppressWarnings("ArrayRecordComponent") // shared, never written to
record Panel(
    String title, String shape, Kind kind, double[][] cells, String text, Address address) {
  /// Of a list of tensors no more are drawn.
  private static final int MOST_OF_A_LIST = 16;

  /// Larger ones can be seen closer.
  private static final int MOST_UNZOOMED = 64;

  /// What a variable is made of.
  enum Kind {
    /// Measures, to be compared by their colours.
    ARRAY,
    /// A single number, or counts, indices and labels: their colours would say nothing.
    PLAIN,
    /// No numbers.
    WORDS
  }

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
    var title = new Ref(name, outer).text();
    var cells = cells(value);
    if (cells.isPresent()) {
      Address address = (row, column) -> new Ref(name, indices(outer, value, row, column));
      panels.add(new Panel(title, value.shape(), kind(value), cells.get(), "", address));
    } else if (value instanceof Value.Many(var values)
        && values.stream().allMatch(Panel::isArray)) {
      for (int i = 0; i < Math.min(values.size(), MOST_OF_A_LIST); i++) {
        add(panels, name, with(outer, i), values.get(i));
      }
      if (values.size() > MOST_OF_A_LIST) {
        panels.add(
            words(name, outer, value.shape(), "%d more".formatted(values.size() - MOST_OF_A_LIST)));
      }
    } else {
      panels.add(words(name, outer, value.shape(), ValueText.of(value)));
    }
  }

  private static Panel words(String name, List<Integer> outer, String shape, String text) {
    var ref = new Ref(name, outer);
    return new Panel(ref.text(), shape, Kind.WORDS, new double[0][], text, (_, _) -> ref);
  }

  private static boolean isArray(Value value) {
    return value instanceof Value.Many || cells(value).isPresent();
  }

  private static Kind kind(Value value) {
    return value instanceof Value.Vector || value instanceof Value.Matrix ? Kind.ARRAY : Kind.PLAIN;
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

  /// The name of the variable.
  String variable() {
    return address.of(0, 0).variable();
  }

  /// With its indices beside it, as the listing counts them.
  MatrixPanel matrix(ColourScale scale, MatrixPanel.Standing standing) {
    var panel =
        MatrixPanel.of(title, new MatrixMark(cells, scale))
            .noted(shape)
            .standing(standing)
            .named(
                rows() > 1 ? indices(rows()) : List.of(),
                columns() > 1 ? indices(columns()) : List.of())
            .asked(new MatrixPanel.Cells(this::spot, this::find));
    return rows() * columns() > MOST_UNZOOMED ? panel.zooming(title) : panel;
  }

  private static List<String> indices(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private Spot spot(Cell cell) {
    var ref = address.of(cell.row(), cell.column());
    var number = Numbers.text(cells[cell.row()][cell.column()]);
    return new Spot(new NumberElement(ref), ref.text() + " = " + number);
  }

  /// The cell of an element; empty where it is none of this panel's.
  private Optional<Cell> find(Element element) {
    if (!(element instanceof NumberElement(var ref)) || !variable().equals(ref.variable())) {
      return Optional.empty();
    }
    return IntStream.range(0, rows() * columns())
        .mapToObj(i -> new Cell(i / columns(), i % columns()))
        .filter(cell -> address.of(cell.row(), cell.column()).equals(ref))
        .findFirst();
  }
}
