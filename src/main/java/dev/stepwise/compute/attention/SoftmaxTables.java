package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The tables beside the steps of softmax.
public final class SoftmaxTables {
  private static final int ROWS_SHOWN = 12;

  /// The weight of a key that the mask hides, as in the picture: not a small share, but none.
  private static final String HIDDEN = "–";

  private SoftmaxTables() {}

  /// Of each row which key has the greatest weight.
  static Table winners(AttentionFrame frame) {
    var rows = new ArrayList<List<String>>();
    var weights = frame.pass().weights();
    for (int i = 0; i < Math.min(ROWS_SHOWN, weights.length); i++) {
      rows.add(
          List.of(
              Words.token(frame.problem(), i),
              winner(frame.problem(), frame.pass(), i),
              Numbers.text(weights[i][Sharpness.winner(weights[i])]),
              Numbers.text(Sharpness.entropy(weights[i]))));
    }
    return new Table(List.of("query", "looks most at", "weight", "entropy"), rows, -1);
  }

  /// Which key a row looks at most, for a table; `none` where it has no weights.
  public static String winner(AttentionProblem problem, Attention.Pass pass, int i) {
    double[] weights = pass.weights()[i];
    boolean none = Sharpness.broken(weights) || weights[Sharpness.winner(weights)] == 0;
    return none ? "none" : Winners.of(weights, pass.scores()[i]).named(problem);
  }

  /// A row's numbers in columns, as far as they are computed; the keys with the greatest scores
  /// where there are many.
  ///
  /// @param last what is computed last
  static Table parts(AttentionFrame frame, int i, Part last) {
    double[] scores = frame.pass().scores()[i];
    double shift = frame.shift(i);
    double[] exponentials = Softmax.exponentials(scores, shift);
    double[] weights = frame.pass().weights()[i];
    boolean stable = frame.problem().settings().isStable();
    var shown =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -scores[j]))
            .limit(ROWS_SHOWN)
            .sorted()
            .toList();
    var rows = new ArrayList<List<String>>();
    for (int j : shown) {
      var row = new ArrayList<String>();
      row.add(Words.token(frame.problem(), j));
      row.add(Numbers.text(scores[j]));
      if (stable) {
        row.add(there(last, Part.SHIFT, scores[j] - shift));
      }
      row.add(there(last, Part.EXP, exponentials[j]));
      row.add(
          scores[j] == Double.NEGATIVE_INFINITY && last == Part.DIVIDE
              ? HIDDEN
              : there(last, Part.DIVIDE, weights[j]));
      rows.add(row);
    }
    var head =
        stable
            ? List.of("key", "score", "− max", "exp", "weight")
            : List.of("key", "score", "exp", "weight");
    var tops = Winners.of(scores);
    return new Table(head, rows, tops.tie() ? -1 : shown.indexOf(tops.places().getFirst()));
  }

  /// A number of a part that has come, else nothing: the column keeps its place.
  private static String there(Part last, Part part, double value) {
    return last.compareTo(part) >= 0 ? Numbers.text(value) : "";
  }
}
