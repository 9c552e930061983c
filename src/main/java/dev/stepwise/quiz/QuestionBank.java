package dev.stepwise.quiz;

import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Questions of a whole run, drawn from a seed: the same seed gives the same questions. Kinds take
/// turns, so that a bank isn't made of the commonest one.
public final class QuestionBank {
  private static final int WALKS_FOR_EACH = 12;
  private static final int LEAST_WALKS = 200;

  private QuestionBank() {}

  /// Draws questions.
  ///
  /// @param most how many at most; fewer where the run holds fewer
  public static <F extends Frame> List<Question> of(
      Run<F> run, QuestionSource<F> source, int most, long seed) {
    var byKind = new LinkedHashMap<String, Map<String, Question>>();
    var random = new Random(seed);
    int walks = Math.max(LEAST_WALKS, WALKS_FOR_EACH * most);
    for (int walk = 0; walk < walks; walk++) {
      Cancellation.checkpoint();
      descend(run, source, random, byKind);
    }
    return inTurns(byKind, most);
  }

  /// One way from the top to a leaf; the questions of every step on it are gathered.
  private static <F extends Frame> void descend(
      Run<F> run,
      QuestionSource<F> source,
      Random random,
      Map<String, Map<String, Question>> byKind) {
    var path = "";
    for (var level = run; level != null; ) {
      int index = random.nextInt(level.length());
      var step = level.step(index);
      path = path.isEmpty() ? String.valueOf(index + 1) : path + "." + (index + 1);
      for (var question : source.before(path, step)) {
        byKind
            .computeIfAbsent(question.kind(), _ -> new LinkedHashMap<>())
            .putIfAbsent(question.id(), question);
      }
      level = step.isComposite() ? step.inside() : null;
    }
  }

  private static List<Question> inTurns(Map<String, Map<String, Question>> byKind, int most) {
    var queues = byKind.values().stream().map(questions -> questions.values().iterator()).toList();
    var chosen = new ArrayList<Question>();
    boolean more = true;
    while (more && chosen.size() < most) {
      more = false;
      for (var queue : queues) {
        if (queue.hasNext() && chosen.size() < most) {
          chosen.add(queue.next());
          more = true;
        }
      }
    }
    return List.copyOf(chosen);
  }
}
