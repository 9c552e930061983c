package dev.stepwise.compute.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Numbers in the order in which they were measured, shared by all steps of a run: a step holds a
/// [Prefix], not a copy, so a million losses are kept once. Since a run is deterministic, what is
/// measured again is what is there already. Beside the numbers stand the extremes of each block of
/// 32, of each 32 blocks, and so on: the extremes of any range cost a few dozen looks. Safe for use
/// by several threads.
public final class Series {
  private static final int FAN = 32;

  private double[] values = new double[FAN];
  private final List<Extremes> levels = new ArrayList<>();
  private int size;

  /// The extremes of the blocks of a level; block i of level k covers `32^(k+1)` numbers.
  @SuppressWarnings("ArrayRecordComponent") // shared with readers of what is complete
  private record Extremes(double[] least, double[] most) {
    Extremes grown() {
      return new Extremes(
          Series.grown(least, 2 * least.length), Series.grown(most, 2 * most.length));
    }
  }

  /// Notes the number at an index: the next one, or one that is there already.
  ///
  /// @throws IllegalArgumentException where numbers before it are missing
  public synchronized void put(int index, double value) {
    if (index > size) {
      throw new IllegalArgumentException("number " + index + " of " + size);
    }
    if (index < size) {
      return;
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
    double finite = Double.isFinite(value) ? value : Double.NaN;
    int block = index / FAN;
    for (int level = 0; level == 0 || block > 0 || level < levels.size(); level++) {
      widen(level, block, finite);
      block /= FAN;
    }
  }

  private void widen(int level, int block, double value) {
    if (level == levels.size()) {
      levels.add(new Extremes(grown(new double[0], FAN), grown(new double[0], FAN)));
      if (level > 0) {
        // The first block of a new level also covers what came before it.
        var below = levels.get(level - 1);
        for (int i = 0; i < FAN; i++) {
          widen(level, 0, below.least[i]);
          widen(level, 0, below.most[i]);
        }
      }
    }
    while (block >= levels.get(level).least.length) {
      levels.set(level, levels.get(level).grown());
    }
    var extremes = levels.get(level);
    extremes.least[block] = smaller(extremes.least[block], value);
    extremes.most[block] = larger(extremes.most[block], value);
  }

  private static double[] grown(double[] numbers, int length) {
    var longer = Arrays.copyOf(numbers, length);
    Arrays.fill(longer, numbers.length, length, Double.NaN);
    return longer;
  }

  /// The first numbers.
  ///
  /// @param length how many; at most as many as there are
  public synchronized Prefix prefix(int length) {
    if (length > size) {
      throw new IllegalArgumentException(length + " numbers of " + size);
    }
    return new Prefix(
        values,
        levels.stream().map(Extremes::least).toArray(double[][]::new),
        levels.stream().map(Extremes::most).toArray(double[][]::new),
        length);
  }

  /// How many numbers there are.
  public synchronized int size() {
    return size;
  }

  private static double smaller(double a, double b) {
    return Double.isNaN(a) || b < a ? b : a;
  }

  private static double larger(double a, double b) {
    return Double.isNaN(a) || b > a ? b : a;
  }

  /// The first numbers of a series; immutable.
  public static final class Prefix {
    /// No numbers.
    public static final Prefix EMPTY =
        new Prefix(new double[0], new double[0][], new double[0][], 0);

    private final double[] values;
    private final double[][] least;
    private final double[][] most;
    private final int length;

    private Prefix(double[] values, double[][] least, double[][] most, int length) {
      this.values = values;
      this.least = least;
      this.most = most;
      this.length = length;
    }

    /// How many there are.
    public int size() {
      return length;
    }

    /// One of them.
    public double at(int index) {
      if (index < 0 || index >= length) {
        throw new IndexOutOfBoundsException(index + " of " + length);
      }
      return values[index];
    }

    /// The last one; NaN where there is none.
    public double last() {
      return length == 0 ? Double.NaN : values[length - 1];
    }

    /// The least finite number of a range; NaN where there is none.
    ///
    /// @param from,to the range, `to` not included
    public double least(int from, int to) {
      return extreme(from, to, -1);
    }

    /// The greatest finite number of a range; NaN where there is none.
    ///
    /// @param from,to the range, `to` not included
    public double most(int from, int to) {
      return extreme(from, to, 1);
    }

    private double extreme(int from, int to, int sign) {
      var blocks = sign < 0 ? least : most;
      double found = Double.NaN;
      int at = Math.max(0, from);
      int end = Math.min(length, to);
      while (at < end) {
        int level = -1;
        long width = 1;
        // The largest whole block that begins here and ends in time.
        while (level + 1 < blocks.length && at % (width * FAN) == 0 && at + width * FAN <= end) {
          level++;
          width *= FAN;
        }
        double value = level < 0 ? values[at] : blocks[level][(int) (at / width)];
        if (Double.isFinite(value)) {
          found = sign < 0 ? smaller(found, value) : larger(found, value);
        }
        at += (int) width;
      }
      return found;
    }

    /// A copy of the numbers.
    public double[] toArray() {
      return Arrays.copyOf(values, length);
    }
  }
}
