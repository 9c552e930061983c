package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.GradientCheck;
import dev.stepwise.compute.gradient.network.Gradients;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.gradient.probe.Signal;
import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.util.FastMath;

/// Experiments on a problem. All are deterministic, report their progress from 0 to 1 and stop with
/// a [java.util.concurrent.CancellationException] soon after their thread is interrupted.
public final class GradientLab {
  private static final int RATES = 25;
  private static final int MOST_EPOCHS = 20;
  private static final int DRAWS = 60;
  private static final int WIDTH = 256;
  private static final int LAYERS = 10;
  private static final int SAMPLES = 100;

  private GradientLab() {}

  /// A size and what was measured there.
  public record Point(double size, double value) {}

  /// How many epochs the trainings of [#rates] take.
  public static int epochs(Descent descent) {
    return Math.min(MOST_EPOCHS, descent.epochs());
  }

  /// The mean loss of the last epoch of a short training, for rates from a thousandth to a hundred
  /// times the problem's; infinite where the training was stopped.
  public static List<Point> rates(GradientProblem problem, DoubleConsumer progress) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < RATES; i++) {
      double factor = FastMath.pow(10, -3 + 5.0 * i / (RATES - 1));
      points.add(
          switch (problem) {
            case NetworkProblem network -> {
              double rate = network.descent().rate() * factor;
              var fit = Trainer.fit(network.withDescent(at(network.descent(), rate)));
              yield new Point(rate, fit.trouble().isEmpty() ? last(fit.losses()) : infinite());
            }
            case RegressionProblem regression -> {
              double rate = regression.descent().rate() * factor;
              var fit =
                  RegressionTrainer.fit(regression.withDescent(at(regression.descent(), rate)));
              yield new Point(rate, fit.trouble().isEmpty() ? last(fit.losses()) : infinite());
            }
            case ProbeProblem _ ->
                throw new IllegalArgumentException("a probe has no learning rate");
          });
      progress.accept((i + 1.0) / RATES);
    }
    return points;
  }

  private static double last(List<Double> losses) {
    return losses.getLast();
  }

  private static double infinite() {
    return Double.POSITIVE_INFINITY;
  }

  private static Descent at(Descent descent, double rate) {
    return new Descent(
        rate,
        List.of(),
        epochs(descent),
        descent.batchSize(),
        descent.ordering(),
        descent.seed(),
        descent.draws());
  }

  /// How far the gradient of a random batch, drawn with replacement, is from that of all samples,
  /// as the root of the mean squared distance over the length of the gradient of all; for batches
  /// of 1, 2, 4 … samples, at the start of the training.
  public static List<Point> noise(NetworkProblem problem, DoubleConsumer progress) {
    var at = Trainer.initialise(problem);
    int[] training = problem.data().training();
    var whole = gradients(problem, training, at);
    double length = Math.sqrt(squaredDistance(whole, null, at));
    var random = new Well19937c(problem.descent().seed());
    var points = new ArrayList<Point>();
    for (int size = 1; size <= training.length; size *= 2) {
      double sum = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        Cancellation.checkpoint();
        var batch = new int[size];
        for (int i = 0; i < size; i++) {
          batch[i] = training[random.nextInt(training.length)];
        }
        sum += squaredDistance(gradients(problem, batch, at), whole, at);
      }
      points.add(new Point(size, Math.sqrt(sum / DRAWS) / length));
      progress.accept(Math.min(1, FastMath.log(size + 1) / FastMath.log(training.length + 1)));
    }
    return points;
  }

  private static Gradients gradients(NetworkProblem problem, int[] samples, Parameters at) {
    var forward = Trainer.forward(problem, samples, at);
    return Trainer.backward(problem, forward, at, problem.descent().rateIn(1)).gradients();
  }

  private static double squaredDistance(
      Gradients one, @org.jspecify.annotations.Nullable Gradients other, Parameters shape) {
    double sum = 0;
    for (int i = 0; i < shape.count(); i++) {
      var place = shape.place(i);
      double gap = one.at(place) - (other == null ? 0 : other.at(place));
      sum += gap * gap;
    }
    return sum;
  }

  /// How far the derivative by one parameter, measured by central differences, is from the one
  /// derived, relative to it.
  ///
  /// @param place the parameter with the largest gradient
  /// @param errors for steps from 0.1 down to 10⁻¹²
  public record Check(Place place, double analytic, List<Point> errors) {
    /// Copies the list.
    public Check {
      errors = List.copyOf(errors);
    }
  }

  /// Checks the gradient with the largest size, at the start of the training, with ever smaller
  /// steps.
  public static Check check(NetworkProblem problem) {
    var at = Trainer.initialise(problem);
    var forward = Trainer.forward(problem, problem.data().training(), at);
    var gradients = gradients(problem, problem.data().training(), at);
    var place = at.place(0);
    for (int i = 0; i < at.count(); i++) {
      var each = at.place(i);
      place = Math.abs(gradients.at(each)) > Math.abs(gradients.at(place)) ? each : place;
    }
    var errors = new ArrayList<Point>();
    for (int exponent = -2; exponent >= -24; exponent--) {
      Cancellation.checkpoint();
      double step = FastMath.pow(10, exponent / 2.0);
      var check = GradientCheck.of(forward, at, problem.activation(), place, step);
      errors.add(new Point(step, Math.max(1e-16, check.relativeError(gradients.at(place)))));
    }
    return new Check(place, gradients.at(place), errors);
  }

  /// The variance by layer for one start.
  @SuppressWarnings("ArrayRecordComponent") // made here
  public record Depth(Start start, double[] variances) {}

  /// The variances of activations through ten layers of 256 units, for the small, Xavier and He
  /// starts.
  ///
  /// @param activation such as ReLU or tanh
  public static List<Depth> depth(DoubleUnaryOperator activation, long seed) {
    double[][] x = Signal.samples(SAMPLES, WIDTH, seed);
    return ProbeRun.STARTS.stream()
        .map(start -> {
          var layers = Signal.through(x, LAYERS, start, activation, seed);
          return new Depth(start, layers.stream().mapToDouble(l -> l.variance()).toArray());
        })
        .toList();
  }

  /// The best of some points: the least finite value; of equal ones the first.
  public static Point best(List<Point> points) {
    return points.stream()
        .filter(point -> Double.isFinite(point.value()))
        .min((a, b) -> Double.compare(a.value(), b.value()))
        .orElse(points.getFirst());
  }

  /// The values of some points.
  public static double[] values(List<Point> points) {
    return points.stream().mapToDouble(Point::value).toArray();
  }

  /// The sizes of some points.
  public static double[] sizes(List<Point> points) {
    return Arrays.stream(points.toArray(Point[]::new)).mapToDouble(Point::size).toArray();
  }
}
