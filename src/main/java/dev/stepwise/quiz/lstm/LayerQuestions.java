package dev.stepwise.quiz.lstm;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.compute.lstm.Operation;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.lstm.Saturation;
import dev.stepwise.compute.lstm.TimeStep;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import dev.stepwise.quiz.Told;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is asked about the layers: gates, candidates, and their weights.
record LayerQuestions(Draft<LstmFrame> draft) {
  private static final int LEAST_WRONG = 2;

  /// What a smaller sum becomes cannot be told from 0.
  private static final double LEAST_SUM = 0.02;

  /// So near to the bounds of saturation nobody can tell.
  private static final double TOO_NEAR = 0.01;

  private static final List<String> STATES =
      List.of("shut: below 0.05", "in between", "open: above 0.95");

  private TimeStep time() {
    return draft.frame().time();
  }

  private int inputs() {
    return time().problem().inputs();
  }

  private int hidden() {
    return time().hidden();
  }

  Optional<Question> width() {
    return draft.asks(
        "width",
        "x has %s, the cell %s. How many numbers does each gate get to see?"
            .formatted(Phrases.count(inputs(), "number"), Phrases.count(hidden(), "unit")),
        NumberChoices.right((double) inputs() + hidden())
            .wrong(inputs(), "gates-see-the-input-only")
            .wrong(hidden(), "gates-see-the-state-only")
            .wrong((double) inputs() * hidden(), "multiplies-the-sizes")
            .wrong(inputs() + 2.0 * hidden(), "gates-see-the-memory")
            .sorted(LayerQuestions::whole),
        Ref.of(Quantity.XH.variable(), inputs() + hidden() - 1));
  }

  private static String whole(double number) {
    return Phrases.number(Math.round(number));
  }

  /// About the first unit whose gate is clearly shut, open or neither, which is mostly the first
  /// one.
  Optional<Question> gate(Quantity gate) {
    return gate.isGate()
        ? IntStream.range(0, hidden())
            .filter(unit -> isClear(time().value(gate, unit)))
            .boxed()
            .findFirst()
            .flatMap(unit -> gate(gate, unit))
        : Optional.empty();
  }

  private static boolean isClear(double value) {
    return Math.abs(value - Saturation.SHUT) > TOO_NEAR
        && Math.abs(value - Saturation.OPEN) > TOO_NEAR;
  }

  private static int stateOf(double value) {
    return value < Saturation.SHUT ? 0 : value > Saturation.OPEN ? 2 : 1;
  }

  private Optional<Question> gate(Quantity gate, int unit) {
    int right = stateOf(time().value(gate, unit));
    var choices = Choices.right(Option.of(STATES.get(right)));
    if (time().t() > 0) {
      int earlier = stateOf(time().previous().value(gate, unit));
      choices.wrong(Option.of(STATES.get(earlier)).mistaken("gate-stays-as-it-was"));
    }
    STATES.forEach(state -> choices.wrong(Option.of(state)));
    return draft
        .asks(
            "gate",
            "How is the %s of unit %d in time step %s?"
                .formatted(gate.title(), unit + 1, time().name()),
            choices.sorted(Comparator.comparingInt(option -> STATES.indexOf(option.text()))),
            Ref.of(gate.variable(), unit))
        .map(question -> question.about(Ref.of(Quantity.H.before(), unit)));
  }

  Optional<Question> activation(Quantity layer, int unit) {
    double sum = time().sum(layer, unit);
    boolean gate = layer.isGate();
    double sigmoid = 1 / (1 + Math.exp(-sum));
    double tanh = Math.tanh(sum);
    var choices =
        NumberChoices.right(time().value(layer, unit))
            .wrong(gate ? tanh : sigmoid, gate ? "tanh-for-sigmoid" : "sigmoid-for-tanh")
            .wrong(sum, "no-activation")
            .wrong(gate ? 1 - sigmoid : -tanh, "sign-turned")
            .wrong(Math.max(0, sum), "relu");
    boolean moves = Math.abs(sum) > LEAST_SUM;
    return choices.size() < LEAST_WRONG || !moves
        ? Optional.empty()
        : Told.of(
                time().value(layer, unit),
                told -> gate ? 1 / (1 + Math.exp(-told[0])) : Math.tanh(told[0]),
                sum)
            .flatMap(told ->
                draft.asks(
                    "activation",
                    "The weighted sum of the %s of unit %d is %s. What does its activation make of it?"
                        .formatted(layer.title(), unit + 1, told.getFirst()),
                    choices.sorted(),
                    Ref.of(draft.step().writes().getLast())));
  }

  /// Asked once in a run, before its first layer.
  Optional<Question> parameters(Operation operation) {
    var layers = time().cell().layers();
    if (time().t() > 0 || operation.result() != layers.getFirst()) {
      return Optional.empty();
    }
    double matrix = (double) hidden() * (inputs() + hidden());
    int n = layers.size();
    return draft
        .asks(
            "parameters",
            "%s with %s and %s: how many weights and biases in all?"
                .formatted(
                    time().cell().title(),
                    Phrases.count(inputs(), "input"),
                    Phrases.count(hidden(), "unit")),
            NumberChoices.right(n * (matrix + hidden()))
                .wrong(n * matrix, "forgets-the-biases")
                .wrong(n * ((double) hidden() * inputs() + hidden()), "no-recurrent-weights")
                .wrong((n - 1.0) * (matrix + hidden()), "forgets-the-candidate")
                .wrong(matrix + hidden(), "one-layer-for-all")
                .sorted(LayerQuestions::whole),
            Ref.of(operation.result().variable(), hidden() - 1))
        .map(this::explained);
  }

  private Question explained(Question question) {
    int n = time().cell().layers().size();
    long all = (long) n * (hidden() * (inputs() + hidden()) + hidden());
    var formula =
        Formula.of(
                Term.product(
                    Term.count(n),
                    Term.sum(
                        Term.product(
                            Term.count(hidden()),
                            Term.sum(Term.count(inputs()), Term.count(hidden()))),
                        Term.count(hidden()))))
            .gives(all)
            .latex();
    var reveal =
        new Narration(
            "The parameters",
            "%s: each has a row of weights for every unit, as long as [x, h], and a bias for every unit."
                .formatted(Phrases.capital(Phrases.count(n, "layer"))),
            List.of(formula));
    return new Question(
        question.kind(),
        question.path(),
        question.prompt(),
        question.answer(),
        reveal,
        question.refs());
  }
}
