package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.stream.Collectors;

/// The steps inside softmax: a row for each query, inside it the parts. The naive one has no
/// maximum and no shift.
record SoftmaxSteps(AttentionFrame frame, ListingLines lines) {
  private static final List<Part> STABLE = List.of(Part.values());
  private static final List<Part> NAIVE = List.of(Part.EXP, Part.SUM, Part.DIVIDE);

  Run<AttentionFrame> rows() {
    return Run.indexed(frame.problem().length(), this::row);
  }

  private Step<AttentionFrame> row(int query) {
    var parts = frame.problem().settings().softmax() == SoftmaxKind.STABLE ? STABLE : NAIVE;
    return AttentionRun.step(
        "softmax row",
        Words.token(frame.problem(), query),
        frame.looking(new Focus.RowWeighed(query)),
        lines.divide(),
        List.of("scores"),
        List.of(AttentionVariables.rowName(Tensor.WEIGHTS, query)),
        AttentionConditions.ofRow(frame, query),
        () -> Run.indexed(parts.size(), index -> part(query, parts.get(index))));
  }

  private Step<AttentionFrame> part(int query, Part part) {
    var at = "[%d]".formatted(query);
    int line =
        switch (part) {
          case MAX -> lines.greatest();
          case SHIFT -> lines.shift();
          case EXP -> lines.exponentials();
          case SUM -> lines.sums();
          case DIVIDE -> lines.divide();
        };
    var crumb =
        switch (part) {
          case MAX -> "max";
          case SHIFT -> "shift";
          case EXP -> "exp";
          case SUM -> "sum";
          case DIVIDE -> "divide";
        };
    var reads =
        switch (part) {
          case MAX, EXP -> List.of("scores" + at);
          case SHIFT -> List.of("scores" + at, "top" + at);
          case SUM -> List.of("exps" + at);
          case DIVIDE -> List.of("exps" + at, "sums" + at);
        };
    var writes =
        switch (part) {
          case MAX -> List.of("top" + at);
          case SHIFT -> List.of("scores" + at);
          case EXP -> List.of("exps" + at);
          case SUM -> List.of("sums" + at);
          case DIVIDE -> List.of(AttentionVariables.rowName(Tensor.WEIGHTS, query));
        };
    var all = AttentionConditions.ofRow(frame, query);
    var conditions =
        all.stream()
            .filter(condition ->
                condition.equals(AttentionConditions.OVERFLOW)
                    ? part == Part.EXP
                    : part == Part.DIVIDE)
            .collect(Collectors.toSet());
    return AttentionRun.step(
        "softmax part",
        crumb,
        frame.looking(new Focus.PartWeighed(query, part)),
        line,
        reads,
        writes,
        conditions,
        null);
  }
}
