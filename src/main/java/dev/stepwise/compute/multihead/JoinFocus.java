package dev.stepwise.compute.multihead;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Map;

/// The heads laid side by side.
public sealed interface JoinFocus extends Focus {
  @Override
  default Stage stage() {
    return Stage.JOIN;
  }

  /// All of them.
  record Joined() implements JoinFocus {
    static final StepKind KIND =
        StepKind.of("concatenate").at("join").reads("mixed").writes("joined");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      var place = frame.pass().tracked().place(problem);
      int column = frame.pass().tracked().joinedPlace(problem)[1];
      return new Narration(
          "Concatenate: heads side by side",
          "%s %s".formatted(back(problem), lands(frame)),
          List.of(
              Formula.of("\\text{column}=a\\cdot d_k+c")
                  .is(Shape.position(place.head(), problem.headWidth(), place.column()))
                  .gives((long) column)
                  .latex()));
    }

    private static String back(MultiHeadProblem problem) {
      int n = problem.length();
      int h = problem.heads();
      var again =
          "%s again becomes %s."
              .formatted(
                  h == 1
                      ? Shape.text(1, n, problem.headWidth())
                      : Shape.text(h, n, problem.headWidth()),
                  Shape.text(n, problem.modelWidth()));
      return h == 1
          ? "Of one head there is nothing to lay side by side: " + again
          : "Transposed back, each %s has its %d rows end to end: %s"
              .formatted(problem.misplaces() ? "row number" : "token", h, again);
    }

    private static String lands(MultiHeadFrame frame) {
      var tracked = frame.pass().tracked();
      var place = tracked.place(frame.problem());
      int[] joined = tracked.joinedPlace(frame.problem());
      return tracked.isDisplaced(frame.problem())
          ? "That does not undo the wrong reshape: what head %d has at [%d, %d] lands at [%d, %d], not at [%d, %d], where its number was cut from."
              .formatted(
                  place.head(),
                  place.token(),
                  place.column(),
                  joined[0],
                  joined[1],
                  tracked.row(),
                  tracked.column())
          : "What head %d has at [%d, %d] lands in column %d, the column that it was cut from."
              .formatted(place.head(), place.token(), place.column(), joined[1]);
    }
  }

  /// One token's rows.
  record TokenJoined(int token) implements JoinFocus {
    static final StepKind KIND = StepKind.of("join token").at("join").reads("mixed");

    @Override
    public StepKind kind() {
      return KIND.writes(variable());
    }

    private String variable() {
      return "joined[%d]".formatted(token);
    }

    @Override
    public int parts() {
      return token + 1;
    }

    @Override
    public void addTo(Map<String, Value> variables, MultiHeadFrame frame) {
      variables.put(variable(), new Value.Vector(frame.pass().joined()[token]));
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      int h = problem.heads();
      var each = Phrases.count(problem.headWidth(), "number");
      return new Narration(
          "%s: %s end to end"
              .formatted(Phrases.capital(problem.row(token)), Phrases.count(h, "row")),
          h == 1
              ? "Row %d of the only head, %s, stays as it is.".formatted(token, each)
              : "Row %d of each head, %s each, laid end to end: %s.%s"
                  .formatted(
                      token, each, Phrases.count(problem.modelWidth(), "number"), taken(problem)),
          List.of(
              Formula.of(Shape.times(h, problem.headWidth()))
                  .gives((long) problem.modelWidth())
                  .latex()));
    }

    private String taken(MultiHeadProblem problem) {
      return problem.misplaces()
          ? " What follows takes them for %s, but they come from other tokens too."
              .formatted(Words.token(problem.tokens(), token))
          : "";
    }
  }
}
