package dev.stepwise.compute.multihead;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.multihead.MultiHeadFrame.Focus;
import dev.stepwise.compute.multihead.MultiHeadProblem.Reshape;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.List;

/// What the steps of multi-head attention say. Everything is counted from 0, as NumPy counts.
final class MultiHeadNarration {
  private MultiHeadNarration() {}

  static Narration of(MultiHeadFrame frame) {
    return switch (frame.focus()) {
      case Focus.Projected _ -> projected(frame);
      case Focus.Reshaped _ -> straight(frame) ? straightened(frame) : reshaped(frame);
      case Focus.Turned _ -> straight(frame) ? notTurned(frame) : turned(frame);
      case Focus.Attended _ -> HeadsNarration.attended(frame);
      case Focus.HeadAttended(int head) -> HeadsNarration.head(frame, head);
      case Focus.Projecting _, Focus.Inside _ ->
          throw new IllegalArgumentException("steps of exercise 1 speak for themselves");
      case Focus.Joined _ -> joined(frame);
      case Focus.TokenJoined(int token) -> tokenJoined(frame, token);
      case Focus.Mixed _ -> mixed(frame);
      case Focus.TokenMixed(int token) -> tokenMixed(frame, token);
      case Focus.Finished _ -> finished(frame);
    };
  }

  private static boolean straight(MultiHeadFrame frame) {
    return frame.problem().reshape() == Reshape.WITHOUT_TRANSPOSE;
  }

