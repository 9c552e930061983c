package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.attention.SoftmaxTables;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The heads, each of which attends by itself.
public sealed interface HeadsFocus extends Focus {
  /// Most rows of a table.
  int ROWS_SHOWN = 12;

  @Override
  default Stage stage() {
    return Stage.ATTEND;
  }

  /// Every head attends.
  record Attended() implements HeadsFocus {
    static final StepKind KIND =
        StepKind.of("attend").reads("Q", "K", "V").writes("mixed", "attention_weights");

    @Override
    public StepKind kind() {
      return KIND;
    }

    /// The weights are what its picture shows.
    @Override
    public List<Ref> written(MultiHeadFrame frame) {
      return Ref.all(frame.variables(), KIND.writes().reversed());
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      return new Narration(
          "Every head attends by itself",
          problem.heads() == 1
              ? "The only head runs exercise 1 with %s and makes one matrix of %d×%d weights."
                  .formatted(
                      Words.all(problem.headWidth(), "column"), problem.length(), problem.length())
              : problem.misplaces()
                  ? wrongly(frame)
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
          heads(frame));
    }

    private static String wrongly(MultiHeadFrame frame) {
      var problem = frame.problem();
      var tracked = frame.pass().tracked();
      var place = tracked.place(problem);
      var right = tracked.rightPlace(problem);
      return "%d heads run exercise 1 side by side, each with %d×%d numbers in wrong places. "
              .formatted(problem.heads(), problem.length(), problem.headWidth())
          + "The number from Q[%d, %d] works in row %d of head %d, which is taken for %s"
              .formatted(
                  tracked.row(),
                  tracked.column(),
                  place.token(),
                  place.head(),
                  Words.token(problem.tokens(), place.token()))
          + (tracked.isDisplaced(problem)
              ? ", instead of row %d of head %d.".formatted(right.token(), right.head())
              : ", by chance rightly.");
    }

    private static Table heads(MultiHeadFrame frame) {
      var habits = frame.problem().habits();
      var rows = new ArrayList<List<String>>();
      for (int head = 0; head < Math.min(ROWS_SHOWN, frame.problem().heads()); head++) {
        var name = Integer.toString(head);
        var entropy = Numbers.text(Sharpness.meanEntropy(frame.pass().heads().get(head).weights()));
        rows.add(
            habits.isEmpty() ? List.of(name, entropy) : List.of(name, habits.get(head), entropy));
      }
      var columns =
          habits.isEmpty()
              ? List.of("head", "mean entropy")
              : List.of("head", "built for", "mean entropy");
      return new Table(columns, rows, -1);
    }
  }

  /// One head attends.
  record HeadAttended(int head) implements HeadsFocus {
    static final StepKind KIND = StepKind.of("head").at("attend").reads("Q", "K", "V");

    @Override
    public StepKind kind() {
      return KIND.writes(output(), weights());
    }

    /// The name of what it made.
    String output() {
      return "heads[%d][0]".formatted(head);
    }

    /// The name of its weights.
    String weights() {
      return "heads[%d][1]".formatted(head);
    }

    @Override
    public int parts() {
      return head + 1;
    }

    @Override
    public void addTo(Map<String, Value> variables, MultiHeadFrame frame) {
      var pass = frame.pass().heads().get(head);
      variables.put(output(), new Value.Matrix(pass.output()));
      variables.put(weights(), new Value.Matrix(pass.weights()));
    }

    /// The weights are what its picture shows.
    @Override
    public List<Ref> written(MultiHeadFrame frame) {
      return Ref.all(frame.variables(), List.of(weights(), output()));
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      var single = problem.single(head);
      double[][] weights = frame.pass().heads().get(head).weights();
      var habit = problem.habits().isEmpty() ? "" : ", built for: " + problem.habits().get(head);
      var rows = new ArrayList<List<String>>();
      for (int i = 0; i < Math.min(ROWS_SHOWN, problem.length()); i++) {
        rows.add(List.of(Words.token(single, i), winner(frame, single, i), greatest(weights[i])));
      }
      return new Narration(
          "Head " + head + habit,
          "It works with %s. %s".formatted(worksWith(problem), looks(frame, single)),
          List.of(),
          new Table(List.of("query", "looks most at", "weight"), rows, -1));
    }

    private String winner(MultiHeadFrame frame, AttentionProblem single, int query) {
      return SoftmaxTables.winner(single, frame.pass().heads().get(head), query);
    }

    private static String greatest(double[] weights) {
      return Numbers.text(weights[Sharpness.winner(weights)]);
    }

    private String looks(MultiHeadFrame frame, AttentionProblem single) {
      int query = frame.pass().tracked().place(frame.problem()).token();
      return single.length() == 1
          ? "Its only row has one key, which gets everything."
          : "In it %s looks most at %s: %s."
              .formatted(
                  Words.token(single, query),
                  winner(frame, single, query),
                  greatest(frame.pass().heads().get(head).weights()[query]));
    }

    /// `columns 8 to 15 of the projections`, or what a head gets instead.
    private String worksWith(MultiHeadProblem problem) {
      var due = Shape.columns(problem, head);
      if (!problem.misplaces()) {
        return due + " of the projections";
      }
      int[] from = problem.source(new Place(head, 0, 0));
      int[] to = problem.source(new Place(head, problem.length() - 1, problem.headWidth() - 1));
      return "the numbers from [%d, %d] to [%d, %d] of the projections, row by row, instead of %s"
          .formatted(from[0], from[1], to[0], to[1], due);
    }
  }

  /// A step inside a head.
  ///
  /// @param frame of exercise 1
  record Inside(int head, AttentionFrame frame) implements HeadsFocus {
    @Override
    public StepKind kind() {
      return frame.focus().kind();
    }

    @Override
    public int parts() {
      return head;
    }

    @Override
    public Narration narration(MultiHeadFrame whole) {
      return frame.narration();
    }

    @Override
    public SequencedMap<String, Value> variables(MultiHeadFrame whole) {
      return frame.variables();
    }

    @Override
    public List<Ref> written(MultiHeadFrame whole) {
      return frame.written();
    }
  }
}
