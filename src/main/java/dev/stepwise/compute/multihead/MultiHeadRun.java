package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.Attention.Projections;
import dev.stepwise.compute.attention.AttentionConditions;
import dev.stepwise.compute.attention.AttentionRun;
import dev.stepwise.compute.run.Once;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// The run of multi-head attention: project, reshape, transpose, attend, concatenate, mix, end.
/// Attending opens into the heads, and each head into exercise 1. Every number comes from
/// [MultiHead#pass].
///
/// @param frame of any of its steps
public record MultiHeadRun(MultiHeadFrame frame) {
  private static final List<Function<MultiHeadRun, Step<MultiHeadFrame>>> STEPS =
      List.of(
          MultiHeadRun::project,
          MultiHeadRun::reshape,
          MultiHeadRun::turn,
          MultiHeadRun::attend,
          MultiHeadRun::join,
          MultiHeadRun::mix,
          MultiHeadRun::end);

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  public static Run<MultiHeadFrame> of(MultiHeadProblem problem) {
    var whole =
        new Once<>(() ->
            new MultiHeadFrame(problem, MultiHeadMistake.pass(problem), new MixFocus.Finished()));
    return Run.indexed(
        STEPS.size(), index -> STEPS.get(index).apply(new MultiHeadRun(whole.get())));
  }

  private Step<MultiHeadFrame> step(String crumb, Focus focus) {
    return frame.looking(focus).step(crumb);
  }

  private boolean straight() {
    return frame.problem().reshape() == Reshape.WITHOUT_TRANSPOSE;
  }

  private Step<MultiHeadFrame> project() {
    return step("Project", new ProjectFocus.Projected())
        .opening(() ->
            AttentionRun.projecting(frame.projection())
                .map(inner -> frame.looking(new ProjectFocus.Projecting(inner))));
  }

  private Step<MultiHeadFrame> reshape() {
    return step(
        "Reshape", straight() ? new ReshapeFocus.Straightened() : new ReshapeFocus.Reshaped());
  }

  private Step<MultiHeadFrame> turn() {
    return step(
        "Transpose", straight() ? new TransposeFocus.Unturned() : new TransposeFocus.Turned());
  }

  private Step<MultiHeadFrame> attend() {
    return step("Attend", new HeadsFocus.Attended())
        .meeting(
            frame.pass().heads().stream()
                .flatMap(pass -> AttentionConditions.ofPass(pass).stream())
                .collect(Collectors.toSet()))
        .opening(() -> Run.indexed(frame.problem().heads(), this::head));
  }

  /// A head, inside it exercise 1.
  private Step<MultiHeadFrame> head(int head) {
    return step("Head " + head, new HeadsFocus.HeadAttended(head))
        .meeting(AttentionConditions.ofPass(frame.pass().heads().get(head)))
        .opening(() ->
            AttentionRun.after(frame.problem().single(head), () -> slice(head))
                .map(inner -> frame.looking(new HeadsFocus.Inside(head, inner))));
  }

  /// What a head works with.
  private Projections slice(int head) {
    return frame.pass().split().get(frame.problem().mistake().slice(head));
  }

  private Step<MultiHeadFrame> join() {
    return step("Concatenate", new JoinFocus.Joined())
        .opening(() -> each(JoinFocus.TokenJoined::new));
  }

  private Step<MultiHeadFrame> mix() {
    return step("Output", new MixFocus.Mixed()).opening(() -> each(MixFocus.TokenMixed::new));
  }

  private Step<MultiHeadFrame> end() {
    return step("End", new MixFocus.Finished());
  }

  /// A step for each token.
  private Run<MultiHeadFrame> each(IntFunction<Focus> focus) {
    return Run.indexed(
        frame.problem().length(), token -> step(frame.problem().row(token), focus.apply(token)));
  }
}
