package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The variables of the listing at a step. The listing computes whole matrices at once, so one that
/// is only partly there has no value yet; what a step inside looks at stands beside them, under its
/// index.
final class AttentionVariables {
  private static final List<Tensor> COMPUTED =
      List.of(Tensor.Q, Tensor.K, Tensor.V, Tensor.SCORES, Tensor.WEIGHTS, Tensor.OUTPUT);

  private AttentionVariables() {}

  static SequencedMap<String, Value> of(AttentionFrame frame) {
    var variables = new LinkedHashMap<String, Value>();
    if (frame.projected()) {
      for (var given : List.of(Tensor.X, Tensor.W_Q, Tensor.W_K, Tensor.W_V)) {
        variables.put(given.variable(), new Value.Matrix(frame.values(given)));
      }
    }
    for (var tensor : COMPUTED) {
      double[][] values = frame.values(tensor);
      int known = frame.known(tensor);
      if (known > 0
          && known == values.length * values[0].length
          && !(frame.focus() instanceof Focus.TermMixed && tensor == Tensor.OUTPUT)) {
        variables.put(tensor.variable(), new Value.Matrix(values));
      }
    }
    addFocus(variables, frame);
    return variables;
  }

  private static void addFocus(SequencedMap<String, Value> variables, AttentionFrame frame) {
    var pass = frame.pass();
    switch (frame.focus()) {
      case Focus.CellProjected(var matrix, int row, int column) ->
          cell(variables, matrix, row, column, frame.values(matrix)[row][column]);
      case Focus.TermProjected(var matrix, int row, int column, _, double sum) ->
          cell(variables, matrix, row, column, sum);
      case Focus.RowScored(int i) -> row(variables, Tensor.SCORES, i, pass.products()[i]);
      case Focus.CellScored(int i, int j) ->
          cell(variables, Tensor.SCORES, i, j, pass.products()[i][j]);
      case Focus.TermScored(int i, int j, _, double sum) ->
          cell(variables, Tensor.SCORES, i, j, sum);
      case Focus.RowScaled(int i) -> row(variables, Tensor.SCORES, i, pass.scaled()[i]);
      case Focus.RowMasked(int i) -> row(variables, Tensor.SCORES, i, pass.scores()[i]);
      case Focus.RowWeighed(int i) -> row(variables, Tensor.WEIGHTS, i, pass.weights()[i]);
      case Focus.PartWeighed(int i, var part) -> addParts(variables, frame, i, part);
      case Focus.RowMixed(int i) -> row(variables, Tensor.OUTPUT, i, pass.output()[i]);
      case Focus.TermMixed(int i, _) ->
          row(variables, Tensor.OUTPUT, i, frame.values(Tensor.OUTPUT)[i]);
      default -> {}
    }
  }

  private static void addParts(
      SequencedMap<String, Value> variables, AttentionFrame frame, int i, Part part) {
    double[] scores = frame.pass().scores()[i];
    double shift = frame.shift(i);
    var exponentials = Softmax.exponentials(scores, shift);
    variables.put("scores[%d]".formatted(i), new Value.Vector(scores));
    if (frame.problem().settings().softmax() == AttentionProblem.SoftmaxKind.STABLE) {
      variables.put("top[%d]".formatted(i), new Value.Scalar(shift));
    }
    if (part.compareTo(Part.SHIFT) >= 0) {
      variables.put(
          "scores[%d]".formatted(i),
          new Value.Vector(Arrays.stream(scores).map(score -> score - shift).toArray()));
    }
    if (part.compareTo(Part.EXP) >= 0) {
      variables.put("exps[%d]".formatted(i), new Value.Vector(exponentials));
    }
    if (part.compareTo(Part.SUM) >= 0) {
      variables.put("sums[%d]".formatted(i), new Value.Scalar(Softmax.sum(exponentials)));
    }
    if (part == Part.DIVIDE) {
      row(variables, Tensor.WEIGHTS, i, frame.pass().weights()[i]);
    }
  }

  private static void row(
      SequencedMap<String, Value> variables, Tensor tensor, int row, double[] values) {
    variables.put(rowName(tensor, row), new Value.Vector(values));
  }

  private static void cell(
      SequencedMap<String, Value> variables, Tensor tensor, int row, int column, double value) {
    variables.put(cellName(tensor, row, column), new Value.Scalar(value));
  }

  static String rowName(Tensor tensor, int row) {
    return "%s[%d]".formatted(tensor.variable(), row);
  }

  static String cellName(Tensor tensor, int row, int column) {
    return "%s[%d, %d]".formatted(tensor.variable(), row, column);
  }
}
