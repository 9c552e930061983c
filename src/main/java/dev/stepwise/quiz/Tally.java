package dev.stepwise.quiz;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How one kind of question went.
///
/// @param score by how sure one was
/// @param last the day of the last answer
/// @param wasRight whether the last answer was right
public record Tally(Map<Certainty, Score> score, LocalDate last, boolean wasRight) {
  /// Days after which a kind that went well comes back. Evenly spaced reviews serve as well as any
  /// (Karpicke and Roediger 2010, “Is expanding retrieval a superior method for learning text
  /// materials?”).
  private static final int DAYS = 3;

  /// So many of so many were right.
  public record Score(int right, int all) {
    /// Nothing was asked.
    public static final Score NONE = new Score(0, 0);

    /// Both together.
    public Score plus(Score other) {
      return new Score(right + other.right, all + other.all);
    }
  }

  /// Copies the map.
  public Tally {
    var copy = new EnumMap<Certainty, Score>(Certainty.class);
    copy.putAll(score);
    score = Collections.unmodifiableMap(copy);
  }

  /// Nothing asked yet.
  public static Tally none(LocalDate today) {
    return new Tally(Map.of(), today, true);
  }

  /// With one answer more.
  Tally plus(Certainty certainty, boolean right, LocalDate today) {
    var more = new EnumMap<Certainty, Score>(Certainty.class);
    more.putAll(score);
    more.merge(certainty, new Score(right ? 1 : 0, 1), Score::plus);
    return new Tally(more, today, right);
  }

  /// In all.
  public Score total() {
    return score.values().stream().reduce(Score.NONE, Score::plus);
  }

  /// With one certainty.
  public Score of(Certainty certainty) {
    return score.getOrDefault(certainty, Score.NONE);
  }

  /// Whether it is to be asked again: the last answer was wrong, or it is some days old.
  public boolean isDue(LocalDate today) {
    return total().all() > 0 && (!wasRight || !last.plusDays(DAYS).isAfter(today));
  }

  /// Whether certain answers were wrong.
  public boolean isOverconfident() {
    var certain = of(Certainty.CERTAIN);
    return certain.right() < certain.all();
  }
}
