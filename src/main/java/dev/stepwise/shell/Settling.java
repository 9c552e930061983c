package dev.stepwise.shell;

import dev.stepwise.session.Workspace;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/// Tells whoever waits for it that all that was asked of the window is shown.
final class Settling {
  private final BooleanSupplier settled;
  private CompletableFuture<Void> told = new CompletableFuture<>();

  /// @param settled whether nothing is under way
  Settling(BooleanSupplier settled) {
    this.settled = settled;
  }

  /// Told once nothing is under way, or with the defect that keeps it from being shown.
  CompletableFuture<Void> whenSettled() {
    if (told.isDone()) {
      told = new CompletableFuture<>();
    }
    look();
    return told;
  }

  /// Something has come about.
  void look() {
    if (settled.getAsBoolean()) {
      told.complete(null);
    }
  }

  /// A defect was met.
  void fail(Throwable failure) {
    told.completeExceptionally(failure);
  }

  /// Tells whenever a screen shows more of what was asked of it, or cannot.
  static void follow(Workspace<?, ?> workspace, ScreenHost host) {
    workspace.onEdit(_ -> host.edited());
    workspace.onState(_ -> host.advanced());
    workspace.onSurvey(_ -> host.advanced());
    workspace.onRefusal(_ -> host.advanced());
    workspace.onFailure(host::tell);
  }
}
