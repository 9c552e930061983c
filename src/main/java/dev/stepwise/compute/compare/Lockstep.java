package dev.stepwise.compute.compare;

import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.StepKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Two runs as one, whose steps are pairs of steps that mean the same: iteration with iteration,
/// epoch with epoch. Where one run has steps that go with none of the other, the other one waits.
/// Pairs are found as far as they are asked for.
final class Lockstep<F extends Frame> implements Run<Both<F>> {
  /// How far ahead a step is looked for that means the same.
  private static final int LOOKED_AHEAD = 12;

  private final Named named;
  private final Two<Run<F>> runs;
  private final Two<List<Integer>> within;
  private final List<Pairing> pairs = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Joint joint;
  private boolean ended;

  /// Which steps belong together.
  private record Pairing(Two<Integer> at, Optional<Side> waiting) {}

  /// The top level.
  private Lockstep(Named named, Two<Run<F>> runs) {
    this.named = named;
    this.runs = runs;
    within = new Two<>(List.of(), List.of());
    joint = this::pair;
    pairs.add(new Pairing(new Two<>(0, 0), Optional.empty()));
  }

  /// The inside of two steps.
  private Lockstep(Both<F> around) {
    named = around.named();
    runs = around.steps().map(Step::inside);
    within = around.paths();
    joint = around.joint();
    pairs.add(new Pairing(new Two<>(0, 0), Optional.empty()));
  }

  /// Two whole runs.
  ///
  /// @param named what they are called
  static <F extends Frame> Lockstep<F> of(Named named, Two<Run<F>> runs) {
    return new Lockstep<>(named, runs);
  }

  @Override
  public Step<Both<F>> step(int index) {
    return step(
        pairing(index)
            .orElseThrow(
                () -> new IndexOutOfBoundsException("no step " + index + " in both runs")));
  }

  @Override
  public boolean has(int index) {
    return pairing(index).isPresent();
  }

