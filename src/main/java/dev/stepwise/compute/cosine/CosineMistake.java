package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import java.util.Arrays;
import java.util.Set;

/// A mistake that people make in a search, in the place of one step of the right way: what a norm
/// is, what a vector is divided by, or what becomes of its products with the query.
public enum CosineMistake {
  /// None.
  NONE("none", ""),
  /// Vectors keep their lengths.
  LENGTHS_LEFT_IN("lengths-left-in", "vectors not normalised", Metric.COSINE),
  /// The documents keep their lengths.
  DOCUMENTS_NOT_NORMALISED("documents-not-normalised", "only the query normalised", Metric.COSINE),
  /// The query keeps its length.
  QUERY_NOT_NORMALISED("query-not-normalised", "only the documents normalised", Metric.COSINE),
  /// Documents are divided by the length of the query.
  QUERY_NORM_FOR_ALL("query-norm-for-all", "documents divided by the query's norm", Metric.COSINE),
  /// The norm is the sum of the squares.
  ROOT_FORGOTTEN("root-forgotten", "norms without the root", Metric.COSINE),
  /// The norm is the sum of the sizes.
  SUM_OF_SIZES("sum-of-sizes", "sizes added up for the norm", Metric.COSINE),
  /// A zero vector is divided by 0.
  EPSILON_OVERLOOKED(
      "epsilon-overlooked", "a zero vector divided by its norm alone", Metric.COSINE),
  /// A loop that ends one too early.
  LAST_NUMBER_LEFT_OUT("last-number-left-out", "the last number left out", Metric.values()),
  /// The products are averaged.
  MEAN_FOR_SUM("mean-for-sum", "products averaged, not added", Metric.COSINE, Metric.DOT),
  /// The sign is dropped.
  OPPOSITE_IS_NEAR(
      "opposite-is-near", "the sign of the similarity lost", Metric.COSINE, Metric.DOT),
  /// The root of a distance is not taken.
  ROOT_LEFT_OUT("root-left-out", "distances without the root", Metric.EUCLIDEAN);

  private final String id;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // it is immutable
  private final Set<Metric> metrics;

  CosineMistake(String id, String title, Metric... metrics) {
    this.id = id;
    this.title = title;
    this.metrics = Set.of(metrics);
  }

  /// Its name in files.
  public String id() {
    return id;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// This one, where a search by a metric can make it, or none.
  CosineMistake in(Metric metric) {
    return metrics.contains(metric) ? this : NONE;
  }

  /// [Geometry#norm], with the mistake in it.
  double norm(double[] vector) {
    return switch (this) {
      case ROOT_FORGOTTEN -> Arrays.stream(vector).map(one -> one * one).sum();
      case SUM_OF_SIZES -> Arrays.stream(vector).map(Math::abs).sum();
      default -> Geometry.norm(vector);
    };
  }

  /// Whether the documents stay as long as they are.
  boolean keepsDocuments() {
    return this == LENGTHS_LEFT_IN || this == DOCUMENTS_NOT_NORMALISED;
  }

  /// Whether the query stays as long as it is.
  boolean keepsQuery() {
    return this == LENGTHS_LEFT_IN || this == QUERY_NOT_NORMALISED;
  }

  /// A document as it is compared: [Geometry#normalised], with the mistake in it.
  double[] document(double[] vector, double norm, double queryNorm, double epsilon) {
    if (keepsDocuments()) {
      return vector;
    }
    return this == QUERY_NORM_FOR_ALL
        ? divided(vector, queryNorm + epsilon)
        : normalised(vector, norm, epsilon);
  }

  /// The query as it is compared.
  double[] query(double[] vector, double norm, double epsilon) {
    return keepsQuery() ? vector : normalised(vector, norm, epsilon);
  }

  private double[] normalised(double[] vector, double norm, double epsilon) {
    return switch (this) {
      case ROOT_FORGOTTEN, SUM_OF_SIZES -> divided(vector, norm + epsilon);
      case EPSILON_OVERLOOKED -> Geometry.normalised(vector, norm, norm == 0 ? 0 : epsilon);
      default -> Geometry.normalised(vector, norm, epsilon);
    };
  }

  private static double[] divided(double[] vector, double divisor) {
    return Arrays.stream(vector).map(one -> one / divisor).toArray();
  }

  /// How many of the first coordinates are added up.
  ///
  /// @param count how many there should be
  /// @param dimensions how many there are
  int added(int count, int dimensions) {
    return this == LAST_NUMBER_LEFT_OUT ? Math.min(count, dimensions - 1) : count;
  }

  /// [CosineSearch#sumOfTerms], with the mistake in it.
  double sumOfTerms(double[] document, double[] query, int count, Metric metric) {
    int d = query.length;
    return switch (this) {
      case MEAN_FOR_SUM -> CosineSearch.sumOfTerms(document, query, count, metric) / d;
      case OPPOSITE_IS_NEAR -> Math.abs(CosineSearch.sumOfTerms(document, query, count, metric));
      case ROOT_LEFT_OUT -> {
        double squares = 0;
        for (int j = 0; j < count; j++) {
          squares += CosineSearch.term(document[j], query[j], metric);
        }
        yield 0 - squares;
      }
      default -> CosineSearch.sumOfTerms(document, query, added(count, d), metric);
    };
  }

  /// What it does to the vectors, as the end of a sentence; empty where it leaves them right.
  String vectors() {
    return switch (this) {
      case LENGTHS_LEFT_IN -> "no vector is divided, so all keep their lengths";
      case DOCUMENTS_NOT_NORMALISED ->
          "only the query is divided; the documents keep their lengths";
      case QUERY_NOT_NORMALISED -> "only the documents are divided; the query keeps its length";
      case QUERY_NORM_FOR_ALL -> "every vector is divided by the norm of the query";
      case ROOT_FORGOTTEN -> "the norms are sums of squares, whose root was forgotten";
      case SUM_OF_SIZES -> "the norms are sums of the numbers' sizes";
      case EPSILON_OVERLOOKED ->
          "ε is left out where a norm is 0, and a zero vector becomes 0/0 = NaN";
      default -> "";
    };
  }

  /// What it does to the similarities, as a sentence; empty where it leaves their sums right.
  String scores() {
    return switch (this) {
      case LAST_NUMBER_LEFT_OUT -> " The last number is left out.";
      case MEAN_FOR_SUM -> " The sum is divided by how many products there are.";
      case OPPOSITE_IS_NEAR -> " Only the size of the sum is taken, without its sign.";
      case ROOT_LEFT_OUT -> " The root was forgotten.";
      default -> "";
    };
  }
}
