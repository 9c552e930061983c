package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.Attention.Pass;
import dev.stepwise.compute.attention.Attention.Projections;
import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Once;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The run of attention: project, scores, scale, mask, softmax, output, end. A step that a setting
/// turns off is still there and says so, so that two runs that differ in one setting keep step.
/// Every number comes from [Attention#pass].
public final class AttentionRun {
  private final Supplier<AttentionFrame> whole;
  private final ListingLines lines;
  private final boolean projected;

  private AttentionRun(Supplier<AttentionFrame> whole, ListingLines lines, boolean projected) {
    this.whole = whole;
    this.lines = lines;
    this.projected = projected;
  }

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  public static Run<AttentionFrame> of(AttentionProblem problem) {
    var whole =
        new Once<>(() -> frame(problem, Attention.pass(problem), new Focus.Finished(), true));
    return new AttentionRun(whole, ListingLines.SELF_ATTENTION, true).run();
  }

  /// The run from given queries, keys and values on: scores, scale, mask, softmax, output, end.
  ///
  /// @param problem tokens and settings; its X and matrices are not looked at
  /// @param lines where another listing does the same
  public static Run<AttentionFrame> after(
      AttentionProblem problem, Supplier<Projections> projections, ListingLines lines) {
    var whole =
        new Once<>(() ->
            frame(
                problem,
                Attention.pass(projections.get(), problem.settings()),
                new Focus.Finished(),
                false));
    return new AttentionRun(whole, lines, false).run();
  }

  /// The steps inside the projection alone: Q, K and V, inside each its cells, inside each its
  /// terms.
  ///
  /// @param frame as [#projected] makes it
  /// @param lines where another listing does the same
  public static Run<AttentionFrame> projecting(AttentionFrame frame, ListingLines lines) {
    return new ProjectionSteps(frame, lines).matrices();
  }

  /// The frame of queries, keys and values that have just come to be, of which nothing more is
  /// computed.
  public static AttentionFrame projected(AttentionProblem problem, Projections projections) {
    return frame(problem, Pass.begun(projections), new Focus.Projected(), true);
  }

  private static AttentionFrame frame(
      AttentionProblem problem, Pass pass, Focus focus, boolean projected) {
    return new AttentionFrame(problem, pass, focus, projected);
  }

  private Run<AttentionFrame> run() {
    List<Supplier<Step<AttentionFrame>>> tail =
        List.of(this::scores, this::scale, this::mask, this::softmax, this::output, this::end);
    int head = projected ? 1 : 0;
    return Run.indexed(
        tail.size() + head, index -> index < head ? project() : tail.get(index - head).get());
  }

  private Step<AttentionFrame> project() {
    var frame = whole.get().looking(new Focus.Projected());
    return step(
        "project",
        "Project",
        frame,
        lines.queries(),
        List.of("X", "W_q", "W_k", "W_v"),
        List.of("Q", "K", "V"),
        Set.of(),
        () -> new ProjectionSteps(frame, lines).matrices());
  }

  private Step<AttentionFrame> scores() {
    var frame = whole.get().looking(new Focus.Scored());
    return step(
        "scores",
        "Scores",
        frame,
        lines.products(),
        List.of("Q", "K"),
        List.of("scores"),
        Set.of(),
        () -> new ScoreSteps(frame, lines).rows());
  }

  private Step<AttentionFrame> scale() {
    var frame = whole.get().looking(new Focus.Scaled());
    boolean on = frame.problem().settings().scale();
    return step(
        "scale",
        "Scale",
        frame,
        on ? lines.scale() : lines.ifScaled(),
        on ? List.of("scores", "K") : List.of(),
        on ? List.of("scores") : List.of(),
        Set.of(),
        on ? () -> rows(frame, "scale row", lines.scale(), "scores", Focus.RowScaled::new) : null);
  }

  private Step<AttentionFrame> mask() {
    var frame = whole.get().looking(new Focus.Masked());
    boolean on = frame.problem().settings().mask() == Mask.CAUSAL;
    return step(
        "mask",
        "Mask",
        frame,
        on ? lines.mask() : lines.ifMasked(),
        on ? List.of("scores") : List.of(),
        on ? List.of("scores") : List.of(),
        Set.of(),
        on ? () -> rows(frame, "mask row", lines.mask(), "scores", Focus.RowMasked::new) : null);
  }

  private interface OfRow {
    Focus focus(int row);
  }

  private static Run<AttentionFrame> rows(
      AttentionFrame frame, String phase, int line, String variable, OfRow focus) {
    return Run.indexed(
        frame.problem().length(),
        i -> {
          var names = List.of("%s[%d]".formatted(variable, i));
          return step(
              phase,
              Words.token(frame.problem(), i),
              frame.looking(focus.focus(i)),
              line,
              List.of(variable),
              names,
              Set.of(),
              null);
        });
  }

  private Step<AttentionFrame> softmax() {
    var frame = whole.get().looking(new Focus.Weighed());
    return step(
        "softmax",
        "Softmax",
        frame,
        lines.softmax(),
        List.of("scores"),
        List.of("attention_weights"),
        AttentionConditions.ofRows(frame),
        () -> new SoftmaxSteps(frame, lines).rows());
  }

  private Step<AttentionFrame> output() {
    var frame = whole.get().looking(new Focus.Mixed());
    return step(
        "output",
        "Output",
        frame,
        lines.output(),
        List.of("attention_weights", "V"),
        List.of("output"),
        Set.of(),
        () -> new OutputSteps(frame, lines).rows());
  }

  private Step<AttentionFrame> end() {
    return step(
        "end",
        "End",
        whole.get(),
        lines.end(),
        List.of("output", "attention_weights"),
        List.of(),
        Set.of(),
        null);
  }

  /// A step that says what its frame's focus says.
  static Step<AttentionFrame> step(
      String phase,
      String crumb,
      AttentionFrame frame,
      int line,
      List<String> reads,
      List<String> writes,
      Set<Condition> conditions,
      @Nullable Supplier<Run<AttentionFrame>> opens) {
    return new Step<>(
        phase, crumb, AttentionNarration.of(frame), line, reads, writes, conditions, frame, opens);
  }
}
