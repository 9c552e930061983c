package dev.stepwise.shell.learning;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.lesson.InterviewGuide;
import dev.stepwise.lesson.Lesson;
import dev.stepwise.lesson.Lessons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lessons of all exercises and the advice on interviews, read when they are first asked for.
/// From any thread.
public final class Library {
  /// A place that a search found.
  ///
  /// @param exerciseId whose lesson, or [#INTERVIEW]
  /// @param passage its number among the passages of the lesson, or of the advice
  /// @param where the section and the heading that it stands under
  /// @param excerpt what stands around it
  public record Hit(String exerciseId, int passage, String where, String excerpt) {}

  /// Stands for an exercise where a place of the advice on interviews was found.
  public static final String INTERVIEW = "interview";

  private static final int BEFORE = 40;
  private static final int AFTER = 70;

  private final Map<String, Exercise<?, ?>> exercises = new LinkedHashMap<>();
  private final Set<String> ids;
  private final Map<String, Optional<Lesson>> read = new LinkedHashMap<>();
  private @Nullable InterviewGuide guide;

  /// @param exercises in their order
  /// @param ids of all exercises, also of those to come: links may lead to them
  public Library(List<Exercise<?, ?>> exercises, Set<String> ids) {
    this.ids = Set.copyOf(ids);
    exercises.forEach(exercise -> this.exercises.put(exercise.id(), exercise));
  }

  /// The exercises that have a lesson, in their order: names by ids. Reads nothing.
  public Map<String, String> titles() {
    var titles = new LinkedHashMap<String, String>();
    exercises.forEach((id, exercise) -> {
      if (Lessons.exists(id)) {
        titles.put(id, exercise.title());
      }
    });
    return titles;
  }

  /// What a place is in, by the id that it has.
  public String title(String id) {
    return id.equals(INTERVIEW) ? "Mock interview" : titles().getOrDefault(id, id);
  }

  /// The advice on interviews.
  ///
  /// @throws IllegalStateException where the shipped file is broken
  public synchronized InterviewGuide guide() {
    var known = guide;
    if (known == null) {
      known = InterviewGuide.of(ids);
      guide = known;
    }
    return known;
  }

  /// The lesson of an exercise; empty where it has none.
  ///
  /// @throws IllegalStateException where the shipped file is broken
  public synchronized Optional<Lesson> lesson(String exerciseId) {
    var exercise = exercises.get(exerciseId);
    return exercise == null
        ? Optional.empty()
        : read.computeIfAbsent(exerciseId, _ -> Lessons.of(exercise, ids));
  }

  /// Where a text stands, whatever the case of its letters: in one lesson first, then in the
  /// others, then in the advice on interviews.
  ///
  /// @param first the exercise whose lesson comes first; of no matter where there is none such
  /// @param most how many places at most
  public List<Hit> find(String text, String first, int most) {
    var wanted = text.strip().toLowerCase(Locale.ROOT);
    var hits = new ArrayList<Hit>();
    if (wanted.isEmpty()) {
      return hits;
    }
    var order = new ArrayList<>(exercises.keySet());
    if (order.remove(first)) {
      order.addFirst(first);
    }
    for (var id : order) {
      lesson(id).ifPresent(lesson -> add(hits, lesson, wanted));
    }
    addAdvice(hits, guide().passages(), wanted);
    return List.copyOf(hits.subList(0, Math.min(most, hits.size())));
  }

  private static void addAdvice(
      List<Hit> hits, List<InterviewGuide.Passage> passages, String wanted) {
    for (int i = 0; i < passages.size(); i++) {
      var text = passages.get(i).text();
      int at = text.toLowerCase(Locale.ROOT).indexOf(wanted);
      if (at >= 0) {
        hits.add(
            new Hit(INTERVIEW, i, passages.get(i).section(), excerpt(text, at, wanted.length())));
      }
    }
  }

  private static void add(List<Hit> hits, Lesson lesson, String wanted) {
    var passages = lesson.passages();
    for (int i = 0; i < passages.size(); i++) {
      var passage = passages.get(i);
      int at = passage.text().toLowerCase(Locale.ROOT).indexOf(wanted);
      if (at >= 0) {
        var heading = passage.heading();
        var where = passage.part().title() + (heading.isEmpty() ? "" : " › " + heading);
        hits.add(
            new Hit(lesson.exerciseId(), i, where, excerpt(passage.text(), at, wanted.length())));
      }
    }
  }

  private static String excerpt(String text, int at, int length) {
    int from = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1;
    int wide = at + length + AFTER;
    int to = wide >= text.length() ? text.length() : text.lastIndexOf(' ', wide);
    from = from > at || (from == 0 && at > BEFORE) ? at : from;
    to = Math.max(to, at + length);
    return (from > 0 ? "…" : "")
        + text.substring(from, to).replace('\n', ' ').strip()
        + (to < text.length() ? "…" : "");
  }
}
