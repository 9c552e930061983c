package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Order;
import java.util.List;

/// How gradient descent goes: how far each step, how many, and over which samples.
///
/// @param rate the learning rate, positive
/// @param changes of the rate, by ascending epoch
/// @param epochs how many, at least 1
/// @param batchSize samples in a batch; 0 for all of them
/// @param ordering whether each epoch shuffles the samples
/// @param seed of shuffles, of drawn weights and of generated data
/// @param draws for which samples the shuffles are drawn
public record Descent(
    double rate,
    List<RateChange> changes,
    int epochs,
    int batchSize,
    Ordering ordering,
    long seed,
    Draws draws) {

  /// With shuffles drawn for the samples as they are.
  public Descent(
      double rate,
      List<RateChange> changes,
      int epochs,
      int batchSize,
      Ordering ordering,
      long seed) {
    this(rate, changes, epochs, batchSize, ordering, seed, Draws.FRESH);
  }

  /// Another rate from an epoch on.
  ///
  /// @param epoch from 1
  public record RateChange(int epoch, double rate) {}

  /// In which order an epoch visits the samples.
  public enum Ordering {
    /// Shuffled anew in each epoch.
    SHUFFLED,
    /// As they are given.
    AS_GIVEN
  }

  /// Copies the list.
  public Descent {
    changes = List.copyOf(changes);
  }

  /// The rate in an epoch.
  ///
  /// @param epoch from 1
  public double rateIn(int epoch) {
    double now = rate;
    for (var change : changes) {
      now = change.epoch() <= epoch ? change.rate() : now;
    }
    return now;
  }

  /// How many samples a full batch has.
  ///
  /// @param n how many samples there are
  public int sizeOfBatch(int n) {
    return batchSize == 0 ? n : Math.min(batchSize, n);
  }

  /// How many batches an epoch has.
  ///
  /// @param n how many samples there are
  public int batches(int n) {
    int size = sizeOfBatch(n);
    return (n + size - 1) / size;
  }

  /// How many times the mean of all samples the mean of a batch can be, of numbers that are not
  /// negative: all samples over the smallest batch's.
  ///
  /// @param n how many samples there are
  double mostWeight(int n) {
    int last = n - (batches(n) - 1) * sizeOfBatch(n);
    return (double) n / last;
  }

  /// The same with other changes of the rate.
  public Descent withChanges(List<RateChange> others) {
    return new Descent(rate, others, epochs, batchSize, ordering, seed, draws);
  }

  /// The same with shuffles drawn for other samples.
  Descent withDraws(Draws others) {
    return new Descent(rate, changes, epochs, batchSize, ordering, seed, others);
  }

  /// The order in which an epoch visits the samples.
  ///
  /// @param n how many there are
  /// @param epoch from 1
  int[] order(int n, int epoch) {
    return switch (ordering) {
      case SHUFFLED -> draws.order(n, seed, epoch);
      case AS_GIVEN -> Order.asGiven(n);
    };
  }
}
