package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.RegressionProblem;
import dev.stepwise.compute.gradient.SampleEdits;
import dev.stepwise.draw.PlotFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The samples of a problem as places on its plot, to be painted and deleted.
///
/// @param places of the samples: two inputs, or input and target
/// @param labels their classes; all 0 for regression
/// @param origins where each stood when the gesture began; -1 for a new one
/// @param making makes the problem with other samples
record Samples(
    List<double[]> places,
    List<Integer> labels,
    List<Integer> origins,
    Function<Samples, GradientProblem> making) {
  private static final int LEAST = 2;

  static Samples of(NetworkProblem problem) {
    var labels = new ArrayList<Integer>();
    for (int label : problem.data().y()) {
      labels.add(label);
    }
    return new Samples(
        List.of(problem.data().x()),
        labels,
        standing(labels.size()),
        other -> network(problem, other));
  }

  private static List<Integer> standing(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static NetworkProblem network(NetworkProblem before, Samples samples) {
    return SampleEdits.withSamples(
        before,
        samples.places.toArray(double[][]::new),
        whole(samples.labels),
        whole(samples.origins));
  }

  private static int[] whole(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  static Samples of(RegressionProblem problem) {
    var places = new ArrayList<double[]>();
    var labels = new ArrayList<Integer>();
    for (int i = 0; i < problem.y().length; i++) {
      places.add(new double[] {problem.x()[i][0], problem.y()[i]});
      labels.add(0);
    }
    return new Samples(
        places, labels, standing(labels.size()), other -> regression(problem, other));
  }

  private static RegressionProblem regression(RegressionProblem before, Samples samples) {
    return SampleEdits.withSamples(
        before,
        samples.places.stream().map(place -> new double[] {place[0]}).toArray(double[][]::new),
        samples.places.stream().mapToDouble(place -> place[1]).toArray(),
        whole(samples.origins));
  }

  Samples with(double x, double y, int label) {
    var more = new ArrayList<>(places);
    more.add(new double[] {x, y});
    var named = new ArrayList<>(labels);
    named.add(label);
    var from = new ArrayList<>(origins);
    from.add(-1);
    return new Samples(more, named, from, making);
  }

  /// Without the sample nearest to a place, if one is near; never without the last two.
  Samples withoutNearest(PlotFrame plot, double x, double y, double reach) {
    int nearest = -1;
    double best = reach;
    for (int i = 0; i < places.size(); i++) {
      double gap = Math.hypot(plot.pixelX(places.get(i)[0]) - x, plot.pixelY(places.get(i)[1]) - y);
      if (gap <= best) {
        best = gap;
        nearest = i;
      }
    }
    if (nearest < 0 || places.size() <= LEAST) {
      return this;
    }
    var fewer = new ArrayList<>(places);
    fewer.subList(nearest, nearest + 1).clear();
    var named = new ArrayList<>(labels);
    named.subList(nearest, nearest + 1).clear();
    var from = new ArrayList<>(origins);
    from.subList(nearest, nearest + 1).clear();
    return new Samples(fewer, named, from, making);
  }

  GradientProblem problem() {
    return making.apply(this);
  }
}
