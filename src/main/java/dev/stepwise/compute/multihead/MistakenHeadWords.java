package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.AttentionMistake;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import java.util.List;
import java.util.Optional;

/// What the steps say that a mistake makes on purpose, and the end of its run.
final class MistakenHeadWords {
  private MistakenHeadWords() {}

  /// What a step says; empty where the words of the right way are true.
  static Optional<Narration> of(MultiHeadFrame frame) {
    var mistake = frame.problem().mistake();
    if (mistake.said().isEmpty()) {
      return Optional.empty();
    }
    boolean inHeads =
        mistake.inHeads() != AttentionMistake.NONE
            || mistake == MultiHeadMistake.FIRST_HEAD_FOR_ALL;
    boolean merging = mistake == MultiHeadMistake.NO_TRANSPOSE_AT_MERGE;
    boolean mixing =
        mistake == MultiHeadMistake.NO_OUTPUT_PROJECTION
            || mistake == MultiHeadMistake.MIXER_TRANSPOSED;
    return switch (frame.focus()) {
      case ProjectFocus _, ReshapeFocus _, TransposeFocus _, HeadsFocus.Inside _ ->
          Optional.empty();
      case HeadsFocus heads ->
          inHeads
              ? Optional.of(told(heads.narration(frame), mistake.said(), List.of()))
              : Optional.empty();
      case JoinFocus.Joined joined -> at(merging, joined, frame, "joined", 0);
      case JoinFocus.TokenJoined joined -> at(merging, joined, frame, "joined", joined.token());
      case MixFocus.Mixed mixed -> at(mixing, mixed, frame, "output", 0);
      case MixFocus.TokenMixed mixed -> at(mixing, mixed, frame, "output", mixed.token());
      case MixFocus.Finished _ -> Optional.of(end(mistake));
    };
  }

  private static Optional<Narration> at(
      boolean wrong, Focus focus, MultiHeadFrame frame, String variable, int row) {
    if (!wrong) {
      return Optional.empty();
    }
    var formulas =
        new MultiHeadDerivations(frame)
            .of(Ref.of(variable, row, 0))
            .map(why -> why.narration().formulas())
            .orElse(List.of());
    return Optional.of(told(focus.narration(frame), frame.problem().mistake().said(), formulas));
  }

  private static Narration told(Narration right, String said, List<String> formulas) {
    return new Narration(right.title(), said, formulas, right.table());
  }

  private static Narration end(MultiHeadMistake mistake) {
    return new Narration(
        "The end",
        "The output has the right shape, so nothing fails, but its numbers come of a mistake. "
            + mistake.said());
  }
}
