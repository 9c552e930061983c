package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionMistake.Step;
import dev.stepwise.compute.run.Narration;
import java.util.List;
import java.util.Optional;

/// What the steps say that a mistake makes on purpose, and those after it whose words would not be
/// true any more.
final class MistakenWords {
  private MistakenWords() {}

  /// What a step says; empty where the words of the right way are true.
  static Optional<Narration> of(AttentionFrame frame) {
    var mistake = frame.problem().settings().mistake();
    if (mistake.said().isEmpty()) {
      return Optional.empty();
    }
    return switch (frame.focus()) {
      case ProjectionFocus _, ScoreFocus.CellScored _, ScoreFocus.TermScored _ -> Optional.empty();
      case ScoreFocus _ -> told(frame, mistake, Step.SCORES, "Scores");
      case ScaleFocus.Unscaled _, MaskFocus.Unmasked _ -> Optional.empty();
      case ScaleFocus _ -> told(frame, mistake, Step.SCALE, "Scale");
      case MaskFocus _ -> told(frame, mistake, Step.MASK, "Mask");
      case SoftmaxFocus _ -> told(frame, mistake, Step.SOFTMAX, "Softmax");
      case OutputFocus.Finished _ -> Optional.of(end(mistake));
      case OutputFocus.TermMixed(int query, int key) ->
          mistake.step() == Step.OUTPUT
              ? Optional.of(frame.cells().whole(Tensor.OUTPUT, query, 0).term(key))
              : Optional.empty();
      case OutputFocus _ ->
          mistake.inSoftmax()
              ? told(frame, mistake, Step.SOFTMAX, "Output")
              : told(frame, mistake, Step.OUTPUT, "Output");
    };
  }

  private static Optional<Narration> told(
      AttentionFrame frame, AttentionMistake mistake, Step step, String title) {
    if (mistake.step() != step) {
      return Optional.empty();
    }
    var at = frame.focus().place();
    int row = at.isEmpty() ? 0 : at.getFirst();
    return Optional.of(
        new Narration(
            at.isEmpty() ? title : title + " of " + Words.token(frame.problem(), row),
            mistake.said(),
            step == Step.MASK
                ? List.of()
                : frame.cells().formulas(frame.focus().tensor(), row, 0)));
  }

  private static Narration end(AttentionMistake mistake) {
    return new Narration(
        "The end",
        "The output has the right shape, so nothing fails, but its numbers come of a mistake. "
            + mistake.said());
  }
}
