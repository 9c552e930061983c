package dev.stepwise.playback;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Finds the steps of a run by their position, and the positions around one. A walk keeps to a
/// *depth*: it visits each step at that depth, and the leaves above it. So a student who went into
/// the points of one iteration walks on through the points of the next. Safe for use by several
/// threads; what it computes, it computes in the calling thread.
public final class Navigator<F extends Frame> {
  private static final int OPEN_RUNS_KEPT = 32;

  private final Run<F> run;
  private final Map<Position, Run<F>> openRuns =
      new LinkedHashMap<>(OPEN_RUNS_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Position, Run<F>> eldest) {
          return size() > OPEN_RUNS_KEPT;
        }
      };

  /// Moves about in a run.
  public Navigator(Run<F> run) {
    this.run = run;
  }

  /// The run.
  public Run<F> run() {
    return run;
  }

  /// The step at a position.
  ///
  /// @throws IndexOutOfBoundsException where there is none
  public Step<F> step(Position position) {
    return runOf(position).step(position.last());
  }

  /// Whether there is a step at a position.
  public boolean has(Position position) {
    var parent = position.parent();
    if (parent.isEmpty()) {
      return run.has(position.last());
    }
    return has(parent.get())
        && step(parent.get()).isComposite()
        && runOf(position).has(position.last());
  }

  /// The run that a position's step belongs to: the whole one, or a smaller one.
  public Run<F> runOf(Position position) {
    var parent = position.parent();
    if (parent.isEmpty()) {
      return run;
    }
    synchronized (openRuns) {
      var open = openRuns.get(parent.get());
      if (open != null) {
        return open;
      }
    }
    var step = step(parent.get());
    if (!step.isComposite()) {
      throw new IndexOutOfBoundsException("step " + parent.get() + " does not open");
    }
    var opened = step.inside();
    synchronized (openRuns) {
      openRuns.put(parent.get(), opened);
    }
    return opened;
  }

  /// The next stop of a walk at a depth; empty at the end.
  public Optional<Position> next(Position from, int depth) {
    var sibling = from.sibling(from.last() + 1);
    if (runOf(from).has(sibling.last())) {
      return Optional.of(firstInside(sibling, depth));
    }
    return from.parent().flatMap(parent -> next(parent, depth));
  }

  /// The stop before in a walk at a depth; empty at the start.
  public Optional<Position> previous(Position from, int depth) {
    if (from.last() > 0) {
      return Optional.of(lastInside(from.sibling(from.last() - 1), depth));
    }
    return from.parent().flatMap(parent -> previous(parent, depth));
  }

  /// The first step inside; empty for a leaf.
  public Optional<Position> into(Position from) {
    return step(from).isComposite() ? Optional.of(from.child(0)) : Optional.empty();
  }

  /// The first stop of a walk that begins with a step.
  public Position firstInside(Position position, int depth) {
    var at = position;
    while (at.depth() < depth && step(at).isComposite()) {
      at = at.child(0);
    }
    return at;
  }

  /// The last stop of a walk that ends with a step.
  public Position lastInside(Position position, int depth) {
    var at = position;
    while (at.depth() < depth && step(at).isComposite()) {
      at = at.child(step(at).inside().length() - 1);
    }
    return at;
  }

  /// The last step of the top level; computes to the end.
  public Position end() {
    return Position.top(run.length() - 1);
  }

  /// The position that a text names: a path such as `3.2`, or `last` for the last step of the top
  /// level; empty where the text is neither or the run has no such step.
  public Optional<Position> find(String text) {
    return text.equals("last") ? Optional.of(end()) : Position.parse(text).filter(this::has);
  }

  /// How far along the run a position is, 0 to 1, where the top level has a known length: each of
  /// its steps takes the same room, the steps inside share it. The end of a step's inside is the
  /// step itself.
  public double fraction(Position position, int topLength) {
    return topLength <= 1 ? 1 : Math.clamp(along(position) / (topLength - 1), 0, 1);
  }

  /// How far along the run a position is, counted in steps of the top level: 3 at its fourth step,
  /// between 2 and 3 inside of that, between −1 and 0 inside the first one.
  public double along(Position position) {
    double within = 1;
    var at = position;
    while (at.depth() > 1) {
      within = (at.last() + within) / runOf(at).length();
      at = at.parent().orElseThrow();
    }
    return position.first() - 1 + within;
  }
}
