package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.attention.SoftmaxTables;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.List;

/// What the steps say in which heads attend. Everything is counted from 0, as NumPy counts.
final class HeadsNarration {
  private HeadsNarration() {}

  static Narration attended(MultiHeadFrame frame) {
    var problem = frame.problem();
    return new Narration(
        "Every head attends by itself",
        problem.heads() == 1
            ? "The only head runs exercise 1 with %s and makes one matrix of %d×%d weights."
                .formatted(
                    Words.all(problem.headWidth(), "column"), problem.length(), problem.length())
            : problem.misplaces()
                ? attendedWrongly(frame)
                : "%d heads run exercise 1 side by side, each with %s of its own: %d matrices of %d×%d weights. No head sees another."
                    .formatted(
                        problem.heads(),
                        Phrases.count(problem.headWidth(), "column"),
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
  static String columns(MultiHeadProblem problem, int head) {
    int from = head * problem.headWidth();
    int to = from + problem.headWidth() - 1;
    return from == to ? "column " + from : "columns %d to %d".formatted(from, to);
  }

  static Narration head(MultiHeadFrame frame, int head) {
    var problem = frame.problem();
    var single = MultiHeadRun.single(problem, head);
    Attention.Pass pass = frame.pass().heads().get(head);
    var habit = problem.habits().isEmpty() ? "" : ", built for: " + problem.habits().get(head);
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < Math.min(12, problem.length()); i++) {
      int best = Sharpness.winner(pass.weights()[i]);
      rows.add(
          List.of(
              Words.token(single, i),
              SoftmaxTables.winner(single, pass, i),
              Numbers.text(pass.weights()[i][best])));
    }
    return new Narration(
        "Head " + head + habit,
        "It works with %s. ".formatted(worksWith(problem, head)) + looks(frame, single, pass),
        List.of(),
        new Table(List.of("query", "looks most at", "weight"), rows, -1));
  }

  private static String looks(MultiHeadFrame frame, AttentionProblem single, Attention.Pass pass) {
    int query = frame.pass().tracked().place(frame.problem()).token();
    if (single.length() == 1) {
      return "Its only row has one key, which gets everything.";
    }
    double[] weights = pass.weights()[query];
    return "In it %s looks most at %s: %s."
        .formatted(
            Words.token(single, query),
            SoftmaxTables.winner(single, pass, query),
            Numbers.text(weights[Sharpness.winner(weights)]));
  }

  /// `columns 8 to 15 of the projections`, or what a head gets instead.
  private static String worksWith(MultiHeadProblem problem, int head) {
    var due = columns(problem, head) + " of the projections";
    if (!problem.misplaces()) {
      return due;
    }
    int last = problem.length() - 1;
    int[] from = MultiHead.source(problem, new Place(head, 0, 0));
    int[] to = MultiHead.source(problem, new Place(head, last, problem.headWidth() - 1));
    return "the numbers from [%d, %d] to [%d, %d] of the projections, row by row, instead of %s"
        .formatted(from[0], from[1], to[0], to[1], columns(problem, head));
  }
}
