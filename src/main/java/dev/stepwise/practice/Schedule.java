package dev.stepwise.practice;

import dev.stepwise.quiz.Question;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which of the questions that a run could ask are asked: none twice, one of a kind the less often
/// the more of its kind there were, unless the last one went wrong. Safe for use by several
/// threads: a run's steps are computed on a worker.
final class Schedule {
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Integer> times = new HashMap<>();
  private final Map<String, Integer> chances = new HashMap<>();
  private final Set<String> weak = new HashSet<>();

  /// @param weak kinds that went wrong or are old
  Schedule(List<String> weak) {
    this.weak.addAll(weak);
  }

  /// The question to ask before a step; empty to let it pass.
  ///
  /// @param all that the step answers
  synchronized Optional<Question> next(List<Question> all) {
    return all.stream()
        .filter(question -> !asked.contains(question.id()))
        .filter(question -> isTime(question.kind()))
        .min(Comparator.comparingInt(question -> timesOf(question.kind())));
  }

  /// The question to ask before a step where the learner wants one: what went wrong or is old comes
  /// before all else.
  synchronized Optional<Question> any(List<Question> all) {
    return all.stream()
        .filter(question -> !asked.contains(question.id()))
        .filter(question -> weak.isEmpty() || weak.contains(question.kind()))
        .min(Comparator.comparingInt(question -> timesOf(question.kind())));
  }

  private boolean isTime(String kind) {
    int chance = chances.merge(kind, 1, Integer::sum);
    return weak.contains(kind) || chance > timesOf(kind);
  }

  private int timesOf(String kind) {
    return times.getOrDefault(kind, 0);
  }

  /// A question was put.
  synchronized void put(Question question) {
    asked.add(question.id());
    times.merge(question.kind(), 1, Integer::sum);
    chances.put(question.kind(), 0);
  }

  /// It was answered.
  synchronized void answered(Task.Answered answer) {
    if (answer.isRight()) {
      weak.remove(answer.question().kind());
    } else {
      weak.add(answer.question().kind());
    }
  }
}
