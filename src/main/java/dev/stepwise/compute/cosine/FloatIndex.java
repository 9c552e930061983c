package dev.stepwise.compute.cosine;

import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/// Exact search in many documents with half the memory: normalised once, kept as float32, searched
/// by several threads at the speed at which memory can be read.
///
/// Documents stand in blocks of 512, and within a block coordinate after coordinate: the first
/// coordinates of all 512, then the second ones, and so on. So the innermost loop runs over
/// documents with one coordinate of the query, its sums stay in the first-level cache, and the
/// compiler turns it into vector instructions: neighbouring documents are independent, while the
/// products along one document would have to be added in their order.
public final class FloatIndex {
  /// How many documents share a block: 512 sums take 2 KB.
  static final int LANES = 512;

  /// Coordinates taken together, so that the sums are loaded and stored once for four products.
  private static final int UNROLLED = 4;

  private final int count;
  private final int dimensions;
  private final float[][] blocks;

  private FloatIndex(int count, int dimensions) {
    this.count = count;
    this.dimensions = dimensions;
    this.blocks = new float[(count + LANES - 1) / LANES][dimensions * LANES];
  }

  /// Gives the documents one by one, so that they need not all be there in float64.
  @FunctionalInterface
  public interface Rows {
    /// The numbers of document i. The array may be used again for the next one.
    double[] row(int i);
  }

  /// Normalises documents and keeps them.
  ///
  /// @param rows asked once for each of them, in order
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static FloatIndex of(int count, int dimensions, double epsilon, Rows rows) {
    var index = new FloatIndex(count, dimensions);
    for (int i = 0; i < count; i++) {
      if (i % LANES == 0) {
        Cancellation.checkpoint();
      }
      double[] row = rows.row(i);
      double divisor = Geometry.norm(row) + epsilon;
      float[] block = index.blocks[i / LANES];
      for (int j = 0; j < dimensions; j++) {
        block[j * LANES + i % LANES] = (float) (row[j] / divisor);
      }
    }
    return index;
  }

  /// How many documents.
  public int count() {
    return count;
  }

  /// How many bytes a search reads.
  public long bytes() {
    return (long) blocks.length * LANES * dimensions * Float.BYTES;
  }

  /// Who computes.
  public enum Threads {
    /// The caller alone.
    ONE,
    /// The common pool's threads, and the caller.
    ALL
  }

  /// The cosine of each document with a query.
  ///
  /// @param query d numbers, of any length
  public float[] similarities(double[] query, double epsilon, Threads threads) {
    float[] unit = unit(query, epsilon);
    var similarities = new float[blocks.length * LANES];
    if (threads == Threads.ONE) {
      addProducts(0, blocks.length, unit, similarities);
    } else {
      int stretches = Math.min(blocks.length, 4 * (ForkJoinPool.getCommonPoolParallelism() + 1));
      IntStream.range(0, stretches)
          .parallel()
          .forEach(stretch ->
              addProducts(
                  (int) ((long) stretch * blocks.length / stretches),
                  (int) ((long) (stretch + 1) * blocks.length / stretches),
                  unit,
                  similarities));
    }
    return Arrays.copyOf(similarities, count);
  }

  /// The best k documents, best first; ties by index.
  public int[] search(double[] query, int k, double epsilon, Threads threads) {
    return topK(similarities(query, epsilon, threads), k);
  }

  private void addProducts(int from, int to, float[] unit, float[] similarities) {
    for (int b = from; b < to; b++) {
      addProducts(blocks[b], unit, similarities, b * LANES);
    }
  }

  /// The best k, best first; ties by index. One comparison for each document that is not among the
  /// best so far.
  static int[] topK(float[] similarities, int k) {
    var kept = new double[similarities.length == 0 ? 0 : Math.min(k, similarities.length)];
    var documents = new int[kept.length];
    int size = 0;
    for (int i = 0; i < similarities.length; i++) {
      // What is not a number ranks last.
      double value = Float.isNaN(similarities[i]) ? Double.NEGATIVE_INFINITY : similarities[i];
      if (size == kept.length && !(value > kept[size - 1])) {
        continue;
      }
      int place = size < kept.length ? size++ : size - 1;
      while (place > 0 && value > kept[place - 1]) {
        kept[place] = kept[place - 1];
        documents[place] = documents[place - 1];
        place--;
      }
      kept[place] = value;
      documents[place] = i;
    }
    return documents;
  }

  private float[] unit(double[] query, double epsilon) {
    double divisor = Geometry.norm(query) + epsilon;
    var unit = new float[dimensions];
    for (int j = 0; j < dimensions; j++) {
      unit[j] = (float) (query[j] / divisor);
    }
    return unit;
  }

  private void addProducts(float[] block, float[] unit, float[] sums, int from) {
    int j = 0;
    for (; j + UNROLLED <= dimensions; j += UNROLLED) {
      addFour(block, j * LANES, unit[j], unit[j + 1], unit[j + 2], unit[j + 3], sums, from);
    }
    for (; j < dimensions; j++) {
      addOne(block, j * LANES, unit[j], sums, from);
    }
  }

  private static void addFour(
      float[] block, int at, float q0, float q1, float q2, float q3, float[] sums, int from) {
    for (int lane = 0; lane < LANES; lane++) {
      sums[from + lane] +=
          block[at + lane] * q0
              + block[at + LANES + lane] * q1
              + block[at + 2 * LANES + lane] * q2
              + block[at + 3 * LANES + lane] * q3;
    }
  }

  private static void addOne(float[] block, int at, float q, float[] sums, int from) {
    for (int lane = 0; lane < LANES; lane++) {
      sums[from + lane] += block[at + lane] * q;
    }
  }
}
