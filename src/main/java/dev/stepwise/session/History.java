package dev.stepwise.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The versions of a problem, or of a lecture, from the one that was opened through the edits made
/// to it.
public final class History<P> {
  private final List<P> versions = new ArrayList<>();
  private int at = -1;

  /// The version that is open; empty until the first one is.
  public Optional<P> now() {
    return at < 0 ? Optional.empty() : Optional.of(versions.get(at));
  }

  /// Another problem is opened; the edits of the one before are forgotten.
  public void begin(P problem) {
    versions.clear();
    versions.add(problem);
    at = 0;
  }

  /// Nothing is open any more.
  public void forget() {
    versions.clear();
    at = -1;
  }

  /// An edit was made; those that were taken back before it are forgotten.
  public void add(P edited) {
    versions.subList(at + 1, versions.size()).clear();
    versions.add(edited);
    at++;
  }

  public boolean canUndo() {
    return at > 0;
  }

  public boolean canRedo() {
    return at < versions.size() - 1;
  }

  /// The version before; empty where there is none.
  public Optional<P> undo() {
    if (!canUndo()) {
      return Optional.empty();
    }
    at--;
    return now();
  }

  /// The version after; empty where there is none.
  public Optional<P> redo() {
    if (!canRedo()) {
      return Optional.empty();
    }
    at++;
    return now();
  }

  /// The version that was opened; those after it can be made again.
  public Optional<P> reset() {
    at = Math.min(at, 0);
    return now();
  }
}
