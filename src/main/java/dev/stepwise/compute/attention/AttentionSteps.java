package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// The steps of a run of attention, each with the steps inside it.
///
/// @param frame of any of its steps
record AttentionSteps(AttentionFrame frame) {
  private static final List<Tensor> PROJECTIONS = List.of(Tensor.Q, Tensor.K, Tensor.V);
  private static final List<Part> STABLE = List.of(Part.values());
  private static final List<Part> NAIVE = List.of(Part.EXP, Part.SUM, Part.DIVIDE);

  private Step<AttentionFrame> step(String crumb, Focus focus) {
    return frame.looking(focus).step(crumb);
  }

  /// A step for each token.
  private Run<AttentionFrame> each(IntFunction<Step<AttentionFrame>> step) {
    return Run.indexed(frame.problem().length(), step);
  }

  private String token(int i) {
    return Words.token(frame.problem(), i);
  }

  Step<AttentionFrame> project() {
    return step("Project", new ProjectionFocus.Projected()).opening(this::projections);
  }

  /// Q, K and V, inside each its cells, inside each its terms.
  Run<AttentionFrame> projections() {
    return Run.indexed(PROJECTIONS.size(), index -> projection(PROJECTIONS.get(index)));
  }

  private Step<AttentionFrame> projection(Tensor matrix) {
    int width = frame.problem().keyWidth();
    return step(matrix.variable(), new ProjectionFocus.MatrixProjected(matrix))
        .opening(() ->
            Run.indexed(
                frame.problem().length() * width,
                index -> projected(matrix, index / width, index % width)));
  }

  private Step<AttentionFrame> projected(Tensor matrix, int row, int column) {
    return step(
            matrix.cellName(row, column), new ProjectionFocus.CellProjected(matrix, row, column))
        .opening(() ->
            Run.indexed(
                frame.problem().modelWidth(),
                term ->
                    step(
                        "term " + (term + 1),
                        new ProjectionFocus.TermProjected(matrix, row, column, term))));
  }

  Step<AttentionFrame> scores() {
    return step("Scores", new ScoreFocus.Scored()).opening(() -> each(this::scored));
  }

  private Step<AttentionFrame> scored(int query) {
    return step(token(query), new ScoreFocus.RowScored(query))
        .opening(() -> each(key -> scored(query, key)));
  }

  private Step<AttentionFrame> scored(int query, int key) {
    return step("key " + token(key), new ScoreFocus.CellScored(query, key))
        .opening(() ->
            Run.indexed(
                frame.headWidth(),
                term -> step("term " + (term + 1), new ScoreFocus.TermScored(query, key, term))));
  }

  Step<AttentionFrame> scale() {
    return frame.problem().settings().scales()
        ? step("Scale", new ScaleFocus.Scaled())
            .opening(() -> each(i -> step(token(i), new ScaleFocus.RowScaled(i))))
        : step("Scale", new ScaleFocus.Unscaled());
  }

  Step<AttentionFrame> mask() {
    return frame.problem().settings().hides()
        ? step("Mask", new MaskFocus.Masked())
            .opening(() -> each(i -> step(token(i), new MaskFocus.RowMasked(i))))
        : step("Mask", new MaskFocus.Unmasked());
  }

  Step<AttentionFrame> softmax() {
    return step("Softmax", new SoftmaxFocus.Weighed())
        .meeting(AttentionConditions.ofRows(frame))
        .opening(() -> each(this::weighed));
  }

  private Step<AttentionFrame> weighed(int query) {
    var parts = frame.problem().settings().isStable() ? STABLE : NAIVE;
    var whole =
        step(token(query), new SoftmaxFocus.RowWeighed(query))
            .meeting(AttentionConditions.ofRow(frame, query));
    return frame.problem().settings().mistake().inSoftmax()
        ? whole
        : whole.opening(() -> Run.indexed(parts.size(), index -> part(query, parts.get(index))));
  }

  private Step<AttentionFrame> part(int query, Part part) {
    var crumb = part.name().toLowerCase(Locale.ROOT);
    return step(crumb, new SoftmaxFocus.PartWeighed(query, part)).meeting(inPart(query, part));
  }

  private Set<Condition> inPart(int query, Part part) {
    return AttentionConditions.ofRow(frame, query).stream()
        .filter(condition ->
            part == (condition.equals(AttentionConditions.OVERFLOW) ? Part.EXP : Part.DIVIDE))
        .collect(Collectors.toSet());
  }

  Step<AttentionFrame> output() {
    return step("Output", new OutputFocus.Mixed()).opening(() -> each(this::mixed));
  }

  private Step<AttentionFrame> mixed(int query) {
    return step(token(query), new OutputFocus.RowMixed(query))
        .opening(() ->
            each(key -> step("value of " + token(key), new OutputFocus.TermMixed(query, key))));
  }

  Step<AttentionFrame> end() {
    return step("End", new OutputFocus.Finished());
  }
}
