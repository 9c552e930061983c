package dev.stepwise.quiz;

import dev.stepwise.compute.run.Numbers;
import dev.stepwise.quiz.Question.Answer;
import dev.stepwise.quiz.Question.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// Gathers numbers as the options of a question: the right one, and what known mistakes would give.
/// Numbers that are not finite, and those that do not differ clearly from all that are there
/// already, are left out.
public final class NumberChoices {
  private static final int MOST = 5;

  private final double right;
  private final List<Slip> slips = new ArrayList<>();

  private record Slip(double value, String misconception) {}

  private NumberChoices(double right) {
    this.right = right;
  }

  /// Begins with the right one.
  public static NumberChoices right(double value) {
    return new NumberChoices(value);
  }

  /// Adds what a mistake would give.
  ///
  /// @param misconception the id of the mistake
  public NumberChoices wrong(double value, String misconception) {
    boolean other =
        Double.isFinite(value)
            && differ(value, right)
            && slips.stream().allMatch(slip -> differ(value, slip.value()));
    if (other && slips.size() < MOST) {
      slips.add(new Slip(value, misconception));
    }
    return this;
  }

  /// Whether they differ clearly, also as they are printed.
  private static boolean differ(double one, double other) {
    return Clearly.differ(one, other) && !Numbers.text(one).equals(Numbers.text(other));
  }

  /// How many wrong ones there are.
  public int size() {
    return slips.size();
  }

  /// The options from the smallest number to the largest, as the app prints numbers; empty where
  /// nothing wrong can be said, or the right one is not finite.
  public Optional<Answer> sorted() {
    return sorted(Numbers::text);
  }

  /// The same in other words.
  ///
  /// @param words what an option says of its number
  public Optional<Answer> sorted(DoubleFunction<String> words) {
    if (slips.isEmpty() || !Double.isFinite(right)) {
      return Optional.empty();
    }
    var wrong = new ArrayList<>(slips);
    wrong.sort(Comparator.comparingDouble(Slip::value));
    var options = new ArrayList<Option>();
    wrong.forEach(
        slip -> options.add(Option.of(words.apply(slip.value())).mistaken(slip.misconception())));
    int place = (int) wrong.stream().filter(slip -> slip.value() < right).count();
    options.add(place, Option.of(words.apply(right)));
    return Optional.of(new Answer.Choice(options, place));
  }
}
