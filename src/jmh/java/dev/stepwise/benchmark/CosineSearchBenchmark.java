package dev.stepwise.benchmark;

import dev.stepwise.compute.cosine.FloatIndex;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// How long an exact search in a million documents of 128 float32 numbers takes, against the time
/// in which the same threads only read as many bytes: the memory's bandwidth. The search should need
/// no more than twice that time.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class CosineSearchBenchmark {
  private static final int DOCUMENTS = 1_000_000;
  private static final int DIMENSIONS = 128;
  private static final int K = 10;
  private static final double EPSILON = 1e-8;

  /// Integers can be added in any order, so adding them up is as fast as reading them.
  private static final int BLOCK = 1 << 16;

  private FloatIndex index;
  private double[] query;
  private int[][] bytes;

  /// Draws the documents and the query.
  @Setup
  public void prepare() {
    // Uniform numbers do: what they are makes no difference to the time.
    var random = new Well19937c(1);
    var row = new double[DIMENSIONS];
    index =
        FloatIndex.of(
            DOCUMENTS,
            DIMENSIONS,
            EPSILON,
            _ -> {
              fill(row, random);
              return row;
            });
    query = new double[DIMENSIONS];
    fill(query, random);
    bytes = new int[(int) (index.bytes() / Integer.BYTES / BLOCK)][BLOCK];
    for (int[] block : bytes) {
      block[0] = random.nextInt();
    }
  }

  private static void fill(double[] row, Well19937c random) {
    for (int j = 0; j < row.length; j++) {
      row[j] = random.nextDouble() - 0.5;
    }
  }

  /// The best ten, by all threads.
  @Benchmark
  public int[] search() {
    return index.search(query, K, EPSILON, FloatIndex.Threads.ALL);
  }

  /// Reading as many bytes, by all threads.
  @Benchmark
  public int read() {
    int stretches = 4 * (ForkJoinPool.getCommonPoolParallelism() + 1);
    return IntStream.range(0, stretches)
        .parallel()
        .map(stretch -> {
          int sum = 0;
          int end = (int) ((long) (stretch + 1) * bytes.length / stretches);
          for (int b = (int) ((long) stretch * bytes.length / stretches); b < end; b++) {
            sum += sum(bytes[b]);
          }
          return sum;
        })
        .sum();
  }

  private static int sum(int[] block) {
    int sum = 0;
    for (int value : block) {
      sum += value;
    }
    return sum;
  }
}
