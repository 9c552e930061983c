package dev.stepwise.compute.kmeans;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The update of the centroids to the means of their points.
public sealed interface UpdateFocus extends Focus {
  /// Rows of a table.
  int ROWS_SHOWN = 12;

  /// The update of every centroid.
  ///
  /// @param movement the Frobenius norm of the centroids' change
  record Updated(double movement) implements UpdateFocus {
    static final StepKind KIND =
        StepKind.of("update").reads("X", "labels", "centroids").writes("new_centroids");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(KMeansFrame frame) {
      var before = frame.clustering().trail().getLast();
      var after = frame.clustering().centroids();
      double[] moved =
          IntStream.range(0, after.length)
              .mapToDouble(j -> KMeans.distance(before[j], after[j]))
              .toArray();
      int farthest = 0;
      for (int j = 1; j < moved.length; j++) {
        farthest = moved[j] > moved[farthest] ? j : farthest;
      }
      boolean still = moved[farthest] == 0;
      var caption =
          still
              ? "Every centroid is already at the mean of its points: none moves."
              : "Every centroid moves to the %s: by %s in all, centroid %d the farthest."
                  .formatted(
                      frame.problem().mistake().result("points"),
                      Numbers.text(movement),
                      farthest + 1);
      return new Narration(
          "Move every centroid",
          caption + Words.empty(frame),
          List.of("\\mu_j=\\frac{1}{|C_j|}\\textstyle\\sum_{i\\in C_j}x_i"),
          table(frame, moved, still ? -1 : farthest));
    }

    private static Table table(KMeansFrame frame, double[] moved, int telling) {
      int[] sizes = KMeans.sizes(frame.clustering().labels(), moved.length);
      var rows = new ArrayList<List<String>>();
      for (int j = 0; j < Math.min(moved.length, ROWS_SHOWN); j++) {
        rows.add(
            List.of(
                Integer.toString(j + 1),
                Integer.toString(sizes[j]),
                sizes[j] == 0 ? "stays" : Numbers.text(moved[j])));
      }
      return new Table(List.of("cluster", "points", "moved by"), rows, telling);
    }

    @Override
    public void addTo(Map<String, Value> variables, KMeansFrame frame) {
      variables.put("movement", new Value.Scalar(movement));
    }
  }

  /// The update of one centroid.
  ///
  /// @param size how many points it has; where 0 it keeps its place
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record CentroidUpdated(int centroid, int size, double[] before, double[] after)
      implements UpdateFocus {
    static final StepKind KIND =
        StepKind.of("centroid").at("mean").reads("X", "labels").writes("new_centroids");
    static final StepKind EMPTY =
        StepKind.of("centroid").at("keep").reads("labels", "centroids").writes("new_centroids");

    @Override
    public StepKind kind() {
      return size == 0 ? EMPTY : KIND;
    }

    @Override
    public Narration narration(KMeansFrame frame) {
      return size == 0 ? empty(frame.problem().mistake()) : moves(frame.problem().mistake());
    }

    private Narration empty(KMeansMistake way) {
      int number = centroid + 1;
      return switch (way) {
        case EMPTY_MEAN ->
            new Narration(
                "Cluster %d is empty: its centroid is NaN".formatted(number),
                "No point is in cluster %d, and the mean over 0 points is 0/0.".formatted(number),
                List.of("\\mu_{%d}=\\frac{0}{0}=\\text{NaN}".formatted(number)));
        case EMPTY_ZERO, SUM_FOR_MEAN, OVER_ALL ->
            new Narration(
                "Cluster %d is empty: its centroid goes to the origin".formatted(number),
                "No point is in cluster %d; the sum over 0 points is 0.".formatted(number));
        case MEAN_OF_ALL -> moves(way);
        default -> stays();
      };
    }

    private Narration stays() {
      int number = centroid + 1;
      return new Narration(
          "Cluster %d is empty: its centroid stays".formatted(number),
          ("No point is nearest to centroid %d. A mean over 0 points would be 0/0 = NaN, and "
                  + "a centroid at NaN is never nearest again; so it keeps its place at %s.")
              .formatted(number, Phrases.vector(before)),
          List.of(
              "\\frac{0}{0}=\\text{NaN}\\;\\Rightarrow\\;\\mu_{%d}\\text{ stays}"
                  .formatted(number)));
    }

    private Narration moves(KMeansMistake way) {
      int number = centroid + 1;
      double moved = KMeans.distance(before, after);
      return new Narration(
          moved == 0
              ? "Centroid %d stays".formatted(number)
              : "Centroid %d moves by %s".formatted(number, Numbers.text(moved)),
          "The %s is %s. It was at %s."
              .formatted(
                  way.result(Phrases.count(size, "point")),
                  Phrases.vector(after),
                  Phrases.vector(before)),
          way == KMeansMistake.NONE
              ? List.of(
                  "\\mu_{%d}=\\frac{1}{%d}\\textstyle\\sum_{i\\in C_{%d}}x_i=\\mathbf{%s}"
                      .formatted(number, size, number, Words.latexVector(after)))
              : List.of(),
          new Table(
              List.of("coordinate", "before", "after"),
              IntStream.range(0, Math.min(after.length, ROWS_SHOWN))
                  .mapToObj(c ->
                      List.of(
                          Integer.toString(c + 1), Numbers.text(before[c]), Numbers.text(after[c])))
                  .toList(),
              -1));
    }

    @Override
    public void addTo(Map<String, Value> variables, KMeansFrame frame) {
      variables.put("j", new Value.Whole(centroid));
    }

    @Override
    public List<Ref> written(KMeansFrame frame) {
      return IntStream.range(0, after.length)
          .mapToObj(d -> Ref.of("new_centroids", centroid, d))
          .toList();
    }
  }

  /// The mean of one coordinate of one centroid.
  record MeanTaken(int centroid, int dimension, int size, double before, double after)
      implements UpdateFocus {
    static final StepKind KIND = StepKind.of("mean").reads("X", "labels").writes("new_centroids");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(KMeansFrame frame) {
      var why = new Means(frame).derivation("new_centroids", centroid, dimension);
      return why.saying(why.sentence() + " It %s.".formatted(Phrases.change(before, after)))
          .narration();
    }

    @Override
    public void addTo(Map<String, Value> variables, KMeansFrame frame) {
      variables.put("j", new Value.Whole(centroid));
    }

    @Override
    public List<Ref> written(KMeansFrame frame) {
      return List.of(Ref.of("new_centroids", centroid, dimension));
    }
  }
}
