package dev.stepwise.compute.gradient.network;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/// The order in which an epoch visits the samples, and its batches. Each epoch has random numbers
/// of its own, from the seed and its number alone, so that any epoch can be computed again without
/// those before it.
public final class Order {
  private static final int SHUFFLES = 1;
  private static final int WEIGHTS = 2;
  private static final int HELD_OUT = 3;
  private static final int PUT_IN = 4;

  private Order() {}

  /// The samples as they are: 0 to n − 1.
  public static int[] asGiven(int n) {
    var order = new int[n];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /// The samples shuffled for an epoch.
  ///
  /// @param epoch from 1
  public static int[] shuffled(int n, long seed, int epoch) {
    return shuffled(n, random(seed, SHUFFLES, epoch));
  }

  /// The same for samples of which some came later: these are put in one after the other, each at a
  /// place drawn among those before it, which so keep their order. All orders are equally likely.
  /// The cost is that of n shifts.
  ///
  /// @param first how many are shuffled
  /// @param n how many there are in all, no fewer
  /// @param epoch from 1
  public static int[] grown(int first, int n, long seed, int epoch) {
    int[] order = Arrays.copyOf(shuffled(first, seed, epoch), n);
    var random = random(seed, PUT_IN, epoch);
    for (int i = first; i < n; i++) {
      int place = random.nextInt(i + 1);
      System.arraycopy(order, place, order, place + 1, i - place);
      order[place] = i;
    }
    return order;
  }

  /// R. A. Fisher's and F. Yates's shuffle, as R. Durstenfeld gave it (Algorithm 235, CACM 7,
  /// 1964).
  private static int[] shuffled(int n, RandomGenerator random) {
    int[] order = asGiven(n);
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  /// The samples of a batch.
  ///
  /// @param batch from 0
  /// @param size of a batch; the last one may be shorter
  public static int[] batch(int[] order, int batch, int size) {
    return Arrays.copyOfRange(order, batch * size, Math.min(order.length, (batch + 1) * size));
  }

  /// Which samples are held out: some drawn from the seed, in ascending order.
  ///
  /// @param count how many, 0 to n
  public static int[] heldOut(int n, int count, long seed) {
    int[] drawn = Arrays.copyOf(shuffled(n, random(seed, HELD_OUT, 0)), count);
    Arrays.sort(drawn);
    return drawn;
  }

  /// The random numbers that draw the weights.
  public static RandomGenerator forWeights(long seed) {
    return random(seed, WEIGHTS, 0);
  }

  private static RandomGenerator random(long seed, int stream, int epoch) {
    return new Well19937c(new int[] {(int) seed, (int) (seed >>> 32), stream, epoch});
  }
}
