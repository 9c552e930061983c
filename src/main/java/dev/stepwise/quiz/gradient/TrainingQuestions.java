package dev.stepwise.quiz.gradient;

import dev.stepwise.compute.gradient.Descent;
import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Clearly;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import java.util.Optional;

/// What is asked about a training as a whole, of a network and of a line alike.
record TrainingQuestions(Draft<GradientFrame> draft) {
  private static final Option FALLS = Option.of("it falls");
  private static final Option STAYS = Option.of("it stays as it is");
  private static final Option RISES = Option.of("it rises");

  /// @param before the loss of the epoch before; NaN for the first
  /// @param loss of the epoch
  Optional<Question> loss(int epoch, double before, double loss) {
    boolean told = before == loss || Clearly.differ(before, loss);
    if (!Double.isFinite(before) || !Double.isFinite(loss) || !told) {
      return Optional.empty();
    }
    var wrongFall = FALLS.mistaken("loss-always-falls");
    var wrongStay = STAYS.mistaken("loss-settles-at-once");
    var choices =
        loss < before
            ? Choices.right(FALLS).wrong(wrongStay).wrong(RISES)
            : loss > before
                ? Choices.right(RISES).wrong(wrongFall).wrong(wrongStay)
                : Choices.right(STAYS).wrong(wrongFall).wrong(RISES);
    return draft.asks(
        "loss",
        "The loss of epoch %d was %s. What does it do in epoch %d?"
            .formatted(epoch - 1, Numbers.text(before), epoch),
        choices.mixed(draft.path()),
        Ref.of("losses"));
  }

  /// Asked before the first epoch alone: later the batches of the one before are known.
  ///
  /// @param samples how many are trained on
  Optional<Question> updates(int epoch, int samples, Descent descent) {
    int size = descent.sizeOfBatch(samples);
    return epoch > 1
        ? Optional.empty()
        : draft.asks(
            "updates",
            "%s in batches of %s: how many times does an epoch update the parameters?"
                .formatted(Phrases.count(samples, "sample"), Phrases.number(size)),
            NumberChoices.right(descent.batches(samples))
                .wrong(Math.floorDiv(samples, size), "last-batch-dropped")
                .wrong(1, "an-update-an-epoch")
                .wrong(samples, "an-update-a-sample")
                .wrong(size, "size-for-count")
                .sorted(number -> Phrases.number(Math.round(number))),
            Ref.of("order", samples - 1));
  }
}
