package dev.stepwise.view.lab;

import java.util.function.DoubleConsumer;

/// Something to be tried on the problem that is open.
///
/// @param id a name for tests and style sheets, such as `elbow`
/// @param title a few words
/// @param hint what to look for, in a sentence
/// @param axes what the axes of the picture mean and in which unit
/// @param computation how it is done
public record Experiment(
    String id, String title, String hint, String axes, Computation computation) {

  /// The work of an experiment, away from the JavaFX thread.
  @FunctionalInterface
  public interface Computation {
    /// Computes.
    ///
    /// @param progress told now and then how much is done, from 0 to 1
    /// @throws java.util.concurrent.CancellationException soon after the thread was interrupted
    Finding compute(DoubleConsumer progress);
  }
}
