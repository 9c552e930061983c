package dev.stepwise.quiz.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.ProbeFrame;
import dev.stepwise.compute.gradient.ProbeFrame.Lane;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Clearly;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is asked about the signal on its way through many layers.
record ProbeQuestions(Draft<GradientFrame> draft, ProbeFrame frame) {

  /// What becomes of a variance, by its share of the one before. Between them lies what nobody can
  /// tell apart.
  private enum Fate {
    VANISHES("it falls to less than a tenth", "", 0, 0.08),
    FADES("it falls, to between a tenth and two thirds", "", 0.12, 0.62),
    HOLDS("it holds its size, within a third", "any-start-keeps-the-signal", 0.71, 1.28),
    GROWS("it grows by more than a third", "relu-amplifies", 1.38, Double.POSITIVE_INFINITY);

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
  }

  private static double variance(Lane lane, int layer) {
    return lane.layers().get(layer).variance();
  }

  private static Ref ref(Lane lane, int layer) {
    return Ref.of("variances (%s)".formatted(lane.start().word()), layer);
  }

  /// Of the starts one is asked about.
  Optional<Question> signal(int layer) {
    return draft
        .drawn(frame.lanes().stream().filter(lane -> fate(lane, layer).isPresent()).toList())
        .flatMap(lane -> signal(lane, layer));
  }

  private static Optional<Fate> fate(Lane lane, int layer) {
    double share = variance(lane, layer) / variance(lane, layer - 1);
    return List.of(Fate.values()).stream()
        .filter(fate -> fate.from < share && share < fate.to)
        .findFirst();
  }

  private Optional<Question> signal(Lane lane, int layer) {
    return fate(lane, layer)
        .flatMap(fate -> {
          var choices = Choices.right(fate.right());
          for (var other : Fate.values()) {
            if (other != fate) {
              choices.wrong(other.wrong());
            }
          }
          return draft.asks(
              "signal",
              "Start %s: what becomes of the variance in layer %d?"
                  .formatted(lane.start().title(), layer),
              choices.mixed(draft.path()),
              ref(lane, layer));
        })
        .map(question -> question.about(ref(lane, layer - 1)));
  }

  Optional<Question> largest(int layer) {
    var lanes = frame.lanes();
    var largest =
        Clearly.largest(lanes.stream().mapToDouble(lane -> variance(lane, layer)).toArray());
    if (largest.isEmpty()) {
      return Optional.empty();
    }
    var choices = Choices.right(option(lanes.get(largest.getAsInt()), layer));
    IntStream.range(0, lanes.size())
        .filter(i -> i != largest.getAsInt())
        .mapToObj(lanes::get)
        .forEach(lane -> choices.wrong(mistaken(lane, layer)));
    return draft.asks(
        "largest-signal",
        "Which start will have the largest variance in layer %d?".formatted(layer),
        choices.mixed(draft.path()),
        lanes.stream().map(lane -> ref(lane, layer)).toList());
  }

  private static Option option(Lane lane, int layer) {
    return Option.of(lane.start().title()).at(ref(lane, layer - 1));
  }

  private static Option mistaken(Lane lane, int layer) {
    var option = option(lane, layer);
    return switch (lane.start()) {
      case XAVIER -> option.mistaken("xavier-suits-relu");
      case SMALL -> option.mistaken("small-is-safe");
      case HE, ZERO -> option;
    };
  }
}
