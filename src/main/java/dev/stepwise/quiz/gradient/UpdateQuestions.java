package dev.stepwise.quiz.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.gradient.Tensors;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import dev.stepwise.quiz.Told;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is asked about the step that parameters take.
record UpdateQuestions(Draft<GradientFrame> draft) {
  private static final int LEAST_WRONG = 2;

  /// A gradient that is smaller, and not 0, may be what rounding leaves.
  private static final double NOISE = 1e-9;

  /// A parameter that takes a step.
  ///
  /// @param name as the step names it
  private record Stepping(
      String name, Ref ref, double before, double gradient, double rate, double after) {
    /// At the start of a sentence: the name of a variable stays as it is.
    String subject() {
      return name.startsWith("the ") ? Phrases.capital(name) : name;
    }

    boolean isTold() {
      boolean moved = after != before && Math.abs(gradient) > NOISE;
      return Double.isFinite(after) && (gradient == 0 ? after == before : moved);
    }
  }

  private static Stepping of(NetworkFrame frame, Place place) {
    var pass = frame.moment().pass().orElseThrow();
    return new Stepping(
        place.name(),
        Tensors.ref(place),
        pass.at().at(place),
        pass.back().gradients().at(place),
        frame.problem().descent().rateIn(frame.moment().epoch()),
        frame.moment().parameters().at(place));
  }

  private static Stepping of(RegressionFrame frame, int j) {
    var pass = frame.pass().orElseThrow();
    boolean bias = j == frame.problem().dimensions();
    return new Stepping(
        bias ? "the bias" : "the weight of " + frame.column(j),
        bias ? Ref.of("bias") : Ref.of("weights", j),
        pass.at().parameter(j),
        pass.gradient().parameter(j),
        frame.problem().descent().rateIn(frame.epoch()),
        frame.model().parameter(j));
  }

  Optional<Question> direction(NetworkFrame frame, Place place) {
    return direction(of(frame, place));
  }

  Optional<Question> landing(NetworkFrame frame, Place place) {
    return landing(of(frame, place));
  }

  /// Of all parameters one is asked about.
  Optional<Question> direction(NetworkFrame frame) {
    return drawn(frame).flatMap(place -> direction(frame, place));
  }

  /// Of all parameters one is asked about.
  Optional<Question> landing(NetworkFrame frame) {
    return drawn(frame).flatMap(place -> landing(frame, place));
  }

  private Optional<Place> drawn(NetworkFrame frame) {
    var at = frame.moment().parameters();
    return draft.drawn(IntStream.range(0, at.count()).boxed().toList()).map(at::place);
  }

  /// Of all parameters one is asked about.
  Optional<Question> direction(RegressionFrame frame) {
    return drawn(frame).flatMap(j -> direction(of(frame, j)));
  }

  /// Of all parameters one is asked about.
  Optional<Question> landing(RegressionFrame frame) {
    return drawn(frame).flatMap(j -> landing(of(frame, j)));
  }

  private Optional<Integer> drawn(RegressionFrame frame) {
    return draft.drawn(IntStream.rangeClosed(0, frame.problem().dimensions()).boxed().toList());
  }

  private Optional<Question> direction(Stepping one) {
    if (!one.isTold()) {
      return Optional.empty();
    }
    var rises = Option.of("it rises");
    var falls = Option.of("it falls");
    var stays = Option.of("it stays as it is");
    boolean still = one.gradient() == 0;
    var id = still ? "moves-without-a-gradient" : "climbs-the-gradient";
    var choices =
        still
            ? Choices.right(stays).wrong(rises.mistaken(id)).wrong(falls.mistaken(id))
            : Choices.right(one.gradient() < 0 ? rises : falls)
                .wrong((one.gradient() < 0 ? falls : rises).mistaken(id))
                .wrong(stays.mistaken("waits-for-the-end"));
    return draft
        .asks(
            "direction",
            "The gradient of %s is %s. Which way does it go in this update?"
                .formatted(one.name(), Numbers.text(one.gradient() + 0.0)),
            choices.mixed(draft.path()),
            one.ref())
        .map(question -> question.about(one.ref()));
  }

  private Optional<Question> landing(Stepping one) {
    double step = one.rate() * one.gradient();
    var options =
        NumberChoices.right(one.after())
            .wrong(one.before() + step, "climbs-the-gradient")
            .wrong(one.before() - one.gradient(), "rate-left-out")
            .wrong(-step, "step-for-the-weight")
            .wrong(one.before(), "waits-for-the-end");
    if (!one.isTold() || options.size() < LEAST_WRONG) {
      return Optional.empty();
    }
    return Told.of(
            one.after(),
            told -> told[0] - told[1] * told[2],
            one.before(),
            one.gradient() + 0.0,
            one.rate())
        .flatMap(told ->
            draft.asks(
                "update",
                "%s is %s, its gradient %s, the learning rate %s. Where does the update take it?"
                    .formatted(one.subject(), told.get(0), told.get(1), told.get(2)),
                options.sorted(),
                one.ref()))
        .map(question -> question.about(one.ref()));
  }

  Optional<Question> parameters(NetworkFrame frame) {
    Parameters at = frame.moment().parameters();
    double first = (double) at.inputs() * at.hidden();
    double second = (double) at.hidden() * at.classes();
    return draft.asks(
        "parameters",
        "%s, %s, %s: how many weights and biases are there to update?"
            .formatted(
                Phrases.count(at.inputs(), "input"),
                Phrases.count(at.hidden(), "hidden unit"),
                Phrases.count(at.classes(), "class")),
        NumberChoices.right(at.count())
            .wrong(first + second, "forgets-the-biases")
            .wrong(second + at.classes(), "last-layer-only")
            .wrong(first * at.classes(), "multiplies-the-layers")
            .wrong((double) at.inputs() + at.hidden() + at.classes(), "a-weight-a-unit")
            .sorted(number -> Phrases.number(Math.round(number))),
        Ref.of("b2", at.classes() - 1));
  }
}
