package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.Attention.Projections;
import dev.stepwise.compute.multihead.MultiHeadFrame.Focus;
import dev.stepwise.compute.multihead.MultiHeadProblem.Reshape;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// The variables of the listing at a step.
final class MultiHeadVariables {
  private MultiHeadVariables() {}

  static SequencedMap<String, Value> of(MultiHeadFrame frame) {
    if (frame.focus() instanceof Focus.Inside(_, var inner)) {
      return inner.variables();
    }
    var problem = frame.problem();
    var pass = frame.pass();
    if (frame.focus() instanceof Focus.Projecting(var inner)) {
      var variables = new LinkedHashMap<>(inner.variables());
      variables.put("W_o", new Value.Matrix(problem.output()));
      variables.put("num_heads", new Value.Whole(problem.heads()));
      variables.put("d_k", new Value.Whole(problem.headWidth()));
      return variables;
    }
    var variables = new LinkedHashMap<String, Value>();
    variables.put("X", new Value.Matrix(problem.x()));
    variables.put("W_q", new Value.Matrix(problem.queries()));
    variables.put("W_k", new Value.Matrix(problem.keys()));
    variables.put("W_v", new Value.Matrix(problem.values()));
    variables.put("W_o", new Value.Matrix(problem.output()));
    variables.put("num_heads", new Value.Whole(problem.heads()));
    variables.put("d_k", new Value.Whole(problem.headWidth()));
    variables.put("Q", projection(frame, Projections::q));
    variables.put("K", projection(frame, Projections::k));
    variables.put("V", projection(frame, Projections::v));
    if (frame.stage() >= 3 && frame.attended() == problem.heads()) {
      variables.put("mixed", heads(frame, head -> pass.heads().get(head).output()));
      variables.put("attention_weights", heads(frame, head -> pass.heads().get(head).weights()));
    }
    if (frame.focus() instanceof Focus.HeadAttended(int head)) {
      variables.put(
          "heads[%d][0]".formatted(head), new Value.Matrix(pass.heads().get(head).output()));
      variables.put(
          "heads[%d][1]".formatted(head), new Value.Matrix(pass.heads().get(head).weights()));
    }
    if (frame.focus() instanceof Focus.TokenJoined(int token)) {
      variables.put("joined[%d]".formatted(token), new Value.Vector(pass.joined()[token]));
    } else if (frame.stage() >= 4) {
      variables.put("joined", new Value.Matrix(pass.joined()));
    }
    if (frame.focus() instanceof Focus.TokenMixed(int token)) {
      variables.put("output[%d]".formatted(token), new Value.Vector(pass.output()[token]));
    } else if (frame.stage() >= 5) {
      variables.put("output", new Value.Matrix(pass.output()));
    }
    return variables;
  }

  private static Value projection(MultiHeadFrame frame, Function<Projections, double[][]> which) {
    double[][] whole = which.apply(frame.pass().whole());
    boolean straight = frame.problem().reshape() == Reshape.WITHOUT_TRANSPOSE;
    if (frame.stage() == 0) {
      return new Value.Matrix(whole);
    }
    if (frame.stage() == 1 && !straight) {
      return cut(whole, frame.problem());
    }
    return heads(frame, head -> which.apply(frame.pass().split().get(head)));
  }

  /// n matrices of heads×d_k.
  private static Value cut(double[][] whole, MultiHeadProblem problem) {
    var tokens = new ArrayList<Value>();
    int width = problem.headWidth();
    for (double[] row : whole) {
      var rows = new double[problem.heads()][];
      for (int head = 0; head < rows.length; head++) {
        rows[head] = Arrays.copyOfRange(row, head * width, (head + 1) * width);
      }
      tokens.add(new Value.Matrix(rows));
    }
    return new Value.Many(List.copyOf(tokens));
  }

  static Value heads(MultiHeadFrame frame, Function<Integer, double[][]> matrix) {
    var heads = new ArrayList<Value>();
    for (int head = 0; head < frame.problem().heads(); head++) {
      heads.add(new Value.Matrix(matrix.apply(head)));
    }
    return new Value.Many(List.copyOf(heads));
  }
}
