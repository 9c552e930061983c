package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.Evaluation;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.OperationNarration;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.Trainer;
import dev.stepwise.compute.gradient.Words;
import dev.stepwise.compute.gradient.network.TwoLayerNetwork;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Element;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.gradient.GradientElement.OfAccuracy;
import dev.stepwise.view.gradient.GradientElement.OfBatchLoss;
import dev.stepwise.view.gradient.GradientElement.OfConfusion;
import dev.stepwise.view.gradient.GradientElement.OfEpochAccuracy;
import dev.stepwise.view.gradient.GradientElement.OfNumber;
import dev.stepwise.view.gradient.GradientElement.OfSample;
import dev.stepwise.view.gradient.GradientElement.OfTensor;
import dev.stepwise.view.gradient.GradientElement.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers "why this number?" for the training of a network.
///
/// @param frame of the step
record NetworkExplainer(NetworkFrame frame) {
  private static final int MOST_LIT = 300;

  Optional<Explanation> explain(GradientElement element) {
    return switch (element) {
      case OfNumber(_, var tensor, _) ->
          Optional.of(
              new Explanation(
                  new Narration(
                      "%s is not computed yet".formatted(tensor.code()),
                      "This step comes before it. Step on to see it."),
                  Set.of()));
      case OfTensor(var tensor) -> Optional.of(tensor(tensor));
      case OfBatchLoss(int index) -> Optional.of(batchLoss(index));
      case OfAccuracy(var part) -> Optional.of(accuracy(part));
      case OfEpochAccuracy(var part, int index) -> Optional.of(epochAccuracy(part, index));
      case OfConfusion(int label, int taken) -> Optional.of(confusion(label, taken));
      default -> Optional.empty();
    };
  }

  private Explanation tensor(Tensor tensor) {
    var pass = frame.moment().pass();
    boolean known = pass.map(p -> p.knows(tensor)).orElse(false);
    if (!known) {
      return new Explanation(
          new Narration(
              "%s is not computed at this step".formatted(tensor.code()),
              pass.isEmpty()
                  ? "Whole epochs have no batch to look at: step into one."
                  : "It comes later in this batch."),
          Set.of());
    }
    var lit = new HashSet<Element>();
    OperationNarration.sources(tensor).forEach(source -> lit.add(new OfTensor(source)));
    var said = OperationNarration.of(frame, tensor);
    var values = new TensorValues(pass.orElseThrow(), tensor);
    return new Explanation(
        new Narration(said.title(), said.caption(), said.formulas(), values.shown()),
        lit,
        values.whole());
  }

  private Explanation batchLoss(int index) {
    var problem = frame.problem();
    int epoch = index / problem.batches() + 1;
    int batch = index % problem.batches();
    double loss = frame.moment().curves().batches().at(index);
    var pass = frame.moment().pass();
    boolean now =
        pass.isPresent() && pass.get().batch() == batch && frame.moment().epoch() == epoch;
    if (now) {
      return new Explanation(
          OperationNarration.of(frame, Tensor.LOSS), Set.of(new OfTensor(Tensor.P)));
    }
    int[] samples = Trainer.samples(problem, Trainer.order(problem, epoch), batch);
    return new Explanation(
        new Narration(
            "Epoch %d, batch %d: loss %s".formatted(epoch, batch + 1, Numbers.text(loss)),
            "The mean over its %d samples of −ln p of the right class, before the batch's update. The batch was points %s."
                .formatted(samples.length, list(samples)),
            List.of(
                Words.line(
                    "L=\\frac{1}{%d}\\textstyle\\sum_i-\\ln p_{i,y_i}".formatted(samples.length),
                    loss))),
        Set.of());
  }

  private static String list(int[] samples) {
    var words = new ArrayList<String>();
    for (int i = 0; i < Math.min(6, samples.length); i++) {
      words.add(Integer.toString(samples[i] + 1));
    }
    return String.join(", ", words) + (samples.length > 6 ? ", …" : "");
  }

  private Explanation accuracy(Part part) {
    var data = frame.problem().data();
    int[] samples = part == Part.TRAINING ? data.training() : data.held();
    var evaluation = Evaluation.of(frame.problem(), samples, frame.moment().parameters());
    var wrong = new HashSet<Element>();
    var forward = Trainer.forward(frame.problem(), samples, frame.moment().parameters());
    for (int row = 0; row < samples.length && wrong.size() < MOST_LIT; row++) {
      if (TwoLayerNetwork.greatest(forward.p()[row]) != forward.y()[row]) {
        wrong.add(new OfSample(samples[row]));
      }
    }
    return new Explanation(
        new Narration(
            part == Part.TRAINING ? "Training accuracy" : "Held-out accuracy",
            evaluation.sentence(),
            List.of(Words.share("\\text{accuracy}", evaluation.correct(), evaluation.count()))),
        wrong);
  }

  private Explanation epochAccuracy(Part part, int index) {
    var curves = frame.moment().curves();
    boolean training = part == Part.TRAINING;
    double share = (training ? curves.accuracies() : curves.heldAccuracies()).at(index);
    int[] samples = training ? frame.problem().data().training() : frame.problem().data().held();
    int correct = (int) Math.round(share * samples.length);
    var caption =
        training
            ? "%d of %d samples were right, each by the parameters before its own batch's update."
                .formatted(correct, samples.length)
            : "%d of the %d samples held out were right by the parameters %s. No gradient ever comes from them."
                .formatted(
                    correct, samples.length, index == 0 ? "of the start" : "after epoch " + index);
    return new Explanation(
        new Narration(
            training
                ? "Training accuracy in epoch %d".formatted(index + 1)
                : index == 0
                    ? "Held-out accuracy at the start"
                    : "Held-out accuracy after epoch %d".formatted(index),
            caption,
            List.of(Words.share("\\text{accuracy}", correct, samples.length))),
        Set.of());
  }

  private Explanation confusion(int label, int taken) {
    var data = frame.problem().data();
    boolean held = data.held().length > 0;
    var evaluation =
        Evaluation.of(
            frame.problem(), held ? data.held() : data.training(), frame.moment().parameters());
    int count = evaluation.confusion()[label][taken];
    int all = 0;
    for (int each : evaluation.confusion()[label]) {
      all += each;
    }
    return new Explanation(
        new Narration(
            label == taken
                ? "Class %d, recognised".formatted(label)
                : "Class %d taken for %d".formatted(label, taken),
            "Of %d %s samples of class %d, %d have class %d as the most probable one."
                .formatted(all, held ? "held-out" : "training", label, count, taken)),
        Set.of());
  }
}
