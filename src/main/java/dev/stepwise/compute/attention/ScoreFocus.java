package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Stage;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Map;

/// The products of queries and keys.
public sealed interface ScoreFocus extends Focus {
  @Override
  default Tensor tensor() {
    return Tensor.SCORES;
  }

  @Override
  default Stage stage(int row) {
    return Stage.PRODUCTS;
  }

  private static StepKind scoring(String phase) {
    return StepKind.of(phase).at("scores").reads("Q", "K");
  }

  /// All the products of queries and keys.
  record Scored() implements ScoreFocus {
    static final StepKind KIND = scoring("scores").writes("scores");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      int n = frame.problem().length();
      int width = frame.headWidth();
      var terms = Phrases.count(width, "term");
      var caption =
          n == 1
              ? "The only query meets the only key: one score, a dot product of %s."
                  .formatted(terms)
              : "%d queries times %d keys make %s, each a dot product of %s: high where a key offers what the query looks for. This n×n matrix is why time and memory grow with n²."
                  .formatted(n, n, Phrases.count((long) n * n, "score"), terms);
      return new Narration(
          n == 1 ? "The query meets the key" : "Every query meets every key",
          caption,
          List.of("S=QK^{\\top}", Words.shapes(n, width, n)));
    }
  }

  /// Those of one query.
  record RowScored(int query) implements ScoreFocus {
    static final StepKind KIND = scoring("score row");

    @Override
    public StepKind kind() {
      return KIND.writes(variable());
    }

    @Override
    public List<Integer> place() {
      return List.of(query);
    }

    @Override
    public int cells(AttentionFrame frame) {
      return (query + 1) * frame.problem().length();
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      double[] row = frame.pass().products()[query];
      var best = Winners.of(row);
      int first = best.places().getFirst();
      var problem = frame.problem();
      return new Narration(
          "Scores of the query of " + Words.token(problem, query),
          agreement(problem, best, Numbers.text(row[first])),
          frame.cells().formulas(Tensor.SCORES, query, first));
    }

    private static String agreement(AttentionProblem problem, Winners best, String score) {
      if (best.count() == 1) {
        return "There is only one key: %s.".formatted(score);
      }
      if (best.all()) {
        return "It agrees with all %d keys alike: %s.".formatted(best.count(), score);
      }
      return best.tie()
          ? "It agrees best with %s: %s.".formatted(best.named(problem), score)
          : "It agrees best with the key of %s: %s.".formatted(best.named(problem), score);
    }
  }

  /// One of them.
  record CellScored(int query, int key) implements ScoreFocus {
    static final StepKind KIND = scoring("score cell");

    @Override
    public StepKind kind() {
      return KIND.writes(variable());
    }

    @Override
    public List<Integer> place() {
      return List.of(query, key);
    }

    @Override
    public int cells(AttentionFrame frame) {
      return query * frame.problem().length() + key + 1;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      return frame.cells().whole(Tensor.SCORES, query, key).narration();
    }
  }

  /// One term of one of them.
  record TermScored(int query, int key, int term) implements ScoreFocus {
    static final StepKind KIND = scoring("score term");

    @Override
    public StepKind kind() {
      return KIND.writes(variable());
    }

    @Override
    public List<Integer> place() {
      return List.of(query, key, term);
    }

    @Override
    public int cells(AttentionFrame frame) {
      boolean last = term == frame.headWidth() - 1;
      return query * frame.problem().length() + key + (last ? 1 : 0);
    }

    @Override
    public int terms(Tensor of, int row, int column) {
      return of == Tensor.SCORES && row == query && column == key ? term + 1 : ALL;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      return frame.cells().whole(Tensor.SCORES, query, key).term(term);
    }

    @Override
    public void addTo(Map<String, Value> variables, AttentionFrame frame) {
      variables.put(variable(), new Value.Scalar(frame.cells().soFar(Tensor.SCORES, query, key)));
    }
  }
}
