package dev.stepwise.compute.multihead;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.SequencedMap;

/// From X to queries, keys and values of full width, once for all heads.
public sealed interface ProjectFocus extends Focus {
  @Override
  default Stage stage() {
    return Stage.PROJECT;
  }

  /// Q, K and V of full width.
  record Projected() implements ProjectFocus {
    static final StepKind KIND =
        StepKind.of("project").at("queries").reads("X", "W_q", "W_k", "W_v").writes("Q", "K", "V");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      int n = problem.length();
      int d = problem.modelWidth();
      int h = problem.heads();
      int head = frame.pass().tracked().rightPlace(problem).head();
      return new Narration(
          "Project once for all heads",
          "One product with %s %d×%d matrix makes the queries of %s: %s of W_q %s %s. Keys and values likewise."
              .formatted(
                  Words.article(d),
                  d,
                  d,
                  Words.all(h, "head"),
                  Shape.columns(problem, head),
                  belong(problem),
                  h == 1 ? "it" : "head " + head),
          List.of(
              "Q=XW_q",
              Shape.product(n, d),
              Formula.of("d_k=\\frac{d_{\\text{model}}}{h}")
                  .is(Term.quotient(Term.count(d), Term.count(h)))
                  .gives((long) problem.headWidth())
                  .latex()));
    }

    /// What columns do to the head that they are made for; with the wrong reshape it gets others.
    private static String belong(MultiHeadProblem problem) {
      boolean one = problem.headWidth() == 1;
      return problem.misplaces()
          ? one ? "is made for" : "are made for"
          : one ? "belongs to" : "belong to";
    }
  }

  /// A step inside the projection.
  ///
  /// @param frame of exercise 1, with matrices of full width
  record Projecting(AttentionFrame frame) implements ProjectFocus {
    @Override
    public StepKind kind() {
      return frame.focus().kind();
    }

    @Override
    public Narration narration(MultiHeadFrame whole) {
      return frame.narration();
    }

    @Override
    public SequencedMap<String, Value> variables(MultiHeadFrame whole) {
      var variables = frame.variables();
      MultiHeadVariables.addSizes(variables, whole.problem());
      return variables;
    }

    @Override
    public List<Ref> written(MultiHeadFrame whole) {
      return frame.written();
    }
  }
}
