package dev.stepwise.benchmark;

import dev.stepwise.compute.gradient.network.Activation;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.Backward;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.TwoLayerNetwork;
import dev.stepwise.compute.linear.RandomMatrices;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.random.Well19937c;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// A batch of 32 through a two-layer network, forward and backward; Apache Commons Math computes
/// the five products of it alone.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class NetworkBenchmark {
  private static final int BATCH = 32;

  /// Inputs, hidden units, classes.
  @Param({"2-64-3", "784-128-10"})
  public String layers;

  private double[][] x;
  private int[] y;
  private Parameters parameters;
  private RealMatrix commonsX;
  private RealMatrix w1;
  private RealMatrix w2;
  private RealMatrix a1;
  private RealMatrix dz2;

  /// Draws a batch and the weights.
  @Setup
  public void prepare() {
    var random = new Well19937c(1);
    var widths = layers.split("-");
    int inputs = Integer.parseInt(widths[0]);
    int hidden = Integer.parseInt(widths[1]);
    int classes = Integer.parseInt(widths[2]);
    x = RandomMatrices.gaussian(BATCH, inputs, 1, random);
    y = new int[BATCH];
    for (int i = 0; i < BATCH; i++) {
      y[i] = random.nextInt(classes);
    }
    parameters =
        new Parameters(
            RandomMatrices.gaussian(inputs, hidden, 1 / Math.sqrt(inputs), random),
            new double[hidden],
            RandomMatrices.gaussian(hidden, classes, 1 / Math.sqrt(hidden), random),
            new double[classes]);
    commonsX = MatrixUtils.createRealMatrix(x);
    w1 = MatrixUtils.createRealMatrix(parameters.w1());
    w2 = MatrixUtils.createRealMatrix(parameters.w2());
    a1 = MatrixUtils.createRealMatrix(RandomMatrices.gaussian(BATCH, hidden, 1, random));
    dz2 = MatrixUtils.createRealMatrix(RandomMatrices.gaussian(BATCH, classes, 1, random));
  }

  /// The app's forward and backward pass.
  @Benchmark
  public Backward stepwise() {
    var forward = TwoLayerNetwork.forward(x, y, parameters, Activation.RELU);
    return TwoLayerNetwork.backward(forward, parameters, Activation.RELU, Averaging.MEAN);
  }

  /// The five products.
  @Benchmark
  public void commonsMath(Blackhole into) {
    into.consume(commonsX.multiply(w1));
    into.consume(a1.multiply(w2));
    into.consume(a1.transpose().multiply(dz2));
    var da1 = dz2.multiply(w2.transpose());
    into.consume(commonsX.transpose().multiply(da1));
  }
}
