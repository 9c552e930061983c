package dev.stepwise.benchmark;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.attention.AttentionProblem.Embedding;
import dev.stepwise.compute.attention.AttentionProblem.Names;
import dev.stepwise.compute.attention.AttentionProblem.Origin;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.linear.RandomMatrices;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.util.FastMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A pass of self-attention over 512 tokens, 512 numbers wide, with keys of 64: projections,
/// scores, weights, output.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class SelfAttentionBenchmark {
  private static final int TOKENS = 512;
  private static final int WIDTH = 512;
  private static final int KEY = 64;

  private AttentionProblem problem;
  private RealMatrix x;
  private RealMatrix queries;
  private RealMatrix keys;
  private RealMatrix values;

  /// Draws X and the weights.
  @Setup
  public void prepare() {
    var random = new Well19937c(1);
    double scale = 1 / Math.sqrt(WIDTH);
    problem =
        new AttentionProblem(
            Collections.nCopies(TOKENS, "a"),
            RandomMatrices.gaussian(TOKENS, WIDTH, 1, random),
            RandomMatrices.gaussian(WIDTH, KEY, scale, random),
            RandomMatrices.gaussian(WIDTH, KEY, scale, random),
            RandomMatrices.gaussian(WIDTH, KEY, scale, random),
            Settings.STANDARD,
            new Origin(Set.of(), Embedding.RANDOM, 1),
            Names.NONE);
    x = MatrixUtils.createRealMatrix(problem.x());
    queries = MatrixUtils.createRealMatrix(problem.queries());
    keys = MatrixUtils.createRealMatrix(problem.keys());
    values = MatrixUtils.createRealMatrix(problem.values());
  }

  /// The app's pass, which keeps every stage.
  @Benchmark
  public Attention.Pass stepwise() {
    return Attention.pass(problem);
  }

  /// The same with the products and exponentials of Apache Commons Math.
  @Benchmark
  public RealMatrix commonsMath() {
    var q = x.multiply(queries);
    var k = x.multiply(keys);
    var v = x.multiply(values);
    double[][] scores = q.multiply(k.transpose()).scalarMultiply(1 / Math.sqrt(KEY)).getData();
    for (double[] row : scores) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (double score : row) {
        greatest = Math.max(greatest, score);
      }
      double sum = 0;
      for (int j = 0; j < row.length; j++) {
        row[j] = FastMath.exp(row[j] - greatest);
        sum += row[j];
      }
      for (int j = 0; j < row.length; j++) {
        row[j] /= sum;
      }
    }
    return MatrixUtils.createRealMatrix(scores).multiply(v);
  }
}