  private static Narration projected(MultiHeadFrame frame) {
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
                HeadsNarration.columns(problem, head),
                belong(frame),
                h == 1 ? "it" : "head " + head),
        List.of(
            "Q=XW_q:\\;(%d\\times %d)\\cdot(%d\\times %d)\\to\\mathbf{(%d\\times %d)}"
                .formatted(n, d, d, d, n, d),
            Formula.of("d_k=\\frac{d_{\\text{model}}}{h}")
                .is(Term.quotient(Term.count(d), Term.count(h)))
                .gives((long) problem.headWidth())
                .latex()));
  }

  /// What columns do to the head that they are made for; with the wrong reshape it gets others.
  private static String belong(MultiHeadFrame frame) {
    boolean one = frame.problem().headWidth() == 1;
    return frame.problem().misplaces()
        ? one ? "is made for" : "are made for"
        : one ? "belongs to" : "belong to";
  }

  private static String shape(int... sides) {
    var words = new ArrayList<String>();
    for (int side : sides) {
      words.add(Integer.toString(side));
    }
    return String.join("×", words);
  }

  private static Narration reshaped(MultiHeadFrame frame) {
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
                    latexShape(problem.length(), problem.modelWidth()),
                    latexShape(problem.length(), problem.heads(), problem.headWidth())),
            Formula.of(Term.count(tracked.column()))
                .is(position(place.head(), problem.headWidth(), place.column()))
                .latex()));
  }

  private static String cut(MultiHeadProblem problem) {
    return problem.heads() == 1
        ? "With one head there is nothing to cut: each token's row gets an axis of length 1 for it."
        : "Each token's %d numbers are cut into %d pieces of %d, one a head."
            .formatted(problem.modelWidth(), problem.heads(), problem.headWidth());
  }

  private static String latexShape(int... sides) {
    return shape(sides).replace("×", "\\times ");
  }

  private static Narration turned(MultiHeadFrame frame) {
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
                    latexShape(problem.length(), problem.heads(), problem.headWidth()),
                    latexShape(problem.heads(), problem.length(), problem.headWidth()))));
  }

  private static Narration straightened(MultiHeadFrame frame) {
    var problem = frame.problem();
    var tracked = frame.pass().tracked();
    var place = tracked.place(problem);
    var right = tracked.rightPlace(problem);
    return new Narration(
        "The wrong reshape: straight to heads",
        "The shape %s is right, and nothing fails. %s"
            .formatted(
                shape(problem.heads(), problem.length(), problem.headWidth()),
                problem.misplaces()
                    ? "But the numbers are only counted off in their old order, so Q[%d, %d] lands at %s%s."
                        .formatted(
                            tracked.row(),
                            tracked.column(),
                            words(place),
                            place.equals(right)
                                ? ", by chance where it should; most others do not"
                                : " instead of %s: %s"
                                    .formatted(
                                        words(right),
                                        place.head() == right.head()
                                            ? "another token's row"
                                            : "another head"))
                    : "Nor is anything in a wrong place: with one %s there is only one order."
                        .formatted(problem.heads() == 1 ? "head" : "token")),
        List.of(
            Formula.of(position(tracked.row(), problem.modelWidth(), tracked.column()))
                .gives((long) tracked.row() * problem.modelWidth() + tracked.column())
                .latex(),
            "="
                + Formula.of(
                        Term.sum(
                            product(place.head(), (long) problem.length() * problem.headWidth()),
                            product(place.token(), problem.headWidth()),
                            Term.count(place.column())))
                    .latex()));
  }

  private static Term product(long left, long right) {
    return Term.product(Term.count(left), Term.count(right));
  }

  /// `block · width + place`.
  private static Term position(long block, long width, long place) {
    return Term.sum(product(block, width), Term.count(place));
  }

  private static String words(Place place) {
    return "[%d, %d, %d]".formatted(place.head(), place.token(), place.column());
  }

  private static Narration notTurned(MultiHeadFrame frame) {
    var problem = frame.problem();
    return new Narration(
        "No transpose",
        "The transpose is left out, since the shape is already %s. %s"
            .formatted(
                shape(problem.heads(), problem.length(), problem.headWidth()),
                !problem.misplaces()
                    ? "With one %s nothing is lost by that."
                        .formatted(problem.heads() == 1 ? "head" : "token")
                    : "What each head takes for the rows of tokens are pieces, several of each"
                        + " token."));
  }

  private static Narration joined(MultiHeadFrame frame) {
    var problem = frame.problem();
    var tracked = frame.pass().tracked();
    var place = tracked.place(problem);
    int[] joined = tracked.joinedPlace(problem);
    var back =
        problem.heads() == 1
            ? "Of one head there is nothing to lay side by side: %s again becomes %s. "
                .formatted(
                    shape(1, problem.length(), problem.headWidth()),
                    shape(problem.length(), problem.modelWidth()))
            : "Transposed back, each %s has its %d rows end to end: %s again becomes %s. "
                .formatted(
                    problem.misplaces() ? "row number" : "token",
                    problem.heads(),
                    shape(problem.heads(), problem.length(), problem.headWidth()),
                    shape(problem.length(), problem.modelWidth()));
    return new Narration(
        "Concatenate: heads side by side",
        back
            + (tracked.isDisplaced(problem)
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
                    .formatted(place.head(), place.token(), place.column(), joined[1])),
        List.of(
            Formula.of("\\text{column}=a\\cdot d_k+c")
                .is(position(place.head(), problem.headWidth(), place.column()))
                .gives((long) joined[1])
                .latex()));
  }

  private static Narration tokenJoined(MultiHeadFrame frame, int token) {
    var problem = frame.problem();
    int h = problem.heads();
    var caption =
        h == 1
            ? "Row %d of the only head, %s, stays as it is."
                .formatted(token, Phrases.count(problem.headWidth(), "number"))
            : "Row %d of each head, %s each, laid end to end: %s.%s"
                .formatted(
                    token,
                    Phrases.count(problem.headWidth(), "number"),
                    Phrases.count(problem.modelWidth(), "number"),
                    !problem.misplaces()
                        ? ""
                        : " What follows takes them for %s, but they come from other tokens too."
                            .formatted(Words.token(problem.tokens(), token)));
    return new Narration(
        "%s: %s end to end".formatted(row(problem, token), Phrases.count(h, "row")),
        caption,
        List.of(
            Formula.of(product(h, problem.headWidth()))
                .gives((long) problem.modelWidth())
                .latex()));
  }

  /// What a row of joined heads and of the output is: a token's, but not after a wrong reshape.
  private static String row(MultiHeadProblem problem, int token) {
    return !problem.misplaces() ? Words.token(problem.tokens(), token) : "Row " + token;
  }

  private static Narration mixed(MultiHeadFrame frame) {
    var problem = frame.problem();
    int d = problem.modelWidth();
    return new Narration(
        problem.heads() == 1 ? "Mix the columns" : "Mix the heads",
        problem.heads() == 1
            ? "The only head's columns are mixed by W_o, as those of several heads would be."
            : "Until here no head knew of another. W_o lets every output number draw on %s of them."
                .formatted(problem.heads() == 2 ? "both" : "all"),
        List.of(
            "O=\\text{joined}\\,W_o:\\;(%d\\times %d)\\cdot(%d\\times %d)\\to\\mathbf{(%d\\times %d)}"
                .formatted(problem.length(), d, d, d, problem.length(), d)));
  }

  private static Narration tokenMixed(MultiHeadFrame frame, int token) {
    var problem = frame.problem();
    double[] joined = frame.pass().joined()[token];
    var column = new double[joined.length];
    for (int t = 0; t < column.length; t++) {
      column[t] = problem.output()[t][0];
    }
    return new Narration(
        !problem.misplaces()
            ? "Output of " + Words.token(problem.tokens(), token)
            : "Row %d of the output".formatted(token),
        "Its joined row times W_o. %s"
            .formatted(
                joined.length == 1
                    ? "Its only number:"
                    : "The first of its %d numbers:".formatted(joined.length)),
        List.of(
            Formula.of("O_{%d,0}".formatted(token))
                .is(Words.products(joined, column))
                .gives(frame.pass().output()[token][0])
                .latex()));
  }

  private static Narration finished(MultiHeadFrame frame) {
    var problem = frame.problem();
    long d = problem.modelWidth();
    var held = Phrases.count(problem.parameters(), "parameter");
    return new Narration(
        "The end",
        d == 1
            ? "Four matrices of 1×1 hold %s; one column cannot be cut into more heads."
                .formatted(held)
            : "Four matrices of %d×%d hold %s, whether there is one head or %d: more heads look in more ways, not at more cost."
                .formatted(d, d, held, problem.heads() == 1 ? d : problem.heads()),
        List.of(
            Formula.of("4\\cdot d_{\\text{model}}^2")
                .is(Term.product(Term.count(4), Term.square(Term.count(d))))
                .gives(problem.parameters())
                .latex()));
  }
}
