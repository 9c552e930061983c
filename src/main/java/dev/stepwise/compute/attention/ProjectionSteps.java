package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The steps inside the projection: Q, K, V, inside each its cells, inside each its terms.
record ProjectionSteps(AttentionFrame frame, ListingLines lines) {
  private static final List<Tensor> MATRICES = List.of(Tensor.Q, Tensor.K, Tensor.V);

  Run<AttentionFrame> matrices() {
    return Run.indexed(MATRICES.size(), index -> matrix(MATRICES.get(index)));
  }

  private int line(Tensor matrix) {
    return switch (matrix) {
      case Q -> lines.queries();
      case K -> lines.keys();
      default -> lines.values();
    };
  }

  private static List<String> reads(Tensor matrix) {
    return List.of("X", Objects.requireNonNull(matrix.maker()).variable());
  }

  private Step<AttentionFrame> matrix(Tensor matrix) {
    int width = frame.problem().keyWidth();
    return AttentionRun.step(
        "matrix",
        matrix.variable(),
        frame.looking(new Focus.MatrixProjected(matrix)),
        line(matrix),
        reads(matrix),
        List.of(matrix.variable()),
        Set.of(),
        () ->
            Run.indexed(
                frame.problem().length() * width,
                index -> cell(matrix, index / width, index % width)));
  }

  private Step<AttentionFrame> cell(Tensor matrix, int row, int column) {
    var name = AttentionVariables.cellName(matrix, row, column);
    return AttentionRun.step(
        "cell",
        name,
        frame.looking(new Focus.CellProjected(matrix, row, column)),
        line(matrix),
        reads(matrix),
        List.of(name),
        Set.of(),
        () ->
            Run.indexed(
                frame.problem().modelWidth(), term -> term(matrix, row, column, term, name)));
  }

  private Step<AttentionFrame> term(Tensor matrix, int row, int column, int term, String name) {
    double[] left = frame.problem().x()[row];
    double[][] right = frame.values(Objects.requireNonNull(matrix.maker()));
    double sum = 0;
    for (int t = 0; t <= term; t++) {
      sum += left[t] * right[t][column];
    }
    return AttentionRun.step(
        "term",
        "term " + (term + 1),
        frame.looking(new Focus.TermProjected(matrix, row, column, term, sum)),
        line(matrix),
        reads(matrix),
        List.of(name),
        Set.of(),
        null);
  }
}
