package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.multihead.MultiHeadFrame.Focus;
import dev.stepwise.compute.multihead.MultiHeadProblem.Reshape;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
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
      case Focus.Attended _ -> attended(frame);
      case Focus.HeadAttended(int head) -> head(frame, head);
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
        "One product with a %d×%d matrix makes the queries of all %s: %s of W_q %s head %d. Keys and values likewise."
            .formatted(d, d, Words.count(h, "head"), columns(problem, head), belong(frame), head),
        List.of(
            "Q=XW_q:\\;(%d\\times %d)\\cdot(%d\\times %d)=\\mathbf{(%d\\times %d)}"
                .formatted(n, d, d, d, n, d),
            "d_k=\\frac{d_{\\text{model}}}{h}=\\frac{%d}{%d}=\\mathbf{%d}"
                .formatted(d, h, problem.headWidth())));
  }

  /// What columns do to the head that they are made for; with the wrong reshape it gets others.
  private static String belong(MultiHeadFrame frame) {
    boolean one = frame.problem().headWidth() == 1;
    return straight(frame)
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
        "Each token's %d numbers are cut into %s of %d, one a head. No number moves in memory; what was Q[%d, %d] is now Q[%d, %d, %d]: token, head, place."
            .formatted(
                problem.modelWidth(),
                Words.count(problem.heads(), "piece"),
                problem.headWidth(),
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
            "%d=%d\\cdot %d+\\mathbf{%d}"
                .formatted(tracked.column(), place.head(), problem.headWidth(), place.column())));
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
        "The shape %s is right, and nothing fails. But the numbers are only counted off in their old order, so Q[%d, %d] lands at %s instead of %s: %s."
            .formatted(
                shape(problem.heads(), problem.length(), problem.headWidth()),
                tracked.row(),
                tracked.column(),
                words(place),
                words(right),
                place.equals(right)
                    ? "by chance the same"
                    : place.head() == right.head() ? "another token's row" : "another head"),
        List.of(
            "%d\\cdot %d+%d=%d"
                .formatted(
                    tracked.row(),
                    problem.modelWidth(),
                    tracked.column(),
                    tracked.row() * problem.modelWidth() + tracked.column()),
            "=%d\\cdot %d+%d\\cdot %d+%d"
                .formatted(
                    place.head(),
                    problem.length() * problem.headWidth(),
                    place.token(),
                    problem.headWidth(),
                    place.column())));
  }

  private static String words(Place place) {
    return "[%d, %d, %d]".formatted(place.head(), place.token(), place.column());
  }

  private static Narration notTurned(MultiHeadFrame frame) {
    var problem = frame.problem();
    return new Narration(
        "No transpose",
        "The transpose is left out, since the shape is already %s. What each head takes for token rows are pieces of rows of several tokens."
            .formatted(shape(problem.heads(), problem.length(), problem.headWidth())));
  }

  private static Narration attended(MultiHeadFrame frame) {
    var problem = frame.problem();
    return new Narration(
        "Every head attends by itself",
        problem.heads() == 1
            ? "The only head runs exercise 1 with all %d columns and makes one matrix of %d×%d weights."
                .formatted(problem.headWidth(), problem.length(), problem.length())
            : straight(frame)
                ? attendedWrongly(frame)
                : "%d heads run exercise 1 side by side, each with %s of its own: %d matrices of %d×%d weights. No head sees another."
                    .formatted(
                        problem.heads(),
                        Words.count(problem.headWidth(), "column"),
                        problem.heads(),
                        problem.length(),
                        problem.length()),
        List.of(
            "\\text{head}_a=\\text{softmax}\\!\\left(\\frac{Q_aK_a^{\\top}}{\\sqrt{%d}}\\right)V_a"
                .formatted(problem.headWidth())),
        heads(frame, problem.heads()));
  }

  private static String attendedWrongly(MultiHeadFrame frame) {
    var problem = frame.problem();
    var tracked = frame.pass().tracked();
    var place = tracked.place(problem);
    var right = tracked.rightPlace(problem);
    var where =
        "The number from Q[%d, %d] works in row %d of head %d, which is taken for %s"
            .formatted(
                tracked.row(),
                tracked.column(),
                place.token(),
                place.head(),
                Words.token(problem.tokens(), place.token()));
    return "%d heads run exercise 1 side by side, each with %d×%d numbers in wrong places. "
            .formatted(problem.heads(), problem.length(), problem.headWidth())
        + where
        + (tracked.isDisplaced(problem)
            ? ", instead of row %d of head %d.".formatted(right.token(), right.head())
            : ", by chance rightly.");
  }

  private static Table heads(MultiHeadFrame frame, int count) {
    var rows = new ArrayList<List<String>>();
    for (int head = 0; head < Math.min(12, count); head++) {
      var name = Integer.toString(head);
      var entropy = Numbers.text(Sharpness.meanEntropy(frame.pass().heads().get(head).weights()));
      var habits = frame.problem().habits();
      rows.add(
          habits.isEmpty() ? List.of(name, entropy) : List.of(name, habits.get(head), entropy));
    }
    var columns =
        frame.problem().habits().isEmpty()
            ? List.of("head", "mean entropy")
            : List.of("head", "built for", "mean entropy");
    return new Table(columns, rows, -1);
  }

  /// `columns 8 to 15`, those of a head.
  private static String columns(MultiHeadProblem problem, int head) {
    int from = head * problem.headWidth();
    int to = from + problem.headWidth() - 1;
    return from == to ? "column " + from : "columns %d to %d".formatted(from, to);
  }

  private static Narration head(MultiHeadFrame frame, int head) {
    var problem = frame.problem();
    Attention.Pass pass = frame.pass().heads().get(head);
    var habit = problem.habits().isEmpty() ? "" : ", built for: " + problem.habits().get(head);
    int query = frame.pass().tracked().place(problem).token();
    int winner = Sharpness.winner(pass.weights()[query]);
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < Math.min(12, problem.length()); i++) {
      int best = Sharpness.winner(pass.weights()[i]);
      rows.add(
          List.of(
              Words.token(problem.tokens(), i),
              Words.token(problem.tokens(), best),
              Numbers.text(pass.weights()[i][best])));
    }
    return new Narration(
        "Head " + head + habit,
        "It works with %s. In it %s looks most at %s: %s."
            .formatted(
                worksWith(problem, head),
                Words.token(problem.tokens(), query),
                Words.token(problem.tokens(), winner),
                Numbers.text(pass.weights()[query][winner])),
        List.of(),
        new Table(List.of("query", "looks most at", "weight"), rows, -1));
  }

  /// `columns 8 to 15 of the projections`, or what a head gets instead.
  private static String worksWith(MultiHeadProblem problem, int head) {
    var due = columns(problem, head) + " of the projections";
    if (problem.reshape() == Reshape.WITH_TRANSPOSE) {
      return due;
    }
    int last = problem.length() - 1;
    int[] from = MultiHead.source(problem, new Place(head, 0, 0));
    int[] to = MultiHead.source(problem, new Place(head, last, problem.headWidth() - 1));
    return problem.heads() == 1
        ? due
        : "the numbers from [%d, %d] to [%d, %d] of the projections, row by row, instead of %s"
            .formatted(from[0], from[1], to[0], to[1], columns(problem, head));
  }

  private static Narration joined(MultiHeadFrame frame) {
    var problem = frame.problem();
    var tracked = frame.pass().tracked();
    var place = tracked.place(problem);
    int[] joined = tracked.joinedPlace(problem);
    var back =
        "Transposed back, each token has its %s end to end: %s again becomes %s. "
            .formatted(
                Words.count(problem.heads(), "row"),
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
            "\\text{column}=a\\cdot d_k+c=%d\\cdot %d+%d=\\mathbf{%d}"
                .formatted(place.head(), problem.headWidth(), place.column(), joined[1])));
  }

  private static Narration tokenJoined(MultiHeadFrame frame, int token) {
    var problem = frame.problem();
    return new Narration(
        "%s: %s end to end"
            .formatted(Words.token(problem.tokens(), token), Words.count(problem.heads(), "row")),
        "Row %d of each head, %s each, laid end to end: %s."
            .formatted(
                token,
                Words.count(problem.headWidth(), "number"),
                Words.count(problem.modelWidth(), "number")),
        List.of(
            "%d\\cdot %d=\\mathbf{%d}"
                .formatted(problem.heads(), problem.headWidth(), problem.modelWidth())));
  }

  private static Narration mixed(MultiHeadFrame frame) {
    var problem = frame.problem();
    int d = problem.modelWidth();
    return new Narration(
        "Mix the heads",
        "Until here no head knew of another. W_o lets every output number draw on all of them.",
        List.of(
            "O=\\text{joined}\\,W_o:\\;(%d\\times %d)\\cdot(%d\\times %d)=\\mathbf{(%d\\times %d)}"
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
        "Output of " + Words.token(problem.tokens(), token),
        "Its joined row times W_o. The first of its %s:"
            .formatted(Words.count(joined.length, "number")),
        List.of(
            "O_{%d,0}=%s=\\mathbf{%s}"
                .formatted(
                    token,
                    Words.products(joined, column),
                    Numbers.latex(frame.pass().output()[token][0]))));
  }

  private static Narration finished(MultiHeadFrame frame) {
    var problem = frame.problem();
    long d = problem.modelWidth();
    return new Narration(
        "The end",
        "Four matrices of %d×%d hold %,d parameters, whether there is one head or %d: more heads look in more ways, not at more cost."
            .formatted(d, d, problem.parameters(), problem.heads() == 1 ? d : problem.heads()),
        List.of(
            "4\\cdot d_{\\text{model}}^2=4\\cdot %d^2=\\mathbf{%s}"
                .formatted(d, "%,d".formatted(problem.parameters()).replace(",", "\\,"))));
  }
}
