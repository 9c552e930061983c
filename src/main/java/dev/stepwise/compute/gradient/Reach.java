package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.regression.Bowl;
import dev.stepwise.compute.gradient.regression.LinearModel;
import java.util.ArrayList;
import java.util.List;

/// How far a parameter of linear regression goes, for the axis that shows it: the same at every
/// step, so that the path moves and its surface does not.
///
/// @param least,most of the axis
public record Reach(double least, double most) {
  /// So many numbers are visited to find out; of a longer training the first epochs decide.
  private static final long EFFORT = 4_000_000;

  /// How many times its width the axis may grow for the path.
  private static final double GROWTH = 2;

  private static final double MARGIN = 0.06;

  /// The reach of each tracked parameter. What diverges goes anywhere, so its axis leaves it out.
  static List<Reach> of(RegressionProblem problem, Bowl bowl) {
    int[] tracked = problem.tracked();
    var reaches = new ArrayList<Reach>();
    for (int parameter : tracked) {
      reaches.add(around(bowl, parameter));
    }
    var path = path(problem, tracked);
    for (int i = 0; i < path.size(); i++) {
      reaches.set(i, reaches.get(i).grown(path.get(i)));
    }
    return List.copyOf(reaches);
  }

  /// Around the start and the lowest value of a parameter, and not narrower than what changes the
  /// predictions by a third of the targets' spread.
  private static Reach around(Bowl bowl, int parameter) {
    double bottom = bowl.bottom().parameter(parameter);
    double reach = Math.max(Math.abs(bottom), bowl.scales()[parameter] / 3);
    return new Reach(Math.min(0, bottom) - 0.8 * reach, Math.max(0, bottom) + 0.8 * reach);
  }

  /// Where the training goes, by tracked parameter; empty where it diverges.
  private static List<Reach> path(RegressionProblem problem, int[] tracked) {
    var model = LinearModel.zero(problem.dimensions());
    double limit = RegressionTrainer.limit(problem);
    long each = 2L * problem.y().length * (problem.dimensions() + 1);
    var least = new double[tracked.length];
    var most = new double[tracked.length];
    int epochs = Math.clamp(EFFORT / each, 1, problem.descent().epochs());
    for (int epoch = 1; epoch <= epochs; epoch++) {
      var done =
          RegressionTrainer.epoch(
              problem,
              model,
              epoch,
              limit,
              (_, batch) -> {
                for (int i = 0; i < tracked.length; i++) {
                  double value = batch.after().parameter(tracked[i]);
                  least[i] = Math.min(least[i], value);
                  most[i] = Math.max(most[i], value);
                }
              });
      if (done.trouble().isPresent()) {
        return List.of();
      }
      model = done.after();
    }
    var path = new ArrayList<Reach>();
    for (int i = 0; i < tracked.length; i++) {
      path.add(new Reach(least[i], most[i]));
    }
    return path;
  }

  /// As wide as it takes to see a path with room around it, within limits.
  private Reach grown(Reach path) {
    double width = most - least;
    double margin = MARGIN * (Math.max(most, path.most) - Math.min(least, path.least));
    double low = path.least < least ? path.least - margin : least;
    double high = path.most > most ? path.most + margin : most;
    return new Reach(Math.max(low, least - GROWTH * width), Math.min(high, most + GROWTH * width));
  }
}
