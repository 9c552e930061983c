package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.attention.Attention.Projections;
import dev.stepwise.compute.multihead.Focus.Stage;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The variables of the listing at a step that is in no smaller run of exercise 1. The listing
/// computes whole arrays at once, so one that is only partly there has no value yet.
final class MultiHeadVariables {
  private MultiHeadVariables() {}

  static SequencedMap<String, Value> of(MultiHeadFrame frame) {
    var problem = frame.problem();
    var pass = frame.pass();
    var variables = new LinkedHashMap<String, Value>();
    variables.put("X", new Value.Matrix(problem.x()));
    variables.put("W_q", new Value.Matrix(problem.queries()));
    variables.put("W_k", new Value.Matrix(problem.keys()));
    variables.put("W_v", new Value.Matrix(problem.values()));
    addSizes(variables, problem);
    variables.put("Q", projection(frame, Projections::q));
    variables.put("K", projection(frame, Projections::k));
    variables.put("V", projection(frame, Projections::v));
    if (frame.attended() == problem.heads()) {
      variables.put("mixed", many(pass.heads(), Attention.Pass::output));
      variables.put("attention_weights", many(pass.heads(), Attention.Pass::weights));
    }
    if (frame.joinedRows() == problem.length()) {
      variables.put("joined", new Value.Matrix(pass.joined()));
    }
    if (frame.outputRows() == problem.length()) {
      variables.put("output", new Value.Matrix(pass.output()));
    }
    frame.focus().addTo(variables, frame);
    return variables;
  }

  /// Adds what exercise 1 does not have.
  static void addSizes(Map<String, Value> variables, MultiHeadProblem problem) {
    variables.put("W_o", new Value.Matrix(problem.output()));
    variables.put("num_heads", new Value.Whole(problem.heads()));
    variables.put("d_k", new Value.Whole(problem.headWidth()));
  }

  private static Value projection(MultiHeadFrame frame, Function<Projections, double[][]> which) {
    double[][] whole = which.apply(frame.pass().whole());
    boolean cut =
        frame.focus().stage() == Stage.RESHAPE
            && frame.problem().reshape() == Reshape.WITH_TRANSPOSE;
    return frame.focus().stage() == Stage.PROJECT
        ? new Value.Matrix(whole)
        : cut ? cut(whole, frame.problem()) : many(frame.pass().split(), which);
  }

  /// n matrices of heads×d_k.
  private static Value cut(double[][] whole, MultiHeadProblem problem) {
    int width = problem.headWidth();
    return new Value.Many(
        IntStream.range(0, whole.length)
            .<Value>mapToObj(token -> {
              var rows = new double[problem.heads()][width];
              for (int head = 0; head < rows.length; head++) {
                System.arraycopy(whole[token], head * width, rows[head], 0, width);
              }
              return new Value.Matrix(rows);
            })
            .toList());
  }

  /// Of each head a matrix.
  static <T> Value many(List<T> heads, Function<T, double[][]> matrix) {
    return new Value.Many(
        heads.stream().<Value>map(head -> new Value.Matrix(matrix.apply(head))).toList());
  }
}
