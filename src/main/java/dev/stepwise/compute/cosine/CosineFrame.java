package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch.Search;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Value;
import java.util.SequencedMap;

/// What a search shows at a step. Vectors are numbered from 0, the documents first; the query is
/// number n. The arrays are shared and never written to.
///
/// @param problem the documents, the query and the settings
/// @param search everything that the search computes; a step shows of it what [#known] says
/// @param known what has been computed after the step
/// @param standing the order of the documents after the step
/// @param focus what the step looks at
public record CosineFrame(
    CosineProblem problem, Search search, Known known, Standing standing, Focus focus)
    implements Frame {

  /// Unit vectors are not this short.
  private static final double DAMPED = 0.9995;

  /// How many of the n + 1 vectors have got so far.
  ///
  /// @param vectors how many are vectors already; all of them unless they were texts
  /// @param norms how many norms are known
  /// @param units how many are normalised
  /// @param scored how many documents have been compared with the query
  public record Known(int vectors, int norms, int units, int scored) {}

  /// The order of the documents.
  ///
  /// @param order all documents: those placed, best first, then the others by index
  /// @param placed how many are in their order
  /// @param heap the documents in the heap, its top first; empty where there is none
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Standing(int[] order, int placed, int[] heap) {}

  /// What a step looks at.
  public sealed interface Focus {
    /// Texts became vectors.
    record Vectorised() implements Focus {}

    /// A stage of that, for all texts.
    record TextStage(Part part) implements Focus {}

    /// A text split into words, or weighed.
    ///
    /// @param text which; n for the query's
    record OneText(int text, Part part) implements Focus {}

    /// A component of the truncated decomposition.
    record Component(int component) implements Focus {}

    /// The parts of the way from texts to vectors.
    enum Part {
      SPLIT,
      WEIGH,
      REDUCE,
      PROJECT
    }

    /// All norms.
    record Norms() implements Focus {}

    /// The norm of one vector.
    record OneNorm(int vector) implements Focus {}

    /// All vectors divided by their norms.
    record Normalised() implements Focus {}

    /// One vector divided by its norm.
    record OneNormalised(int vector) implements Focus {}

    /// All documents compared with the query.
    record Scored() implements Focus {}

    /// One document compared with the query.
    record OneScored(int document) implements Focus {}

    /// One coordinate's share in that.
    record OneTerm(int document, int term) implements Focus {}

    /// The best documents selected.
    record Selected() implements Focus {}

    /// A document put into its place among those before it.
    record Inserted(int document, BinaryInsertion insertion) implements Focus {}

    /// One comparison on the way to its place.
    record Compared(int document, BinaryInsertion insertion, int comparison) implements Focus {}

    /// A document offered to the heap.
    ///
    /// @param worst the top before: what it was compared with, or -1 while there was room
    /// @param entered whether it came in
    record Offered(int document, int worst, boolean entered) implements Focus {}

    /// A change of the heap.
    ///
    /// @param document the one offered, or the one taken out
    /// @param moved the one that moved to `place`, displacing `other`
    record HeapChanged(int document, TopKHeap.Change change, int moved, int place, int other)
        implements Focus {}

    /// The worst document left taken out of the heap.
    ///
    /// @param place its place in the ranking, from 0
    record Popped(int document, int place) implements Focus {}

    /// The end.
    record Found() implements Focus {}
  }

  /// The number of the query among the vectors.
  public int queryNumber() {
    return problem.count();
  }

  /// The document that the step looks at, or -1.
  public int document() {
    return switch (focus) {
      case Focus.OneText(int text, _) -> asDocument(text);
      case Focus.OneNorm(int vector) -> asDocument(vector);
      case Focus.OneNormalised(int vector) -> asDocument(vector);
      case Focus.OneScored(int document) -> document;
      case Focus.OneTerm(int document, _) -> document;
      case Focus.Inserted(int document, _) -> document;
      case Focus.Compared(int document, _, _) -> document;
      case Focus.Offered(int document, _, _) -> document;
      case Focus.HeapChanged(int document, _, _, _, _) -> document;
      case Focus.Popped(int document, _) -> document;
      case Focus.Vectorised _,
          Focus.TextStage _,
          Focus.Component _,
          Focus.Norms _,
          Focus.Normalised _,
          Focus.Scored _,
          Focus.Selected _,
          Focus.Found _ ->
          -1;
    };
  }

  /// The angle between a document and the query in degrees, whatever ε makes of the similarity; NaN
  /// where one of them is zero.
  public double degrees(int document) {
    return CosineSearch.degrees(problem.documents()[document], problem.query());
  }

  /// Whether ε is so large beside the norms that the similarity is not the cosine of the angle.
  boolean isDamped(int document) {
    double[] d = search.unit()[document];
    double length = CosineSearch.norm(d) * CosineSearch.norm(search.unitQuery());
    return problem.metric() == Metric.COSINE && length > 0 && length < DAMPED;
  }

  private int asDocument(int vector) {
    return vector == queryNumber() ? -1 : vector;
  }

  /// A vector as the search uses it after this step: normalised where that has been done.
  public double[] vector(int vector) {
    boolean unit = vector < known.units();
    if (vector == queryNumber()) {
      return unit ? search.unitQuery() : problem.query();
    }
    return unit ? search.unit()[vector] : problem.documents()[vector];
  }

  @Override
  public SequencedMap<String, Value> variables() {
    return CosineVariables.of(this);
  }
}
