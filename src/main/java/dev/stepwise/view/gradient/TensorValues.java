package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.Tensors;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/// The numbers of a tensor as a table: as many as have room to be seen, and all of them to be
/// copied.
///
/// @param pass the batch
record TensorValues(Pass pass, Tensor tensor) {
  private static final int ROWS = 8;
  private static final int COLUMNS = 5;

  /// What has room, with `…` where something is left out.
  Table shown() {
    return table(ROWS, COLUMNS, Numbers::brief);
  }

  /// All numbers, in full.
  Table whole() {
    return table(Integer.MAX_VALUE, Integer.MAX_VALUE, Double::toString);
  }

  /// Rows are named by their samples where each belongs to one, else by their indices.
  private String name(int row) {
    return switch (tensor) {
      case DW1, DW2 -> Integer.toString(row);
      case DB1, DB2 -> tensor.code();
      default -> Integer.toString(pass.samples()[row] + 1);
    };
  }

  private Table table(int mostRows, int mostColumns, DoubleFunction<String> text) {
    double[][] values = Tensors.values(pass, tensor);
    int columns = Math.min(mostColumns, values[0].length);
    boolean wider = columns < values[0].length;
    boolean bySample = tensor.parameters().isEmpty();
    var head = new ArrayList<>(List.of(bySample ? "point" : ""));
    IntStream.range(0, columns).mapToObj(Integer::toString).forEach(head::add);
    if (wider) {
      head.add("…");
    }
    var rows = new ArrayList<List<String>>();
    for (int row = 0; row < Math.min(mostRows, values.length); row++) {
      var cells = new ArrayList<>(List.of(name(row)));
      for (int column = 0; column < columns; column++) {
        cells.add(text.apply(values[row][column]));
      }
      if (wider) {
        cells.add("…");
      }
      rows.add(cells);
    }
    if (rows.size() < values.length) {
      rows.add(head.stream().map(_ -> "…").toList());
    }
    return new Table(head, rows, -1);
  }
}
