package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.exercise.Limits;
import java.util.Optional;

/// Everything that determines a search. The arrays are shared and never written to.
///
/// @param source where the documents come from
/// @param documents n×d
/// @param query d numbers
/// @param k how many documents are wanted, 1 to n
/// @param metric what near means
/// @param epsilon added to every norm before dividing by it, at least 0
/// @param selection how the best k are found
/// @param mistake the one that is made on purpose
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record CosineProblem(
    Source source,
    double[][] documents,
    double[] query,
    int k,
    Metric metric,
    double epsilon,
    Selection selection,
    CosineMistake mistake) {

  /// One without a mistake.
  public CosineProblem(
      Source source,
      double[][] documents,
      double[] query,
      int k,
      Metric metric,
      double epsilon,
      Selection selection) {
    this(source, documents, query, k, metric, epsilon, selection, CosineMistake.NONE);
  }

  /// Where the documents come from.
  public sealed interface Source {
    /// They were given as vectors.
    record Vectors() implements Source {}

    /// They were texts.
    ///
    /// @param components how many numbers a text was to become
    record Texts(TextModel model, String query, int components) implements Source {}

    /// They were drawn.
    ///
    /// @param queryGiven whether the query was not
    record Drawn(long seed, boolean queryGiven) implements Source {}
  }

  /// What near means; more is nearer for each of them.
  public enum Metric {
    /// The cosine of the angle: lengths don't count.
    COSINE("cosine"),
    /// The dot product: long documents win.
    DOT("dot"),
    /// The Euclidean distance, negated.
    EUCLIDEAN("euclidean");

    private final String word;

    Metric(String word) {
      this.word = word;
    }

    /// Its word in a scenario.
    public String word() {
      return word;
    }
  }

  /// How the best k are found.
  public enum Selection {
    /// All documents are sorted.
    SORT("sort"),
    /// The best k so far are kept in a heap.
    PARTITION("partition");

    private final String word;

    Selection(String word) {
      this.word = word;
    }

    /// Its word in a scenario.
    public String word() {
      return word;
    }
  }

  /// The mistake that the metric leaves room for; none where there is none.
  public CosineMistake made() {
    return mistake.in(metric);
  }

  /// How many documents.
  public int count() {
    return documents.length;
  }

  /// How many numbers each has.
  public int dimensions() {
    return query.length;
  }

  /// What is known of the texts, if the documents were texts.
  public Optional<Source.Texts> texts() {
    return source instanceof Source.Texts texts ? Optional.of(texts) : Optional.empty();
  }

  /// The same documents with another query text.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where it is not Unicode
  /// @throws IllegalStateException if the documents were not texts: a defect
  public CosineProblem withQueryText(String text) {
    var texts = texts().orElseThrow(() -> new IllegalStateException("the documents are vectors"));
    Limits.unicode(CosineParameters.QUERY_TEXT.place(), text);
    return new CosineProblem(
        new Source.Texts(texts.model(), text, texts.components()),
        documents,
        texts.model().vector(text),
        k,
        metric,
        epsilon,
        selection,
        mistake);
  }

  /// The same documents with another query of numbers.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where they are too many, too few or too
  ///   large
  /// @throws IllegalStateException if the documents were texts: a defect
  public CosineProblem withQuery(double[] numbers) {
    if (texts().isPresent()) {
      throw new IllegalStateException("the documents are texts");
    }
    GivenSearch.checkQuery(numbers, dimensions());
    Limits.numbers(CosineParameters.QUERY.place(), numbers, CosineParameters.LARGEST);
    GivenSearch.checkProducts(documents, numbers, made(), metric);
    return new CosineProblem(
        source instanceof Source.Drawn(long seed, _) ? new Source.Drawn(seed, true) : source,
        documents,
        numbers,
        k,
        metric,
        epsilon,
        selection,
        mistake);
  }
}
