package dev.stepwise.view.kmeans;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.kmeans.KMeansDerivations;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Element;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.kmeans.KMeansElement.OfCentroid;
import dev.stepwise.view.kmeans.KMeansElement.OfDistance;
import dev.stepwise.view.kmeans.KMeansElement.OfInertia;
import dev.stepwise.view.kmeans.KMeansElement.OfPoint;
import dev.stepwise.view.kmeans.KMeansElement.OfSize;
import dev.stepwise.view.kmeans.KMeansElement.OfWeight;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers "why?" for what is drawn of k-means: points, centroids and clusters are more than one
/// number each, so that their words stand here; the arithmetic is that of the derivations.
final class KMeansExplainer {
  private static final int MOST_LIT = 400;

  private final KMeansFrame frame;
  private final KMeansDerivations derivations;
  private final Function<Ref, Element> drawn;

  /// @param drawn what is drawn for the number at an address
  KMeansExplainer(KMeansFrame frame, Function<Ref, Element> drawn) {
    this.frame = frame;
    this.derivations = new KMeansDerivations(frame);
    this.drawn = drawn;
  }

  Optional<Explanation> explain(KMeansElement element) {
    return switch (element) {
      case OfPoint(int i) -> Optional.of(point(i));
      case OfCentroid(int j) -> Optional.of(centroid(j));
      case OfDistance(int i, int j) -> Optional.of(explained(derivations.distance(i, j)));
      case OfInertia(int t) -> Optional.of(explained(derivations.inertia(t)));
      case OfSize(int j) -> Optional.of(size(j));
      case OfWeight(int i) -> derivations.of(Ref.of("weights", i)).map(this::explained);
    };
  }

  private Explanation explained(Derivation derivation) {
    return Explanation.of(derivation, drawn);
  }

  private Explanation point(int i) {
    var label = derivations.of(Ref.of("labels", i));
    var known = known(i);
    return label
        .map(why -> explained(why.saying(why.sentence() + known)))
        .orElseGet(() ->
            frame.clustering().centroids().length == 0 ? unplaced(i, known) : unassigned(i, known));
  }

  private Explanation unplaced(int i, String known) {
    var place = Phrases.vector(frame.problem().points()[i]);
    var words = "It lies at %s. No centroid is placed yet.%s".formatted(place, known);
    return new Explanation(new Narration("Point " + (i + 1), words), Set.of());
  }

  private Explanation unassigned(int i, String known) {
    var nearest = derivations.nearest(i);
    return explained(
        nearest
            .titled("Point " + (i + 1))
            .saying("This assignment has not reached it yet. " + nearest.sentence() + known));
  }

  private String known(int i) {
    var classes = frame.problem().names().classes();
    return classes.isEmpty()
        ? ""
        : " It is known to be %s, which the algorithm never sees.".formatted(classes.get(i));
  }

  private Explanation centroid(int j) {
    int[] members = derivations.membersBehind(j);
    Set<Element> lit =
        Arrays.stream(members).limit(MOST_LIT).mapToObj(OfPoint::new).collect(Collectors.toSet());
    return new Explanation(
        derivations.centroid(j), lit.isEmpty() ? pointsAt(frame.clustering().centroids()[j]) : lit);
  }

  private Set<Element> pointsAt(double[] place) {
    double[][] points = frame.problem().points();
    return IntStream.range(0, points.length)
        .filter(i -> Arrays.equals(points[i], place))
        .limit(1)
        .mapToObj(OfPoint::new)
        .collect(Collectors.toSet());
  }

  private Explanation size(int j) {
    int[] labels = frame.clustering().labels();
    int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == j).toArray();
    boolean all = IntStream.of(labels).noneMatch(label -> label < 0);
    String caption =
        members.length > 0
            ? "%d of %d points have centroid %d as their nearest."
                .formatted(members.length, labels.length, j + 1)
            : all
                ? "No point has centroid %d as its nearest: the cluster is empty.".formatted(j + 1)
                : "No point is in cluster %d so far; not all are assigned yet.".formatted(j + 1);
    return new Explanation(
        new Narration("Size of cluster " + (j + 1), caption),
        Arrays.stream(members).limit(MOST_LIT).mapToObj(OfPoint::new).collect(Collectors.toSet()));
  }
}