  @Override
  public OptionalInt knownLength() {
    lock.lock();
    try {
      return ended ? OptionalInt.of(pairs.size()) : OptionalInt.empty();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Pairing> pairing(int index) {
    lock.lock();
    try {
      while (!ended && index >= pairs.size()) {
        Cancellation.checkpoint();
        next(pairs.getLast().at()).ifPresentOrElse(pairs::add, () -> ended = true);
      }
      return index >= 0 && index < pairs.size() ? Optional.of(pairs.get(index)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// Of the pairs that are known; whoever asks does not wait for more, and gets nothing meanwhile.
  private OptionalInt pair(Side side, int own) {
    if (!lock.tryLock()) {
      return OptionalInt.empty();
    }
    try {
      int from = 0;
      int to = pairs.size();
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (pairs.get(middle).at().of(side) < own) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from < pairs.size() && pairs.get(from).at().of(side) == own
          ? OptionalInt.of(from)
          : OptionalInt.empty();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Pairing> next(Two<Integer> at) {
    boolean firstGoesOn = runs.first().has(at.first() + 1);
    boolean secondGoesOn = runs.second().has(at.second() + 1);
    if (!firstGoesOn && !secondGoesOn) {
      return Optional.empty();
    }
    var waiting =
        !firstGoesOn
            ? Optional.of(Side.FIRST)
            : !secondGoesOn ? Optional.of(Side.SECOND) : waiting(at);
    return Optional.of(
        new Pairing(
            new Two<>(
                at.first() + (waiting.equals(Optional.of(Side.FIRST)) ? 0 : 1),
                at.second() + (waiting.equals(Optional.of(Side.SECOND)) ? 0 : 1)),
            waiting));
  }

  /// Which run waits where both could go on. One that goes on with what it did is the longer one in
  /// this phase; else the one waits whose next step has a like later in the other.
  private Optional<Side> waiting(Two<Integer> at) {
    var now = new Two<>(phase(Side.FIRST, at.first()), phase(Side.SECOND, at.second()));
    var next = new Two<>(phase(Side.FIRST, at.first() + 1), phase(Side.SECOND, at.second() + 1));
    if (next.first().equals(next.second())) {
      return Optional.empty();
    }
    boolean firstStays = next.first().equals(now.first());
    boolean secondStays = next.second().equals(now.second());
    if (firstStays != secondStays) {
      return Optional.of(firstStays ? Side.SECOND : Side.FIRST);
    }
    int likeOfSecond = ahead(Side.FIRST, at.first() + 1, next.second());
    int likeOfFirst = ahead(Side.SECOND, at.second() + 1, next.first());
    if (likeOfSecond == likeOfFirst) {
      return Optional.empty();
    }
    return Optional.of(likeOfSecond < likeOfFirst ? Side.SECOND : Side.FIRST);
  }

  /// In how many steps a phase comes; more than are looked at where it does not.
  private int ahead(Side side, int from, String phase) {
    var run = runs.of(side);
    return IntStream.range(0, LOOKED_AHEAD)
        .takeWhile(steps -> run.has(from + steps))
        .filter(steps -> phase(side, from + steps).equals(phase))
        .findFirst()
        .orElse(LOOKED_AHEAD);
  }

  private String phase(Side side, int index) {
    return runs.of(side).step(index).phase();
  }

  private Step<Both<F>> step(Pairing pair) {
    var steps =
        new Two<>(runs.first().step(pair.at().first()), runs.second().step(pair.at().second()));
    var paths =
        new Two<>(
            joined(within.first(), pair.at().first()), joined(within.second(), pair.at().second()));
    var both = new Both<>(named, steps, paths, pair.waiting(), joint);
    return new Step<>(
        kind(both),
        crumb(both),
        both::narration,
        conditions(both),
        both,
        inside(both).orElse(null));
  }

  private static List<Integer> joined(List<Integer> outer, int index) {
    return Stream.concat(outer.stream(), Stream.of(index)).toList();
  }

  private static StepKind kind(Both<?> both) {
    return both.step(both.waits(Side.FIRST) ? Side.SECOND : Side.FIRST).kind();
  }

  private static String crumb(Both<?> both) {
    var first = both.step(Side.FIRST).crumb();
    var second = both.step(Side.SECOND).crumb();
    return both.waiting()
        .map(side -> side == Side.FIRST ? second : first)
        .orElse(first.equals(second) ? first : first + " · " + second);
  }

  private static Set<Condition> conditions(Both<?> both) {
    var conditions = new HashSet<Condition>();
    for (var side : Side.values()) {
      if (!both.waits(side)) {
        conditions.addAll(both.step(side).conditions());
      }
    }
    return conditions;
  }

  /// The smaller runs of both steps in lockstep; where one of them is a leaf, or waits, it stays.
  private static <F extends Frame> Optional<Supplier<Run<Both<F>>>> inside(Both<F> both) {
    boolean firstOpens = both.step(Side.FIRST).isComposite() && !both.waits(Side.FIRST);
    boolean secondOpens = both.step(Side.SECOND).isComposite() && !both.waits(Side.SECOND);
    if (firstOpens && secondOpens) {
      return Optional.of(() -> new Lockstep<>(both));
    }
    if (firstOpens || secondOpens) {
      return Optional.of(() -> new Alone<>(both, firstOpens ? Side.FIRST : Side.SECOND));
    }
    return Optional.empty();
  }

  /// The inside of one run's step, while the other one waits.
  private record Alone<F extends Frame>(Both<F> around, Side moves, Run<F> inside)
      implements Run<Both<F>> {

    Alone(Both<F> around, Side moves) {
      this(around, moves, around.step(moves).inside());
    }

    @Override
    public Step<Both<F>> step(int index) {
      var step = inside.step(index);
      var waiting = Optional.of(moves == Side.FIRST ? Side.SECOND : Side.FIRST);
      var both =
          new Both<>(
              around.named(),
              around.steps().with(moves, step),
              around.paths().with(moves, joined(around.paths().of(moves), index)),
              waiting,
              around.joint());
      return new Step<>(
          step.kind(),
          step.crumb(),
          both::narration,
          step.conditions(),
          both,
          Lockstep.inside(both).orElse(null));
    }

    @Override
    public boolean has(int index) {
      return inside.has(index);
    }

    @Override
    public OptionalInt knownLength() {
      return inside.knownLength();
    }
  }
}
