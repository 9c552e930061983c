package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Activation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.List;

/// What epochs, batches and passes say.
final class EpochNarration {
  private EpochNarration() {}

  static Narration epoch(NetworkFrame frame, NetworkFocus.EpochDone focus) {
    var trouble = focus.trouble();
    var now = focus.now();
    var title = "Epoch " + frame.moment().epoch();
    if (trouble.isPresent()) {
      return new Narration(
          title + " breaks off",
          "In batch %d the loss is %s. The training stops here."
              .formatted(trouble.get().batch() + 1, Numbers.text(trouble.get().loss())));
    }
    double rate = frame.problem().descent().rateIn(frame.moment().epoch());
    var caption =
        "%s. After its %s, %s right%s.%s"
            .formatted(
                Words.change("The mean loss", focus.before(), focus.loss()),
                Phrases.count(frame.problem().batches(), "update"),
                Words.some(now.correct(), now.count(), "training sample"),
                held(frame),
                dead(frame, focus.dead()));
    var formula =
        Words.line(
            "\\bar L=\\frac{1}{%d}\\textstyle\\sum_i L_i".formatted(now.count()), focus.loss());
    return new Narration(title, caption, List.of(formula, Words.line("\\eta", rate)));
  }

  private static String held(NetworkFrame frame) {
    var accuracies = frame.moment().curves().heldAccuracies();
    int held = frame.problem().data().held().length;
    return held == 0
        ? ""
        : ", and %d of %d held-out ones".formatted(Math.round(accuracies.last() * held), held);
  }

  private static String dead(NetworkFrame frame, int dead) {
    if (dead == 0) {
      return "";
    }
    int hidden = frame.moment().parameters().hidden();
    boolean one = dead == 1;
    return frame.problem().activation() == Activation.RELU
        ? " %d of %d hidden units %s off for every sample: no gradient reaches %s."
            .formatted(dead, hidden, one ? "is" : "are", one ? "it" : "them")
        : " %d of %d hidden units %s negative for every sample, but the leak of 0.01 lets a gradient through."
            .formatted(dead, hidden, one ? "is" : "are");
  }

  static Narration finished(NetworkFrame frame, NetworkFocus.Finished focus) {
    var training = focus.training();
    var held =
        focus
            .held()
            .map(other ->
                " Of the samples it never saw, %d of %d (%s), with loss %s."
                    .formatted(
                        other.correct(),
                        other.count(),
                        Evaluation.percent(other.accuracy()),
                        Numbers.text(other.loss())))
            .orElse("");
    return new Narration(
        "Trained for " + Phrases.count(frame.moment().epoch(), "epoch"),
        "With the final weights %s right (%s), with loss %s.%s%s"
            .formatted(
                Words.some(training.correct(), training.count(), "training sample"),
                Evaluation.percent(training.accuracy()),
                Numbers.text(training.loss()),
                held,
                verdict(frame)),
        List.of(Words.share("\\text{accuracy}", training.correct(), training.count())));
  }

  private static String verdict(NetworkFrame frame) {
    int dead = DeadUnits.count(DeadUnits.of(frame.problem(), frame.moment().parameters()));
    return dead(frame, dead);
  }
}
