package dev.stepwise.compute.compare;

import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Outcome.Figure;
import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a difference has done so far, in words with the numbers in it.
///
/// @param names what the runs are called
/// @param outcomes what they have come to
public record Verdict(Named names, Two<Outcome> outcomes) {
  private static final int MOST_SENTENCES = 2;
  private static final double WORTH_A_RATIO = 1.15;
  private static final double LARGEST_RATIO = 1000;

  /// Of where two runs stand.
  ///
  /// @param outcomes what they have come to
  public static <F extends Frame> Verdict of(Both<F> both, Two<Outcome> outcomes) {
    return new Verdict(both.named(), outcomes);
  }

  /// The figure of each run by which they are told apart best; the first one where they agree in
  /// all. Empty where they have none in common.
  public Optional<Two<Figure>> telling() {
    return tellings().findFirst().or(() -> pairs().stream().findFirst());
  }

  private Stream<Two<Figure>> tellings() {
    return pairs().stream()
        .filter(pair -> !same(pair))
        .sorted(Comparator.comparing(Verdict::isOfBoth));
  }

  /// The sentences.
  public String text() {
    var pairs = pairs();
    if (pairs.isEmpty()) {
      return "";
    }
    var telling = tellings().limit(MOST_SENTENCES).toList();
    if (telling.isEmpty()) {
      return common(pairs.getFirst().first());
    }
    var first = telling.getFirst();
    return Stream.concat(
            Stream.of(sentence(first, ratio(first))),
            telling.stream().skip(1).map(pair -> sentence(pair, "")))
        .collect(Collectors.joining(" "));
  }

  /// Figures that both have.
  private List<Two<Figure>> pairs() {
    var pairs = new ArrayList<Two<Figure>>();
    for (var figure : outcomes.first().figures()) {
      like(figure).ifPresent(other -> pairs.add(new Two<>(figure, other)));
    }
    return pairs;
  }

  private Optional<Figure> like(Figure figure) {
    return outcomes.second().figures().stream()
        .filter(other -> other.brief().equals(figure.brief()))
        .findFirst();
  }

  private static boolean same(Two<Figure> pair) {
    return Differences.agree(pair.first().value(), pair.second().value());
  }

  /// What one run has none of tells more than how much of it both have.
  private static boolean isOfBoth(Two<Figure> pair) {
    return (pair.first().value() == 0) == (pair.second().value() == 0);
  }

  /// Of one figure alone: what is not summed up may differ.
  private static String common(Figure figure) {
    return "With both, %s is %s.".formatted(figure.name(), value(figure));
  }

  private String sentence(Two<Figure> pair, String ratio) {
    var sides = names.phrases();
    return Phrases.capital(
        "%s is %s with %s and %s with %s%s."
            .formatted(
                pair.first().name(),
                value(pair.first()),
                sides.first(),
                value(pair.second()),
                sides.second(),
                ratio));
  }

  private static String value(Figure figure) {
    return Numbers.text(figure.value()) + figure.unit();
  }

  /// From the numbers as they are printed, so that whoever divides them gets the same.
  private String ratio(Two<Figure> pair) {
    double first = Numbers.printed(pair.first().value(), 0);
    double second = Numbers.printed(pair.second().value(), 0);
    double least = Math.min(first, second);
    double ratio = Math.max(first, second) / least;
    if (!(least > 0) || !(ratio >= WORTH_A_RATIO) || !(ratio <= LARGEST_RATIO)) {
      return "";
    }
    var larger = names.phrases().of(first > second ? Side.FIRST : Side.SECOND);
    return ": %s times as much with %s".formatted(Numbers.text(ratio), larger);
  }
}
