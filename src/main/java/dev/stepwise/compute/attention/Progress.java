package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.AttentionFrame.Stage;

/// How far a step has come: which cells are there, and what the scores are by now.
final class Progress {
  private static final int ALL = Integer.MAX_VALUE;

  private Progress() {}

  /// How many cells are there, row by row.
  static int known(AttentionFrame frame, Tensor tensor) {
    int n = frame.problem().length();
    int width = width(frame, tensor);
    return switch (tensor) {
      case X -> n * width;
      case W_Q, W_K, W_V -> frame.problem().modelWidth() * width;
      case Q, K, V -> Math.min(n * width, projected(frame, tensor, width));
      case SCORES -> Math.min(n * n, scored(frame.focus(), n));
      case WEIGHTS -> Math.min(n * n, rows(weighed(frame.focus()), n));
      case OUTPUT -> Math.min(n * width, rows(mixed(frame.focus()), width));
    };
  }

  private static int width(AttentionFrame frame, Tensor tensor) {
    return switch (tensor) {
      case X -> frame.problem().modelWidth();
      case SCORES, WEIGHTS -> frame.problem().length();
      case W_Q, W_K, W_V, Q, K, V, OUTPUT -> frame.problem().keyWidth();
    };
  }

  private static int rows(int rows, int width) {
    return rows == ALL ? ALL : rows * width;
  }

  private static int projected(AttentionFrame frame, Tensor tensor, int width) {
    if (!frame.projected()) {
      return ALL;
    }
    return switch (frame.focus()) {
      case Focus.MatrixProjected(var matrix) -> tensor.compareTo(matrix) <= 0 ? ALL : 0;
      case Focus.CellProjected(var matrix, int row, int column) ->
          upTo(tensor, matrix, row * width + column + 1);
      case Focus.TermProjected(var matrix, int row, int column, int term, _) ->
          upTo(
              tensor,
              matrix,
              row * width + column + (term == frame.problem().modelWidth() - 1 ? 1 : 0));
      default -> ALL;
    };
  }

  private static int upTo(Tensor tensor, Tensor current, int cells) {
    int order = tensor.compareTo(current);
    return order < 0 ? ALL : order > 0 ? 0 : cells;
  }

  private static int scored(Focus focus, int n) {
    return switch (focus) {
      case Focus.Projected _,
          Focus.MatrixProjected _,
          Focus.CellProjected _,
          Focus.TermProjected _ ->
          0;
      case Focus.RowScored(int query) -> (query + 1) * n;
      case Focus.CellScored(int query, int key) -> query * n + key + 1;
      case Focus.TermScored(int query, int key, _, _) -> query * n + key;
      default -> ALL;
    };
  }

  /// How many rows have weights.
  private static int weighed(Focus focus) {
    return switch (focus) {
      case Focus.RowWeighed(int query) -> query + 1;
      case Focus.PartWeighed(int query, var part) -> part == Part.DIVIDE ? query + 1 : query;
      case Focus.Weighed _, Focus.Mixed _, Focus.RowMixed _, Focus.TermMixed _, Focus.Finished _ ->
          ALL;
      default -> 0;
    };
  }

  /// How many rows have output, one that is being added up included.
  private static int mixed(Focus focus) {
    return switch (focus) {
      case Focus.RowMixed(int query) -> query + 1;
      case Focus.TermMixed(int query, _) -> query + 1;
      case Focus.Mixed _, Focus.Finished _ -> ALL;
      default -> 0;
    };
  }

  static Stage stage(Focus focus, int row) {
    return switch (focus) {
      case Focus.Projected _,
          Focus.MatrixProjected _,
          Focus.CellProjected _,
          Focus.TermProjected _ ->
          Stage.NONE;
      case Focus.Scored _, Focus.RowScored _, Focus.CellScored _, Focus.TermScored _ ->
          Stage.PRODUCTS;
      case Focus.Scaled _ -> Stage.SCALED;
      case Focus.RowScaled(int query) -> row <= query ? Stage.SCALED : Stage.PRODUCTS;
      case Focus.RowMasked(int query) -> row <= query ? Stage.MASKED : Stage.SCALED;
      default -> Stage.MASKED;
    };
  }

  /// The scores as they stand, rows shared with the pass.
  static double[][] scores(AttentionFrame frame) {
    var pass = frame.pass();
    var first = stage(frame.focus(), 0);
    if (first == stage(frame.focus(), pass.scores().length - 1)) {
      return switch (first) {
        case NONE, PRODUCTS -> pass.products();
        case SCALED -> pass.scaled();
        case MASKED -> pass.scores();
      };
    }
    var rows = new double[pass.scores().length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          switch (stage(frame.focus(), i)) {
            case NONE, PRODUCTS -> pass.products()[i];
            case SCALED -> pass.scaled()[i];
            case MASKED -> pass.scores()[i];
          };
    }
    return rows;
  }

  /// The output as it stands: a row that is being added up holds its sum so far.
  static double[][] output(AttentionFrame frame) {
    if (!(frame.focus() instanceof Focus.TermMixed(int query, int key))) {
      return frame.pass().output();
    }
    var rows = frame.pass().output().clone();
    rows[query] = partly(frame, query, key);
    return rows;
  }

  private static double[] partly(AttentionFrame frame, int query, int last) {
    double[] weights = frame.pass().weights()[query];
    var sum = new double[frame.pass().v()[0].length];
    for (int c = 0; c < sum.length; c++) {
      for (int j = 0; j <= last; j++) {
        sum[c] += weights[j] * frame.pass().v()[j][c];
      }
    }
    return sum;
  }
}
