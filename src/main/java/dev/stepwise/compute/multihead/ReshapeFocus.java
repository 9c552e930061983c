package dev.stepwise.compute.multihead;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.StepKind;
import java.util.List;

/// Queries, keys and values cut into heads; beside the right way the wrong one, a teaching variant:
/// straight to heads×n×d_k.
public sealed interface ReshapeFocus extends Focus {
  @Override
  default Stage stage() {
    return Stage.RESHAPE;
  }

  /// Cut to n×heads×d_k.
  record Reshaped() implements ReshapeFocus {
    static final StepKind KIND = StepKind.of("reshape").reads("Q", "K", "V").writes("Q", "K", "V");

    @Override
    public StepKind kind() {
      return KIND;
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

  /// Counted off into heads.
  record Straightened() implements ReshapeFocus {
    static final StepKind KIND =
        StepKind.of("reshape").at("straight").reads("Q", "K", "V").writes("Q", "K", "V");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      var tracked = frame.pass().tracked();
      var place = tracked.place(problem);
      return new Narration(
          "The wrong reshape: straight to heads",
          "The shape %s is right, and nothing fails. %s"
              .formatted(
                  Shape.text(problem.heads(), problem.length(), problem.headWidth()),
                  problem.misplaces()
                      ? landed(tracked, place, tracked.rightPlace(problem))
                      : "Nor is anything in a wrong place: with one %s there is only one order."
                          .formatted(problem.onlyOne())),
          List.of(
              Formula.of(Shape.position(tracked.row(), problem.modelWidth(), tracked.column()))
                  .gives((long) tracked.row() * problem.modelWidth() + tracked.column())
                  .latex(),
              "=" + Formula.of(order(problem, place)).latex()));
    }

    private static String landed(Tracked tracked, Place place, Place right) {
      return "But the numbers are only counted off in their old order, so Q[%d, %d] lands at %s%s."
          .formatted(
              tracked.row(),
              tracked.column(),
              place.index(),
              place.equals(right)
                  ? ", by chance where it should; most others do not"
                  : " instead of %s: %s"
                      .formatted(
                          right.index(),
                          place.head() == right.head() ? "another token's row" : "another head"));
    }
  }

  /// Which one in the order of memory the number at a place of heads×n×d_k is.
  static Term order(MultiHeadProblem problem, Place place) {
    return Term.sum(
        Shape.times(place.head(), (long) problem.length() * problem.headWidth()),
        Shape.times(place.token(), problem.headWidth()),
        Term.count(place.column()));
  }
}
