package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.AttentionConditions;
import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.attention.AttentionProblem.Names;
import dev.stepwise.compute.attention.AttentionRun;
import dev.stepwise.compute.attention.OutputFocus;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.multihead.MultiHeadFrame.Focus;
import dev.stepwise.compute.multihead.MultiHeadProblem.Reshape;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Once;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The run of multi-head attention: project, reshape, transpose, attend, concatenate, mix, end.
/// Attending opens into the heads, and each head into exercise 1. Every number comes from
/// [MultiHead#pass].
public final class MultiHeadRun {
  private final Supplier<MultiHeadFrame> whole;
  private final MultiHeadProblem problem;

  private MultiHeadRun(MultiHeadProblem problem) {
    this.problem = problem;
    this.whole =
        new Once<>(
            () -> new MultiHeadFrame(problem, MultiHead.pass(problem), new Focus.Finished()));
  }

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  public static Run<MultiHeadFrame> of(MultiHeadProblem problem) {
    var run = new MultiHeadRun(problem);
    List<Supplier<Step<MultiHeadFrame>>> steps =
        List.of(run::project, run::reshape, run::turn, run::attend, run::join, run::mix, run::end);
    return Run.indexed(steps.size(), index -> steps.get(index).get());
  }

  private Step<MultiHeadFrame> project() {
    return step(
        "project",
        "Project",
        new Focus.Projected(),
        Line.PROJECT,
        List.of("X", "W_q", "W_k", "W_v"),
        List.of("Q", "K", "V"),
        Set.of(),
        () -> {
          var frame = whole.get();
          return AttentionRun.projecting(projected(frame))
              .map(inner -> frame.looking(new Focus.Projecting(inner)));
        });
  }

  /// The frame of exercise 1 that shows the projection of full width, before any head is cut off
  /// it.
  public static AttentionFrame projected(MultiHeadFrame frame) {
    var problem = frame.problem();
    var single =
        new AttentionProblem(
            problem.tokens(),
            problem.x(),
            problem.queries(),
            problem.keys(),
            problem.values(),
            MultiHead.settings(problem),
            problem.origin(),
            Names.NONE);
    return AttentionRun.projected(single, frame.pass().whole());
  }

  private boolean straight() {
    return problem.reshape() == Reshape.WITHOUT_TRANSPOSE;
  }

  private Step<MultiHeadFrame> reshape() {
    return step(
        "reshape",
        "Reshape",
        new Focus.Reshaped(),
        straight() ? Line.STRAIGHT : Line.RESHAPE,
        List.of("Q", "K", "V"),
        List.of("Q", "K", "V"),
        Set.of(),
        null);
  }

  private Step<MultiHeadFrame> turn() {
    return step(
        "transpose",
        "Transpose",
        new Focus.Turned(),
        straight() ? Line.ASK_RESHAPE : Line.TRANSPOSE,
        straight() ? List.of() : List.of("Q", "K", "V"),
        straight() ? List.of() : List.of("Q", "K", "V"),
        Set.of(),
        null);
  }

  private Step<MultiHeadFrame> attend() {
    var conditions = new HashSet<Condition>();
    for (int head = 0; head < problem.heads(); head++) {
      conditions.addAll(conditions(head));
    }
    return step(
        "attend",
        "Attend",
        new Focus.Attended(),
        Line.ATTEND,
        List.of("Q", "K", "V"),
        List.of("mixed", "attention_weights"),
        conditions,
        () -> Run.indexed(problem.heads(), this::head));
  }

  private Set<Condition> conditions(int head) {
    var pass = whole.get().pass().heads().get(head);
    return AttentionConditions.ofPass(pass);
  }

  private Step<MultiHeadFrame> head(int head) {
    return step(
        "head",
        "Head " + head,
        new Focus.HeadAttended(head),
        Line.ATTEND,
        List.of("Q", "K", "V"),
        List.of("heads[%d][0]".formatted(head), "heads[%d][1]".formatted(head)),
        conditions(head),
        () -> inside(head));
  }

  /// Exercise 1 for a head.
  private Run<MultiHeadFrame> inside(int head) {
    var frame = whole.get();
    return AttentionRun.after(single(problem, head), () -> frame.pass().split().get(head))
        .map(inner -> frame.looking(new Focus.Inside(head, inner)));
  }

  /// The problem that exercise 1 would have for a head: the same tokens and X, and the head's
  /// columns of W_q, W_k and W_v. After a wrong reshape its rows are no tokens, and are not called
  /// so.
  public static AttentionProblem single(MultiHeadProblem problem, int head) {
    return new AttentionProblem(
        problem.tokens(),
        problem.x(),
        columns(problem.queries(), problem, head),
        columns(problem.keys(), problem, head),
        columns(problem.values(), problem, head),
        MultiHead.settings(problem),
        problem.origin(),
        new Names(List.of(), List.of(), problem.pieces(head)));
  }

  private static double[][] columns(double[][] matrix, MultiHeadProblem problem, int head) {
    int width = problem.headWidth();
    var part = new double[matrix.length][];
    for (int row = 0; row < part.length; row++) {
      part[row] = Arrays.copyOfRange(matrix[row], head * width, (head + 1) * width);
    }
    return part;
  }

  /// The frame of exercise 1 that shows a head when it has attended.
  public static AttentionFrame finished(MultiHeadFrame frame, int head) {
    return new AttentionFrame(
        single(frame.problem(), head),
        frame.pass().heads().get(head),
        new OutputFocus.Finished(),
        false);
  }

  private Step<MultiHeadFrame> join() {
    return step(
        "concatenate",
        "Concatenate",
        new Focus.Joined(),
        Line.JOIN,
        List.of("mixed"),
        List.of("joined"),
        Set.of(),
        () ->
            Run.indexed(
                problem.length(),
                token ->
                    step(
                        "join token",
                        row(token),
                        new Focus.TokenJoined(token),
                        Line.JOIN,
                        List.of("mixed"),
                        List.of("joined[%d]".formatted(token)),
                        Set.of(),
                        null)));
  }

  private String row(int token) {
    return !problem.misplaces() ? Words.token(problem.tokens(), token) : "row " + token;
  }

  private Step<MultiHeadFrame> mix() {
    return step(
        "output",
        "Output",
        new Focus.Mixed(),
        Line.MIX,
        List.of("joined", "W_o"),
        List.of("output"),
        Set.of(),
        () ->
            Run.indexed(
                problem.length(),
                token ->
                    step(
                        "mix token",
                        row(token),
                        new Focus.TokenMixed(token),
                        Line.MIX,
                        List.of("joined", "W_o"),
                        List.of("output[%d]".formatted(token)),
                        Set.of(),
                        null)));
  }

  private Step<MultiHeadFrame> end() {
    return step(
        "end",
        "End",
        new Focus.Finished(),
        Line.END,
        List.of("output", "attention_weights"),
        List.of(),
        Set.of(),
        null);
  }

  private Step<MultiHeadFrame> step(
      String phase,
      String crumb,
      Focus focus,
      int line,
      List<String> reads,
      List<String> writes,
      Set<Condition> conditions,
      @Nullable Supplier<Run<MultiHeadFrame>> opens) {
    var frame = whole.get().looking(focus);
    return new Step<>(
        phase, crumb, MultiHeadNarration.of(frame), line, reads, writes, conditions, frame, opens);
  }
}
