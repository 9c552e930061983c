package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.Series.Prefix;

/// What was measured so far.
///
/// @param batches the loss of each batch, before its update
/// @param epochs the mean loss of each finished epoch over its samples, each measured before its
///   batch's update
/// @param accuracies of each finished epoch, measured likewise
/// @param held the loss on the samples held out, at the start and after each epoch; empty where
///   none are
/// @param heldAccuracies the accuracy on them, likewise
public record Curves(
    Prefix batches, Prefix epochs, Prefix accuracies, Prefix held, Prefix heldAccuracies) {

  /// The numbers of a run, shared by its steps.
  static final class Store {
    final Series batches = new Series();
    final Series epochs = new Series();
    final Series accuracies = new Series();
    final Series held = new Series();
    final Series heldAccuracies = new Series();

    /// What was measured when so many batches and epochs were done.
    ///
    /// @param measured how many measurements on the samples held out
    Curves until(int batchCount, int epochCount, int measured) {
      return new Curves(
          batches.prefix(batchCount),
          epochs.prefix(epochCount),
          accuracies.prefix(epochCount),
          held.prefix(measured),
          heldAccuracies.prefix(measured));
    }
  }
}
