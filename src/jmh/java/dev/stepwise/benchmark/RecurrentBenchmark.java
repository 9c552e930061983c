package dev.stepwise.benchmark;

import dev.stepwise.compute.linear.RandomMatrices;
import dev.stepwise.compute.lstm.History;
import dev.stepwise.compute.lstm.Layer;
import dev.stepwise.compute.lstm.Moment;
import dev.stepwise.compute.lstm.RecurrentCell;
import dev.stepwise.compute.lstm.State;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.util.FastMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;

/// An LSTM of 128 units over 1,000 time steps of 32 numbers.
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class RecurrentBenchmark {
  private static final int STEPS = 1_000;
  private static final int UNITS = 128;
  private static final int INPUTS = 32;

  private double[][] x;
  private RecurrentCell.Lstm cell;
  private final RealMatrix[] weights = new RealMatrix[4];

  /// Draws the sequence and the weights; biases are 0.
  @Setup
  public void prepare() {
    var random = new Well19937c(1);
    x = RandomMatrices.gaussian(STEPS, INPUTS, 1, random);
    var layers = new Layer[4];
    for (int g = 0; g < layers.length; g++) {
      var drawn = RandomMatrices.gaussian(UNITS, INPUTS + UNITS, 0.1, random);
      layers[g] = new Layer(drawn, new double[UNITS]);
      weights[g] = MatrixUtils.createRealMatrix(drawn);
    }
    cell = new RecurrentCell.Lstm(layers[0], layers[1], layers[2], layers[3]);
  }

  /// The app's cell, which keeps what each gate did.
  @Benchmark
  public Moment stepwise() {
    var start = new State(new double[UNITS], new double[UNITS]);
    return new History(x, cell, start).moment(STEPS - 1);
  }

  /// The same with the products and functions of Apache Commons Math.
  @Benchmark
  public RealVector commonsMath() {
    RealVector h = new ArrayRealVector(UNITS);
    RealVector c = new ArrayRealVector(UNITS);
    for (double[] input : x) {
      var xh = new ArrayRealVector(input, false).append(h);
      var f = weights[0].operate(xh).mapToSelf(RecurrentBenchmark::sigmoid);
      var i = weights[1].operate(xh).mapToSelf(RecurrentBenchmark::sigmoid);
      var candidate = weights[2].operate(xh).mapToSelf(FastMath::tanh);
      var o = weights[3].operate(xh).mapToSelf(RecurrentBenchmark::sigmoid);
      c = f.ebeMultiply(c).add(i.ebeMultiply(candidate));
      h = o.ebeMultiply(c.map(FastMath::tanh));
    }
    return h;
  }

  private static double sigmoid(double sum) {
    return 1 / (1 + FastMath.exp(-sum));
  }
}
