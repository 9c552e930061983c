package dev.stepwise.compute.multihead;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.StepKind;
import java.util.List;

/// The wrong reshape, a teaching variant: straight to heads×n×d_k, without the transpose.
public sealed interface StraightFocus extends Focus {
  /// Counted off into heads.
  record Straightened() implements StraightFocus {
    static final StepKind KIND =
        StepKind.of("reshape").at("straight").reads("Q", "K", "V").writes("Q", "K", "V");

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
      var place = tracked.place(problem);
      return new Narration(
          "The wrong reshape: straight to heads",
          "The shape %s is right, and nothing fails. %s"
              .formatted(
                  Shape.text(problem.heads(), problem.length(), problem.headWidth()),
                  problem.misplaces()
                      ? landed(tracked, place, tracked.rightPlace(problem))
                      : "Nor is anything in a wrong place: with one %s there is only one order."
                          .formatted(only(problem))),
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

  /// No transpose.
  record Unturned() implements StraightFocus {
    static final StepKind KIND = StepKind.of("transpose").at("unturned");

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
      return new Narration(
          "No transpose",
          "The transpose is left out, since the shape is already %s. %s"
              .formatted(
                  Shape.text(problem.heads(), problem.length(), problem.headWidth()),
                  problem.misplaces()
                      ? "What each head takes for the rows of tokens are pieces, several of each"
                          + " token."
                      : "With one %s nothing is lost by that.".formatted(only(problem))));
    }
  }

  private static String only(MultiHeadProblem problem) {
    return problem.heads() == 1 ? "head" : "token";
  }

  /// Which one in the order of memory the number at a place of heads×n×d_k is.
  static Term order(MultiHeadProblem problem, Place place) {
    return Term.sum(
        Shape.times(place.head(), (long) problem.length() * problem.headWidth()),
        Shape.times(place.token(), problem.headWidth()),
        Term.count(place.column()));
  }
}
