package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.gradient.LabelledData;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.NetworkProblem.GivenParameters;
import dev.stepwise.compute.gradient.RegressionProblem;
import dev.stepwise.view.marks.PlotFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The samples of a problem as places on its plot, to be painted and deleted.
///
/// @param places of the samples: two inputs, or input and target
/// @param labels their classes; all 0 for regression
/// @param making makes the problem with other samples
record Samples(
    List<double[]> places, List<Integer> labels, Function<Samples, GradientProblem> making) {
  private static final int LEAST = 2;

  static Samples of(NetworkProblem problem) {
    var labels = new ArrayList<Integer>();
    for (int label : problem.data().y()) {
      labels.add(label);
    }
    return new Samples(List.of(problem.data().x()), labels, other -> network(problem, other));
  }

  /// Parameters that are given stay while they fit the number of classes.
  private static NetworkProblem network(NetworkProblem before, Samples samples) {
    var data =
        LabelledData.of(
            samples.places.toArray(double[][]::new),
            samples.labels.stream().mapToInt(Integer::intValue).toArray(),
            before.data().heldShare(),
            before.descent().seed());
    var given =
        data.classes() == before.data().classes()
            ? before.given()
            : new GivenParameters(before.given().w1(), before.given().b1(), null, null);
    return new NetworkProblem(
        data,
        given,
        before.hidden(),
        before.start(),
        before.activation(),
        before.averaging(),
        before.descent());
  }

  static Samples of(RegressionProblem problem) {
    var places = new ArrayList<double[]>();
    var labels = new ArrayList<Integer>();
    for (int i = 0; i < problem.y().length; i++) {
      places.add(new double[] {problem.x()[i][0], problem.y()[i]});
      labels.add(0);
    }
    return new Samples(places, labels, other -> regression(problem, other));
  }

  private static RegressionProblem regression(RegressionProblem before, Samples samples) {
    return new RegressionProblem(
        samples.places.stream().map(place -> new double[] {place[0]}).toArray(double[][]::new),
        samples.places.stream().mapToDouble(place -> place[1]).toArray(),
        before.descent());
  }

  Samples with(double x, double y, int label) {
    var more = new ArrayList<>(places);
    more.add(new double[] {x, y});
    var named = new ArrayList<>(labels);
    named.add(label);
    return new Samples(more, named, making);
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
    return new Samples(fewer, named, making);
  }

  GradientProblem problem() {
    return making.apply(this);
  }
}
