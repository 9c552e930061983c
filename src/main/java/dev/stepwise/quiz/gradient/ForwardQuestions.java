package dev.stepwise.quiz.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.Tensors;
import dev.stepwise.compute.gradient.network.Forward;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Clearly;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import dev.stepwise.quiz.Told;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is asked about a batch on its way forward. Rows, units and classes count from 0.
record ForwardQuestions(Draft<GradientFrame> draft, NetworkFrame frame) {
  /// The logits of more classes are not told in a sentence.
  private static final int MOST_CLASSES = 4;

  private static final int LEAST_WRONG = 2;

  /// A sum of logits that is a smaller share of their sizes makes absurd shares.
  private static final double LEAST_SUM = 0.2;

  /// Of a smaller probability nobody takes the logarithm as it is printed.
  private static final double LEAST_PROBABILITY = 1e-4;

  private Pass pass() {
    return frame.moment().pass().orElseThrow();
  }

  private Forward forward() {
    return pass().forward();
  }

  private String point(int row) {
    return "point " + (pass().samples()[row] + 1);
  }

  /// Of the whole tensor one unit of the first sample is asked about, which the graph shows.
  Optional<Question> activation() {
    return draft
        .drawn(
            IntStream.range(0, forward().z1()[0].length)
                .filter(unit -> activations(0, unit).size() >= LEAST_WRONG)
                .boxed()
                .toList())
        .flatMap(unit -> activation(0, unit));
  }

  Optional<Question> activation(int row, int unit) {
    var options = activations(row, unit);
    double sum = forward().z1()[row][unit];
    return sum == 0 || options.size() < LEAST_WRONG
        ? Optional.empty()
        : Told.of(
                forward().a1()[row][unit] + 0.0,
                told -> (sum < 0 ? frame.problem().activation().slope() : 1) * told[0] + 0.0,
                sum)
            .flatMap(told ->
                draft.asks(
                    "activation",
                    "z1[%d, %d] is %s. What does %s make of it?"
                        .formatted(
                            row, unit, told.getFirst(), frame.problem().activation().title()),
                    options.sorted(),
                    Tensors.ref(Tensor.A1, row, unit)))
            .map(question -> question.about(Tensors.ref(Tensor.Z1, row, unit)));
  }

  private NumberChoices activations(int row, int unit) {
    double sum = forward().z1()[row][unit];
    double sigmoid = 1 / (1 + Math.exp(-sum));
    // Adding 0 makes a negative zero a plain one.
    var choices = NumberChoices.right(forward().a1()[row][unit] + 0.0);
    return sum < 0
        ? choices
            .wrong(sum, "relu-passes-negatives")
            .wrong(0, "leaky-is-shut")
            .wrong(-sum, "relu-takes-the-size")
            .wrong(sigmoid, "sigmoid-for-relu")
        : choices
            .wrong(1, "relu-is-a-step")
            .wrong(0, "relu-reversed")
            .wrong(sigmoid, "sigmoid-for-relu");
  }

  Optional<Question> winner(int row) {
    double[] logits = forward().z2()[row];
    var greatest = Clearly.largest(logits);
    if (greatest.isEmpty() || (row > 0 && logits.length > MOST_CLASSES)) {
      return Optional.empty();
    }
    double[] sizes = Arrays.stream(logits).map(Math::abs).toArray();
    var choices = Choices.right(label(row, greatest.getAsInt()));
    choices.wrong(label(row, forward().y()[row]).mistaken("the-label-is-known"));
    Clearly.largest(sizes).ifPresent(c -> choices.wrong(label(row, c).mistaken("by-magnitude")));
    Arrays.stream(Clearly.descending(logits)).forEach(c -> choices.wrong(label(row, c)));
    return draft
        .asks(
            "winner",
            "Which class will the network find most probable for %s%s?"
                .formatted(point(row), told(logits)),
            choices.sorted(
                Comparator.comparingInt(option -> option.drawn().orElseThrow().index(1))),
            IntStream.range(0, logits.length).mapToObj(c -> Tensors.ref(Tensor.P, row, c)).toList())
        .map(question -> question.about(Ref.of("X", row, 0)));
  }

  private static String told(double[] logits) {
    return logits.length > MOST_CLASSES ? "" : ", whose logits are " + Phrases.vector(logits);
  }

  private static Option label(int row, int c) {
    return Option.of("class " + c).at(Tensors.ref(Tensor.Z2, row, c));
  }

  Optional<Question> probability(int row) {
    double[] logits = forward().z2()[row];
    if (logits.length > MOST_CLASSES) {
      return Optional.empty();
    }
    int c = Clearly.descending(logits)[0];
    double power = Math.exp(logits[c]);
    double probability = forward().p()[row][c];
    var options =
        NumberChoices.right(probability)
            .wrong(share(logits, c), "shares-of-the-logits")
            .wrong(1.0 / logits.length, "all-as-probable")
            .wrong(power, "not-normalised")
            .wrong(1, "winner-takes-all")
            .wrong(1 / (1 + 1 / power), "sigmoid-for-softmax");
    return options.size() < LEAST_WRONG
        ? Optional.empty()
        : Told.of(probability, told -> softmax(told, c), logits)
            .flatMap(told ->
                draft.asks(
                    "probability",
                    "The logits of %s are %s. How probable does softmax make class %d?"
                        .formatted(point(row), Told.vector(told), c),
                    options.sorted(),
                    Tensors.ref(Tensor.P, row, c)))
            .map(question -> question.about(Tensors.ref(Tensor.Z2, row, c)));
  }

  private static double softmax(double[] logits, int c) {
    double greatest = Arrays.stream(logits).max().orElseThrow();
    return Math.exp(logits[c] - greatest)
        / Arrays.stream(logits).map(logit -> Math.exp(logit - greatest)).sum();
  }

  /// The share of a logit; NaN where logits cancel each other so that nobody would divide by their
  /// sum.
  private static double share(double[] logits, int c) {
    double sum = Arrays.stream(logits).sum();
    double sizes = Arrays.stream(logits).map(Math::abs).sum();
    return Math.abs(sum) < LEAST_SUM * sizes ? Double.NaN : logits[c] / sum;
  }

  Optional<Question> loss(int row) {
    int label = forward().y()[row];
    double probability = forward().p()[row][label];
    double base = Math.log(10);
    double loss = forward().losses()[row];
    var options =
        NumberChoices.right(loss)
            .wrong(1 - probability, "cost-is-the-missing-share")
            .wrong((1 - probability) * (1 - probability), "squared-error-for-entropy")
            .wrong(loss / base, "log-to-base-ten")
            .wrong(-loss, "minus-left-out");
    return probability < LEAST_PROBABILITY || options.size() < LEAST_WRONG
        ? Optional.empty()
        : Told.of(loss, told -> -Math.log(told[0]), probability)
            .flatMap(told ->
                draft.asks(
                    "sample-loss",
                    "The network gives %s, of class %d, a probability of %s for its own class. What is its cross-entropy?"
                        .formatted(point(row), label, told.getFirst()),
                    options.sorted(),
                    Tensors.ref(Tensor.LOSS, row, 0)))
            .map(question -> question.about(Tensors.ref(Tensor.P, row, label)));
  }
}
