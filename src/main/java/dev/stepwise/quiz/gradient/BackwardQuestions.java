package dev.stepwise.quiz.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.Tensor;
import dev.stepwise.compute.gradient.Tensors;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Numbers;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is asked about a batch on its way back. Rows, units and classes count from 0.
record BackwardQuestions(Draft<GradientFrame> draft, NetworkFrame frame) {
  private static final int LEAST_WRONG = 2;

  /// Shares that differ by less look alike.
  private static final double LEAST_GAP = 0.01;

  private Pass pass() {
    return frame.moment().pass().orElseThrow();
  }

  private String point(int row) {
    return "point " + (pass().samples()[row] + 1);
  }

  /// Of the whole tensor one class of the first sample is asked about, which the graph shows.
  Optional<Question> error() {
    return draft
        .drawn(IntStream.range(0, frame.moment().parameters().classes()).boxed().toList())
        .flatMap(c -> error(0, c));
  }

  Optional<Question> error(int row, int c) {
    double p = pass().forward().p()[row][c];
    boolean right = pass().forward().y()[row] == c;
    double n = pass().samples().length;
    double error = pass().back().dz2()[row][c];
    var options =
        NumberChoices.right(error)
            .wrong(error * n, "not-divided-by-the-batch")
            .wrong(-error, "target-minus-prediction")
            .wrong(right ? p / n : (p - 1) / n, right ? "no-target" : "every-class-a-target");
    if (right) {
      options.wrong(-1 / p / n, "log-derivative-alone");
    }
    if (frame.problem().averaging() != Averaging.MEAN || options.size() < LEAST_WRONG) {
      return Optional.empty();
    }
    return Told.of(error, told -> (told[0] - (right ? 1 : 0)) / n, p)
        .flatMap(told ->
            draft.asks(
                "error",
                "The network gives class %d a probability of %s for %s, which is of class %d; the batch has %s. What is dz2[%d, %d]?"
                    .formatted(
                        c,
                        told.getFirst(),
                        point(row),
                        pass().forward().y()[row],
                        Phrases.count(pass().samples().length, "sample"),
                        row,
                        c),
                options.sorted(),
                Tensors.ref(Tensor.DZ2, row, c)))
        .map(question -> question.about(Tensors.ref(Tensor.P, row, c)));
  }

  /// Of all classes one is asked about.
  Optional<Question> sign() {
    return draft
        .drawn(
            IntStream.range(0, frame.moment().parameters().classes())
                .filter(this::hasSign)
                .boxed()
                .toList())
        .flatMap(this::sign);
  }

  private double predicted(int c) {
    return Arrays.stream(pass().forward().p()).mapToDouble(row -> row[c]).average().orElseThrow();
  }

  private long ofClass(int c) {
    return Arrays.stream(pass().forward().y()).filter(label -> label == c).count();
  }

  private boolean hasSign(int c) {
    double share = (double) ofClass(c) / pass().samples().length;
    return Clearly.differ(predicted(c), share) && Math.abs(predicted(c) - share) > LEAST_GAP;
  }

  Optional<Question> sign(int c) {
    if (!hasSign(c)) {
      return Optional.empty();
    }
    boolean positive = pass().back().db2()[c] > 0;
    var plus = Option.of("positive");
    var minus = Option.of("negative");
    return draft
        .asks(
            "gradient-sign",
            "Over the batch the mean probability of class %d is %s, and %d of %s are of it. What is the sign of db2[%d], the gradient of its bias?"
                .formatted(
                    c,
                    Numbers.text(predicted(c)),
                    ofClass(c),
                    Phrases.count(pass().samples().length, "sample"),
                    c),
            Choices.right(positive ? plus : minus)
                .wrong((positive ? minus : plus).mistaken("target-minus-prediction"))
                .wrong(Option.of("none, it is 0").mistaken("errors-cancel"))
                .mixed(draft.path()),
            Tensors.ref(Tensor.DB2, 0, c))
        .map(question -> question.about(Tensors.ref(new Place(Place.Of.B2, 0, c))));
  }

  /// Of the whole tensor one unit of the first sample is asked about.
  Optional<Question> passes() {
    return draft
        .drawn(
            IntStream.range(0, frame.moment().parameters().hidden())
                .filter(unit -> passes(0, unit).isPresent())
                .boxed()
                .toList())
        .flatMap(unit -> passes(0, unit));
  }

