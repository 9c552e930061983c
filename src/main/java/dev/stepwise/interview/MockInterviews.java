package dev.stepwise.interview;

import dev.stepwise.session.Listeners;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The interview under way and its clock, and those that were held. What changes is told to be kept
/// at once, or, while somebody types and the clock runs, every few seconds. Used on the window's
/// thread.
public final class MockInterviews {
  /// How long something typed may wait to be kept.
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  /// The clock stands while the machine sleeps: a longer silence is no time spent.
  static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final InstantSource time;
  private final RandomGenerator chance;
  private final Listeners<Interviews> onKeep = new Listeners<>();
  private BooleanSupplier keeps = () -> true;
  private Interviews all;
  private Interviews kept;
  private @Nullable Instant runningSince;
  private Instant keptAt;

  /// @param all what was kept before; an interview under way stands paused
  /// @param chance draws exercises
  public MockInterviews(Interviews all, InstantSource time, RandomGenerator chance) {
    this.all = all;
    this.kept = all;
    this.time = time;
    this.chance = chance;
    keptAt = time.instant();
  }

  /// Listens to what is to be kept.
  ///
  /// @return ends it
  public Runnable onKeep(Consumer<? super Interviews> listener) {
    return onKeep.add(listener);
  }

  /// Sets who says whether anything is kept.
  public void setKeeps(BooleanSupplier asked) {
    keeps = asked;
  }

  /// The one under way, as it was at the last tick.
  public Optional<Interview> open() {
    return all.open();
  }

  /// Those that have ended, the oldest first.
  public List<Interview> past() {
    return all.past();
  }

  /// Draws an exercise: one of those that were asked least often.
  ///
  /// @param exercises their ids
  /// @throws IllegalArgumentException where there are none
  public String draw(List<String> exercises) {
    long least =
        exercises.stream()
            .mapToLong(all::count)
            .min()
            .orElseThrow(() -> new IllegalArgumentException("nothing to draw from"));
    var rarest = exercises.stream().filter(id -> all.count(id) == least).toList();
    return rarest.get(chance.nextInt(rarest.size()));
  }

  /// Begins one, with the clock running. One that is under way is forgotten.
  public void begin(String exerciseId, int minutes) {
    var today = LocalDate.ofInstant(time.instant(), ZoneId.systemDefault());
    all = all.with(Interview.begin(exerciseId, today, minutes));
    runningSince = time.instant();
    keep();
  }

  /// Whether the clock runs.
  public boolean isRunning() {
    return runningSince != null;
  }

  /// Lets the clock run, unless time is up.
  public void resume() {
    if (!isRunning() && open().filter(one -> !one.isOver()).isPresent()) {
      runningSince = time.instant();
    }
  }

  /// Stops the clock; what was changed is kept.
  public void pause() {
    pass();
    runningSince = null;
    keep();
  }

  /// Time has passed. To be called every second or so.
  public void tick() {
    pass();
    if (open().filter(Interview::isOver).isPresent()) {
      runningSince = null;
    }
    if (Duration.between(keptAt, time.instant()).compareTo(PATIENCE) >= 0) {
      keep();
    }
  }

  /// Takes over what was typed.
  public void write(String notes, String code) {
    change(one -> one.written(notes, code));
  }

  /// Gives one nudge more.
  public void nudge() {
    change(Interview::nudged);
    keep();
  }

  /// Goes on to another phase, or back.
  public void goTo(Phase phase) {
    change(one -> one.at(phase));
    keep();
  }

  /// Rates a criterion.
  ///
  /// @param points 0 to [Criterion#MOST]
  public void rate(Criterion criterion, int points) {
    change(one -> one.rated(criterion, points));
    keep();
  }

  /// Ends the one under way; it is kept among the past ones.
  public void end() {
    pass();
    runningSince = null;
    all = all.ended();
    keep();
  }

  /// Forgets the one under way.
  public void discard() {
    runningSince = null;
    all = all.withoutOpen();
    keep();
  }

  private void change(UnaryOperator<Interview> change) {
    all = all.open().map(one -> all.with(change.apply(one))).orElse(all);
  }

  private void pass() {
    if (runningSince == null) {
      return;
    }
    var now = time.instant();
    var passed = Duration.between(runningSince, now);
    runningSince = now;
    if (passed.isPositive() && passed.compareTo(LONGEST_SILENCE) <= 0) {
      change(one -> one.after(passed));
    }
  }

  private void keep() {
    keptAt = time.instant();
    if (!all.equals(kept) && keeps.getAsBoolean()) {
      kept = all;
      onKeep.tell(all);
    }
  }
}
