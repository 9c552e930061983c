package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.attention.AttentionProblem.Names;
import dev.stepwise.compute.attention.AttentionRun;
import dev.stepwise.compute.attention.OutputFocus;
import dev.stepwise.compute.multihead.Focus.Stage;
import dev.stepwise.compute.multihead.MultiHead.Pass;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.SequencedMap;

/// What multi-head attention shows at a step: the whole pass, and how far the step has come in it.
///
/// @param problem the tokens, matrices and settings
/// @param pass all that is computed, also what the step has not reached yet
/// @param focus what the step looks at
public record MultiHeadFrame(MultiHeadProblem problem, Pass pass, Focus focus) implements Frame {

  /// Whether the run has come to a stage.
  public boolean reaches(Stage stage) {
    return focus.stage().compareTo(stage) >= 0;
  }

  /// How many heads have attended after this step.
  public int attended() {
    return done(Stage.ATTEND, problem.heads());
  }

  /// How many rows of the joined heads are there.
  public int joinedRows() {
    return done(Stage.JOIN, problem.length());
  }

  /// How many rows of the output are there.
  public int outputRows() {
    return done(Stage.MIX, problem.length());
  }

  private int done(Stage stage, int all) {
    int order = stage.compareTo(focus.stage());
    return order > 0 ? 0 : order < 0 ? all : Math.min(all, focus.parts());
  }

  /// The frame of exercise 1 that shows the projection of full width, before any head is cut off
  /// it: that of the step where it is inside.
  public AttentionFrame projection() {
    if (focus instanceof ProjectFocus.Projecting(var step)) {
      return step;
    }
    var single =
        new AttentionProblem(
            problem.tokens(),
            problem.x(),
            problem.queries(),
            problem.keys(),
            problem.values(),
            problem.settings(),
            problem.origin(),
            Names.NONE);
    return AttentionRun.projected(single, pass.whole());
  }

  /// The frame of exercise 1 that shows a head: that of the step where it is inside, else when the
  /// head has attended.
  public AttentionFrame inHead(int head) {
    return focus instanceof HeadsFocus.Inside(int same, var step) && same == head
        ? step
        : new AttentionFrame(
            problem.single(head), pass.heads().get(head), new OutputFocus.Finished(), false);
  }

  @Override
  public SequencedMap<String, Value> variables() {
    return focus.variables(this);
  }

  @Override
  public Narration narration() {
    return MistakenHeadWords.of(this).orElseGet(() -> focus.narration(this));
  }

  @Override
  public List<Ref> written() {
    return focus.written(this);
  }

  MultiHeadFrame looking(Focus other) {
    return new MultiHeadFrame(problem, pass, other);
  }

  /// Its step.
  Step<MultiHeadFrame> step(String crumb) {
    return Step.of(focus.kind(), crumb, this);
  }
}