  Optional<Question> passes(int row, int unit) {
    double sum = pass().forward().z1()[row][unit];
    double error = pass().back().da1()[row][unit];
    double passed = pass().back().dz1()[row][unit] + 0.0;
    double slope = sum < 0 ? frame.problem().activation().slope() : 1;
    var options = NumberChoices.right(passed);
    if (sum < 0) {
      options.wrong(error, "errors-pass-an-off-unit").wrong(0, "leaky-is-shut");
    } else {
      options.wrong(0, "relu-reversed");
    }
    options.wrong(error * sum, "value-for-slope").wrong(-error, "back-turns-the-sign");
    return sum == 0 || options.size() < LEAST_WRONG
        ? Optional.empty()
        : Told.of(passed, told -> slope * told[0] + 0.0, error)
            .flatMap(told ->
                draft.asks(
                    "passes-back",
                    "da1[%d, %d] is %s, and z1[%d, %d] was %s. What does %s let through as dz1[%d, %d]?"
                        .formatted(
                            row,
                            unit,
                            told.getFirst(),
                            row,
                            unit,
                            Numbers.text(sum),
                            frame.problem().activation().title(),
                            row,
                            unit),
                    options.sorted(),
                    Tensors.ref(Tensor.DZ1, row, unit)))
            .map(question -> question.about(Tensors.ref(Tensor.Z1, row, unit)));
  }

  /// Of all weights one that leads to a dead unit is asked about.
  Optional<Question> dead() {
    return draft
        .drawn(
            IntStream.range(0, frame.moment().parameters().hidden())
                .filter(this::isOff)
                .boxed()
                .toList())
        .flatMap(unit -> dead(0, unit));
  }

  private boolean isOff(int unit) {
    return frame.problem().activation().slope() == 0
        && Arrays.stream(pass().forward().z1()).allMatch(row -> row[unit] < 0);
  }

  Optional<Question> dead(int input, int unit) {
    double gradient = pass().back().dw1()[input][unit];
    return gradient != 0 || !isOff(unit)
        ? Optional.empty()
        : draft
            .asks(
                "dead-unit",
                "Unit %d is off for every sample of this batch. What gradient does its weight W1[%d, %d] get?"
                    .formatted(unit, input, unit),
                Choices.right(Option.of("exactly 0"))
                    .wrong(
                        Option.of("the same as if the unit were on")
                            .mistaken("errors-pass-an-off-unit"))
                    .wrong(
                        Option.of("one that switches the unit on again")
                            .mistaken("dead-unit-recovers"))
                    .mixed(draft.path()),
                Tensors.ref(Tensor.DW1, input, unit))
            .map(question -> question.about(Tensors.ref(new Place(Place.Of.W1, input, unit))));
  }

  /// Asked where all weights and the hidden biases are zero.
  Optional<Question> zeroWeights() {
    var at = pass().at();
    var back = pass().back();
    boolean zero = areZero(at.w1()) && areZero(at.w2()) && areZero(new double[][] {at.b1()});
    boolean alone = areZero(back.dw1()) && areZero(back.dw2()) && areZero(back.da1());
    var moving = IntStream.range(0, at.classes()).filter(this::hasSign).findFirst();
    if (!zero || !alone || moving.isEmpty()) {
      return Optional.empty();
    }
    return draft.asks(
        "zero-weights",
        "All weights are 0. Which parameters get a gradient that is not 0?",
        Choices.right(Option.of("the biases of the classes, b2, alone"))
            .wrong(Option.of("all of them").mistaken("zero-is-a-start-like-any"))
            .wrong(Option.of("W2 and b2, next to the loss").mistaken("only-depth-fades"))
            .wrong(Option.of("none at all").mistaken("zeros-stop-everything"))
            .mixed(draft.path()),
        deciding(moving.getAsInt()));
  }

  private static List<Ref> deciding(int c) {
    return Stream.of(Tensor.DW1, Tensor.DW2, Tensor.DB2)
        .map(tensor -> Tensors.ref(tensor, 0, c))
        .toList();
  }

  private static boolean areZero(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(value -> value == 0);
  }
}
