package dev.stepwise.quiz.lstm;

import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.lstm.TimeStep;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Clearly;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import dev.stepwise.quiz.Told;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What is asked about the memory: the cell state, or where there is none the hidden state.
record CellQuestions(Draft<LstmFrame> draft) {
  private static final int LEAST_WRONG = 2;

  /// A memory that is smaller is none, and one that moves by less cannot be seen to move.
  private static final double LEAST_MEMORY = 0.05;

  private static final double LEAST_MOVE = 0.01;

  /// What happens to a memory, by its size afterwards as a share of its size before. Between them
  /// lies what nobody can tell apart.
  private enum Fate {
    TURNS("it changes its sign", "", Double.NEGATIVE_INFINITY, -0.02),
    FADES("it comes nearer to 0", "always-fades", 0.02, 0.9),
    HOLDS("it holds, to within 5 %", "keeps-by-itself", 0.96, 1.04),
    GROWS("it grows away from 0", "", 1.1, Double.POSITIVE_INFINITY);

    private final String words;
    private final String misconception;
    private final double from;
    private final double to;

    Fate(String words, String misconception, double from, double to) {
      this.words = words;
      this.misconception = misconception;
      this.from = from;
      this.to = to;
    }

    Option right() {
      return Option.of(words);
    }

    Option wrong() {
      return misconception.isEmpty() ? right() : right().mistaken(misconception);
    }

    static Optional<Fate> of(double share) {
      return List.of(values()).stream()
          .filter(fate -> fate.from < share && share < fate.to)
          .findFirst();
    }
  }

  private TimeStep time() {
    return draft.frame().time();
  }

  private Quantity state() {
    return time().cell().memory();
  }

  private double before(int unit) {
    return time().memoryBefore()[unit];
  }

  private double after(int unit) {
    return time().value(state(), unit);
  }

  /// The question about the first unit that has one: mostly the first unit, whose numbers stand on
  /// the stage.
  private Optional<Question> first(IntFunction<Optional<Question>> of) {
    return IntStream.range(0, time().hidden()).mapToObj(of).flatMap(Optional::stream).findFirst();
  }

  /// Where the state of a unit stands in what the step wrote: in the whole state, or as the number
  /// of the unit under the lens.
  private Ref written(Quantity quantity, int unit) {
    var written = draft.step().writes().getLast();
    return draft.frame().focus().unit().isPresent()
        ? Ref.of(written)
        : Ref.of(quantity.variable(), unit);
  }

  /// Asked before a whole time step: the stage shows the one before.
  Optional<Question> memory() {
    return time().t() == 0 ? Optional.empty() : first(this::memory);
  }

  private Optional<Question> memory(int unit) {
    double before = before(unit);
    if (Math.abs(before) < LEAST_MEMORY) {
      return Optional.empty();
    }
    return Fate.of(after(unit) / before)
        .flatMap(fate -> {
          var choices = Choices.right(fate.right());
          for (var other : Fate.values()) {
            if (other != fate) {
              choices.wrong(other.wrong());
            }
          }
          return draft.asks(
              "memory",
              "The %s of unit %d is %s. What becomes of it in time step %s?"
                  .formatted(state().title(), unit + 1, Numbers.text(before), time().name()),
              choices.mixed(draft.path()),
              Ref.of(state().variable(), unit));
        })
        .map(question -> question.about(Ref.of(state().variable(), unit)));
  }

  Optional<Question> moves() {
    return first(this::moves);
  }

  Optional<Question> moves(int unit) {
    double before = before(unit);
    double move = after(unit) - before;
    if (Math.abs(move) < LEAST_MOVE || !Clearly.differ(before, after(unit))) {
      return Optional.empty();
    }
    var rises = Option.of("it rises");
    var falls = Option.of("it falls");
    var wrong = move > 0 ? falls : rises;
    boolean addedMisleads = time().value(Quantity.ADDED, unit) * move < 0;
    boolean keptMisleads = before * move > 0;
    return draft
        .asks(
            "moves",
            "%s. Does %s rise or fall?"
                .formatted(
                    known(unit, numbers(unit).mapToObj(Numbers::text).toList()), state().symbol()),
            Choices.right(move > 0 ? rises : falls)
                .wrong(
                    addedMisleads
                        ? wrong.mistaken("ignores-forgetting")
                        : keptMisleads ? wrong.mistaken("ignores-the-added") : wrong)
                .wrong(Option.of("it stays as it is").mistaken("keeps-by-itself"))
                .mixed(draft.path()),
            written(state(), unit))
        .map(question -> question.about(Ref.of(state().before(), unit)));
  }

