package dev.stepwise.benchmark;

import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.linear.RandomMatrices;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.random.Well19937c;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A product of matrices, 512×64 by 64×512, by one thread: the common pool has none.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class ProductBenchmark {
  private static final int LONG = 512;
  private static final int SHORT = 64;

  private double[][] left;
  private double[][] right;
  private RealMatrix commonsLeft;
  private RealMatrix commonsRight;
  private DMatrixRMaj ejmlLeft;
  private DMatrixRMaj ejmlRight;

  /// Draws the matrices.
  @Setup
  public void prepare() {
    var random = new Well19937c(1);
    left = RandomMatrices.gaussian(LONG, SHORT, 1, random);
    right = RandomMatrices.gaussian(SHORT, LONG, 1, random);
    commonsLeft = MatrixUtils.createRealMatrix(left);
    commonsRight = MatrixUtils.createRealMatrix(right);
    ejmlLeft = new DMatrixRMaj(left);
    ejmlRight = new DMatrixRMaj(right);
  }

  /// The app's product.
  @Benchmark
  public double[][] stepwise() {
    return Matrices.multiply(left, right);
  }

  /// Apache Commons Math.
  @Benchmark
  public RealMatrix commonsMath() {
    return commonsLeft.multiply(commonsRight);
  }

  /// EJML, into a new matrix as the others.
  @Benchmark
  public DMatrixRMaj ejml() {
    var product = new DMatrixRMaj(LONG, LONG);
    CommonOps_DDRM.mult(ejmlLeft, ejmlRight, product);
    return product;
  }
}
