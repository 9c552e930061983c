package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Set;

/// The steps inside the scores: a row for each query, inside it a cell for each key, inside that
/// the terms of their dot product.
record ScoreSteps(AttentionFrame frame, ListingLines lines) {
  private static final List<String> READS = List.of("Q", "K");

  Run<AttentionFrame> rows() {
    return Run.indexed(frame.problem().length(), this::row);
  }

  private Step<AttentionFrame> row(int query) {
    return AttentionRun.step(
        "score row",
        Words.token(frame.problem(), query),
        frame.looking(new Focus.RowScored(query)),
        lines.products(),
        READS,
        List.of(AttentionVariables.rowName(Tensor.SCORES, query)),
        Set.of(),
        () -> Run.indexed(frame.problem().length(), key -> cell(query, key)));
  }

  private Step<AttentionFrame> cell(int query, int key) {
    return AttentionRun.step(
        "score cell",
        "key " + Words.token(frame.problem(), key),
        frame.looking(new Focus.CellScored(query, key)),
        lines.products(),
        READS,
        List.of(AttentionVariables.cellName(Tensor.SCORES, query, key)),
        Set.of(),
        () -> Run.indexed(frame.pass().q()[query].length, term -> term(query, key, term)));
  }

  private Step<AttentionFrame> term(int query, int key, int term) {
    double sum = 0;
    for (int t = 0; t <= term; t++) {
      sum += frame.pass().q()[query][t] * frame.pass().k()[key][t];
    }
    return AttentionRun.step(
        "score term",
        "term " + (term + 1),
        frame.looking(new Focus.TermScored(query, key, term, sum)),
        lines.products(),
        READS,
        List.of(AttentionVariables.cellName(Tensor.SCORES, query, key)),
        Set.of(),
        null);
  }
}