  /// `Unit 1 had c = −0.55; now f = 0.68, i = 0.39, c̃ = −0.34`.
  ///
  /// @param told the state before and the gates, as they are printed
  private String known(int unit, List<String> told) {
    var gates = gates();
    return "Unit %d had %s = %s; now %s"
        .formatted(
            unit + 1,
            state().symbol(),
            told.getFirst(),
            IntStream.range(0, gates.size())
                .mapToObj(i -> gates.get(i).symbol() + " = " + told.get(i + 1))
                .collect(Collectors.joining(", ")));
  }

  /// What the new state is made of, beside the state before.
  private List<Quantity> gates() {
    return time().cell() == Cell.LSTM
        ? List.of(Quantity.F, Quantity.I, Quantity.CANDIDATE)
        : List.of(Quantity.Z, Quantity.N);
  }

  /// The state before and the gates.
  private DoubleStream numbers(int unit) {
    return DoubleStream.concat(
        DoubleStream.of(before(unit)),
        gates().stream().mapToDouble(gate -> time().value(gate, unit)));
  }

  Optional<Question> sum() {
    return first(this::sum);
  }

  Optional<Question> sum(int unit) {
    double old = before(unit);
    boolean lstm = time().cell() == Cell.LSTM;
    double candidate = time().value(lstm ? Quantity.CANDIDATE : Quantity.N, unit);
    double keep = time().value(time().cell().keepGate(), unit);
    var choices = NumberChoices.right(after(unit));
    if (lstm) {
      double let = time().value(Quantity.I, unit);
      choices
          .wrong((1 - keep) * old + let * candidate, "forget-means-forget")
          .wrong(keep * old + candidate, "input-gate-left-out")
          .wrong(let * old + keep * candidate, "gates-swapped")
          .wrong(old + let * candidate, "nothing-is-forgotten")
          .wrong(Math.tanh(after(unit)), "memory-is-squashed");
    } else {
      choices
          .wrong((1 - keep) * old + keep * candidate, "z-reversed")
          .wrong(keep * old + candidate, "input-gate-left-out")
          .wrong(old + (1 - keep) * candidate, "nothing-is-forgotten");
    }
    return choices.size() < LEAST_WRONG
        ? Optional.empty()
        : Told.of(
                after(unit),
                lstm ? CellQuestions::lstm : CellQuestions::gru,
                numbers(unit).toArray())
            .flatMap(told ->
                draft.asks(
                    "new-state",
                    "%s. What is %s now?".formatted(known(unit, told), state().symbol()),
                    choices.sorted(),
                    written(state(), unit)))
            .map(question -> question.about(Ref.of(state().before(), unit)));
  }

  /// The state before, forget gate, input gate, candidate.
  private static double lstm(double[] told) {
    return told[1] * told[0] + told[2] * told[3];
  }

  /// The state before, update gate, candidate.
  private static double gru(double[] told) {
    return told[1] * told[0] + (1 - told[1]) * told[2];
  }

  Optional<Question> shown() {
    return first(this::shown);
  }

  Optional<Question> shown(int unit) {
    double memory = time().value(Quantity.C, unit);
    double gate = time().value(Quantity.O, unit);
    var choices =
        NumberChoices.right(time().value(Quantity.H, unit))
            .wrong(gate * memory, "no-tanh")
            .wrong(Math.tanh(memory), "output-gate-left-out")
            .wrong(memory, "h-is-c")
            .wrong(1 / (1 + Math.exp(-memory)) * gate, "sigmoid-for-tanh");
    return choices.size() < LEAST_WRONG
        ? Optional.empty()
        : Told.of(
                time().value(Quantity.H, unit), told -> told[1] * Math.tanh(told[0]), memory, gate)
            .flatMap(told ->
                draft.asks(
                    "shown",
                    "Unit %d has c = %s and o = %s. What is its h?"
                        .formatted(unit + 1, told.get(0), told.get(1)),
                    choices.sorted(),
                    written(Quantity.H, unit)))
            .map(question -> question.about(Ref.of(Quantity.C.variable(), unit)));
  }
}
