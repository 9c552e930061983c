package dev.stepwise.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/// Takes edits of two kinds back in the order in which they were made, each by its own history.
/// What a history has forgotten meanwhile, as of a problem that was closed, is passed over.
final class UndoOrder {

  /// One kind of edits.
  record Part(BooleanSupplier canUndo, BooleanSupplier canRedo, Runnable undo, Runnable redo) {}

  private final Part first;
  private final Part second;
  private final Deque<Part> done = new ArrayDeque<>();
  private final Deque<Part> undone = new ArrayDeque<>();

  UndoOrder(Part first, Part second) {
    this.first = first;
    this.second = second;
  }

  /// An edit of the first kind was made.
  void firstEdited() {
    edited(first);
  }

  /// An edit of the second kind was made.
  void secondEdited() {
    edited(second);
  }

  private void edited(Part part) {
    done.push(part);
    undone.clear();
  }

  /// Takes the last edit back; false where there is none.
  boolean undo() {
    while (!done.isEmpty()) {
      var part = done.pop();
      if (part.canUndo().getAsBoolean()) {
        undone.push(part);
        part.undo().run();
        return true;
      }
    }
    for (var part : new Part[] {second, first}) {
      if (part.canUndo().getAsBoolean()) {
        undone.push(part);
        part.undo().run();
        return true;
      }
    }
    return false;
  }

  /// Makes the last edit again that was taken back; false where there is none.
  boolean redo() {
    while (!undone.isEmpty()) {
      var part = undone.pop();
      if (part.canRedo().getAsBoolean()) {
        done.push(part);
        part.redo().run();
        return true;
      }
    }
    for (var part : new Part[] {second, first}) {
      if (part.canRedo().getAsBoolean()) {
        done.push(part);
        part.redo().run();
        return true;
      }
    }
    return false;
  }
}
