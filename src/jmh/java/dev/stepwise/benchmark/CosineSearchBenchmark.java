package dev.stepwise.benchmark;

import dev.stepwise.compute.cosine.FloatIndex;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;
import org.apache.lucene.util.VectorUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// How long an exact search in a million documents of 128 float32 numbers takes, against the time
/// in which the same threads only read as many bytes: the memory's bandwidth. The search should
/// need no more than twice that time.
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
  private float[][] rows;
  private float[] unit;
  private VectorFloat<?>[] jvectorRows;
  private VectorFloat<?> jvectorUnit;

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
    rows = new float[DOCUMENTS][DIMENSIONS];
    jvectorRows = new VectorFloat<?>[DOCUMENTS];
    var vectors = VectorizationProvider.getInstance().getVectorTypeSupport();
    for (int i = 0; i < DOCUMENTS; i++) {
      fill(row, random);
      toFloats(row, rows[i]);
      jvectorRows[i] = vectors.createFloatVector(rows[i]);
    }
    unit = new float[DIMENSIONS];
    toFloats(query, unit);
    jvectorUnit = vectors.createFloatVector(unit);
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

  private static void toFloats(double[] row, float[] floats) {
    for (int j = 0; j < row.length; j++) {
      floats[j] = (float) row[j];
    }
  }

  /// The best ten of scores that are given one by one, by all threads.
  private static int[] best(IntToDoubleFunction score) {
    int stretches = 4 * (ForkJoinPool.getCommonPoolParallelism() + 1);
    var all = new float[DOCUMENTS];
    IntStream.range(0, stretches)
        .parallel()
        .forEach(stretch -> {
          int end = (int) ((long) (stretch + 1) * DOCUMENTS / stretches);
          for (int i = (int) ((long) stretch * DOCUMENTS / stretches); i < end; i++) {
            all[i] = (float) score.applyAsDouble(i);
          }
        });
    var queue = new PriorityQueue<Integer>(K, Comparator.comparingDouble(i -> all[i]));
    for (int i = 0; i < DOCUMENTS; i++) {
      if (queue.size() < K || all[i] > all[queue.element()]) {
        if (queue.size() == K) {
          queue.remove();
        }
        queue.add(i);
      }
    }
    return queue.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The same with Lucene's dot product. Neither it nor jvector may use the incubating Vector API,
  /// as in the app.
  @Benchmark
  public int[] lucene() {
    return best(i -> VectorUtil.dotProduct(rows[i], unit));
  }

  /// The same with jvector's.
  @Benchmark
  public int[] jvector() {
    return best(i -> VectorSimilarityFunction.DOT_PRODUCT.compare(jvectorRows[i], jvectorUnit));
  }

  /// The best ten, by all threads.
  @Benchmark
  public int[] stepwise() {
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
