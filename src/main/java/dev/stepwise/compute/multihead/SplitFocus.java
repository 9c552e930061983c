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

/// From X to the queries, keys and values of every head: projected once, cut, heads first.
public sealed interface SplitFocus extends Focus {
  /// Q, K and V of full width.
  record Projected() implements SplitFocus {
    static final StepKind KIND =
        StepKind.of("project").at("queries").reads("X", "W_q", "W_k", "W_v").writes("Q", "K", "V");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Stage stage() {
      return Stage.PROJECT;
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
  record Projecting(AttentionFrame frame) implements SplitFocus {
    @Override
    public StepKind kind() {
      return frame.focus().kind();
    }

    @Override
    public Stage stage() {
      return Stage.PROJECT;
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

  /// Cut to n×heads×d_k.
  record Reshaped() implements SplitFocus {
    static final StepKind KIND = StepKind.of("reshape").reads("Q", "K", "V").writes("Q", "K", "V");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Stage stage() {
      return Stage.RESHAPE;
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      var tracked = frame.pass().tracked();
      var place = tracked.rightPlace(problem);
      return new Narration(
          "Reshape: cut every row into heads",
          "%s No number moves in memory; what was Q[%d, %d] is now Q[%d, %d, %d]: token, head, place."
              .formatted(
                  cut(problem),
                  tracked.row(),
                  tracked.column(),
                  place.token(),
                  place.head(),
                  place.column()),
          List.of(
              "%s\\to\\mathbf{%s}"
                  .formatted(
                      Shape.latex(problem.length(), problem.modelWidth()),
                      Shape.latex(problem.length(), problem.heads(), problem.headWidth())),
              Formula.of(Term.count(tracked.column()))
                  .is(Shape.position(place.head(), problem.headWidth(), place.column()))
                  .latex()));
    }

    private static String cut(MultiHeadProblem problem) {
      return problem.heads() == 1
          ? "With one head there is nothing to cut: each token's row gets an axis of length 1 for"
              + " it."
          : "Each token's %d numbers are cut into %d pieces of %d, one a head."
              .formatted(problem.modelWidth(), problem.heads(), problem.headWidth());
    }
  }

  /// Turned to heads×n×d_k.
  record Turned() implements SplitFocus {
    static final StepKind KIND =
        StepKind.of("transpose").reads("Q", "K", "V").writes("Q", "K", "V");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Stage stage() {
      return Stage.TRANSPOSE;
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      var place = frame.pass().tracked().rightPlace(problem);
      return new Narration(
          "Transpose: heads first",
          "Tokens and heads change places, so that each head has an n×d_k matrix of its own to work with. Q[%d, %d, %d] becomes Q[%d, %d, %d]: head, token, place."
              .formatted(
                  place.token(),
                  place.head(),
                  place.column(),
                  place.head(),
                  place.token(),
                  place.column()),
          List.of(
              "%s\\to\\mathbf{%s}"
                  .formatted(
                      Shape.latex(problem.length(), problem.heads(), problem.headWidth()),
                      Shape.latex(problem.heads(), problem.length(), problem.headWidth()))));
    }
  }
}
