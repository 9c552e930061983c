package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Set;

/// The steps inside the output: a row for each token, inside it one weighted value after the other.
record OutputSteps(AttentionFrame frame, ListingLines lines) {
  private static final List<String> READS = List.of("attention_weights", "V");

  Run<AttentionFrame> rows() {
    return Run.indexed(frame.problem().length(), this::row);
  }

  private Step<AttentionFrame> row(int query) {
    return AttentionRun.step(
        "output row",
        Words.token(frame.problem(), query),
        frame.looking(new Focus.RowMixed(query)),
        lines.output(),
        READS,
        List.of(AttentionVariables.rowName(Tensor.OUTPUT, query)),
        Set.of(),
        () -> Run.indexed(frame.problem().length(), key -> term(query, key)));
  }

  private Step<AttentionFrame> term(int query, int key) {
    return AttentionRun.step(
        "output term",
        "value of " + Words.token(frame.problem(), key),
        frame.looking(new Focus.TermMixed(query, key)),
        lines.output(),
        READS,
        List.of(AttentionVariables.rowName(Tensor.OUTPUT, query)),
        Set.of(),
        null);
  }
}
