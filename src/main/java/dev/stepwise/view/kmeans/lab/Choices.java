package dev.stepwise.view.kmeans.lab;

import dev.stepwise.compute.kmeans.KMeansLab;
import dev.stepwise.compute.kmeans.KMeansLab.Choice;
import dev.stepwise.compute.kmeans.KMeansProblem;
import java.util.List;
import java.util.function.DoubleConsumer;

/// The clusterings that the experiments over k look at.
final class Choices {
  /// k-means++ starts for each k, of which the best one counts.
  static final int TRIES = 10;

  private static final int USUAL = 10;
  private static final int MOST = 20;

  private Choices() {}

  /// The best clustering for each k.
  static List<Choice> of(KMeansProblem problem, DoubleConsumer progress) {
    return KMeansLab.elbow(problem, greatest(problem), TRIES, progress);
  }

  /// The greatest k tried: 10, or the current k where that is a little more; at most n.
  static int greatest(KMeansProblem problem) {
    int wanted = problem.k() <= MOST ? Math.max(USUAL, problem.k()) : USUAL;
    return Math.min(wanted, problem.points().length);
  }

  /// A number of clusters in a sentence, kept on one line.
  static String words(int k) {
    return "k\u00A0=\u00A0" + k;
  }
}
