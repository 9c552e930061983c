package dev.stepwise.quiz;

import dev.stepwise.quiz.Question.Answer;
import dev.stepwise.quiz.Question.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Gathers the options of a question: the right one once, wrong ones that say something else, in an
/// order that the question's place decides and nothing else.
public final class Choices {
  private static final int MOST = 6;

  private final Option right;
  private final List<Option> wrong = new ArrayList<>();

  private Choices(Option right) {
    this.right = right;
  }

  /// Begins with the right one.
  public static Choices right(Option option) {
    return new Choices(option);
  }

  /// Adds a wrong one, unless it says what another one says.
  public Choices wrong(Option option) {
    boolean there =
        option.text().equals(right.text())
            || wrong.stream().anyMatch(one -> one.text().equals(option.text()));
    if (!there && wrong.size() < MOST - 1) {
      wrong.add(option);
    }
    return this;
  }

  /// The options mixed; empty where nothing wrong can be said.
  ///
  /// @param path of the step, which decides the order
  public Optional<Answer> mixed(String path) {
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    var options = new ArrayList<>(wrong);
    int place = new Random(path.hashCode()).nextInt(options.size() + 1);
    options.add(place, right);
    return Optional.of(new Answer.Choice(options, place));
  }

  /// The options in the order of their texts, where they have one: numbers, clusters, no and yes.
  public Optional<Answer> sorted(Comparator<Option> order) {
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    var options = new ArrayList<>(wrong);
    options.add(right);
    options.sort(order);
    return Optional.of(new Answer.Choice(options, options.indexOf(right)));
  }
}
