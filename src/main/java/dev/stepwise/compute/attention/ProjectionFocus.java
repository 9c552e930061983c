package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Stage;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Map;

/// The projections of X: queries, keys and values.
public sealed interface ProjectionFocus extends Focus {
  @Override
  default Stage stage(int row) {
    return Stage.NONE;
  }

  /// The kind of the steps that make a part of a matrix.
  private static StepKind making(String phase, Tensor matrix) {
    var line =
        switch (matrix) {
          case Q -> "queries";
          case K -> "keys";
          default -> "values";
        };
    return StepKind.of(phase).at(line).reads("X", matrix.maker().variable());
  }

  /// Q, K and V.
  record Projected() implements ProjectionFocus {
    static final StepKind KIND =
        StepKind.of("project").at("queries").reads("X", "W_q", "W_k", "W_v").writes("Q", "K", "V");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Tensor tensor() {
      return Tensor.V;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      int n = frame.problem().length();
      int model = frame.problem().modelWidth();
      int key = frame.problem().keyWidth();
      return new Narration(
          n == 1 ? "Project the token three times" : "Project every token three times",
          ("%s is a row of %s. Three matrices turn it into a query (what it looks for), "
                  + "a key (what it offers) and a value (what it hands over), %s each: %s.")
              .formatted(
                  n == 1 ? "The only token" : "Each of the " + Phrases.count(n, "token"),
                  Phrases.count(model, "number"),
                  Phrases.count(key, "number"),
                  Phrases.count(3L * n * model * key, "multiplication")),
          List.of("Q=XW_q,\\quad K=XW_k,\\quad V=XW_v", Words.shapes(n, model, key)));
    }
  }

  /// One of Q, K and V.
  record MatrixProjected(Tensor tensor) implements ProjectionFocus {
    @Override
    public StepKind kind() {
      return making("matrix", tensor).writes(variable());
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      var problem = frame.problem();
      var maker = tensor.maker();
      var what =
          switch (tensor) {
            case Q -> "The queries: what each token looks for.";
            case K -> "The keys: what each token offers to be found by.";
            default -> "The values: what each token hands over to those who look at it.";
          };
      return new Narration(
          "%s = X · %s".formatted(tensor.variable(), maker.variable()),
          what + " Every cell is a row of X times a column of %s.".formatted(maker.variable()),
          List.of(
              "%s=X\\,%s".formatted(tensor.symbol(), maker.symbol()),
              Words.shapes(problem.length(), problem.modelWidth(), problem.keyWidth())));
    }
  }

  /// One cell of Q, K or V: a dot product.
  record CellProjected(Tensor tensor, int row, int column) implements ProjectionFocus {
    @Override
    public StepKind kind() {
      return making("cell", tensor).writes(variable());
    }

    @Override
    public List<Integer> place() {
      return List.of(row, column);
    }

    @Override
    public int cells(AttentionFrame frame) {
      return row * frame.problem().keyWidth() + column + 1;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      return frame.cells().whole(tensor, row, column).narration();
    }
  }

  /// One term of such a dot product.
  record TermProjected(Tensor tensor, int row, int column, int term) implements ProjectionFocus {
    @Override
    public StepKind kind() {
      return making("term", tensor).writes(variable());
    }

    @Override
    public List<Integer> place() {
      return List.of(row, column, term);
    }

    @Override
    public int cells(AttentionFrame frame) {
      boolean last = term == frame.problem().modelWidth() - 1;
      return row * frame.problem().keyWidth() + column + (last ? 1 : 0);
    }

    @Override
    public int terms(Tensor of, int ofRow, int ofColumn) {
      return of == tensor && ofRow == row && ofColumn == column ? term + 1 : ALL;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      return frame.cells().whole(tensor, row, column).term(term);
    }

    @Override
    public void addTo(Map<String, Value> variables, AttentionFrame frame) {
      variables.put(variable(), new Value.Scalar(frame.cells().soFar(tensor, row, column)));
    }
  }
}
