package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch.Search;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /// The number of the query among the vectors.
  public int queryNumber() {
    return problem.count();
  }

  /// The document that the step looks at, or -1.
  public int document() {
    return switch (focus) {
      case Focus.OnDocument one -> one.document();
      case Focus.OnVector one when !isQuery(one.vector()) -> one.vector();
      default -> Focus.NONE;
    };
  }

  /// Whether a vector is the query.
  public boolean isQuery(int vector) {
    return vector == queryNumber();
  }

  /// Whether vectors are normalised, so that their dot product is the cosine.
  boolean isCosine() {
    return problem.metric() == Metric.COSINE;
  }

  /// Whether the search makes a mistake on purpose.
  public boolean isMistaken() {
    return problem.made() != CosineMistake.NONE;
  }

  /// A vector as it was before it was normalised.
  public double[] raw(int vector) {
    return isQuery(vector) ? problem.query() : problem.documents()[vector];
  }

  /// A vector as it is compared: normalised where the metric asks for it.
  public double[] unit(int vector) {
    return isQuery(vector) ? search.unitQuery() : search.unit()[vector];
  }

  /// The norm of a vector.
  public double norm(int vector) {
    return isQuery(vector) ? search.queryNorm() : search.norms()[vector];
  }

  /// Whether any of the vectors is zero.
  boolean hasZeroVector() {
    return search.queryNorm() == 0 || Arrays.stream(search.norms()).anyMatch(norm -> norm == 0);
  }

  /// Whether there is an angle between the query and a document: zero vectors have none.
  boolean hasAngle(int document) {
    return search.queryNorm() > 0
        && search.norms()[document] > 0
        && !Double.isNaN(search.similarities()[document]);
  }

  /// The angle between a document and the query in degrees, whatever ε makes of the similarity; NaN
  /// where one of them is zero.
  public double degrees(int document) {
    return Geometry.degrees(raw(document), problem.query());
  }

  /// Whether ε is so large beside the norms that the similarity is not the cosine of the angle.
  boolean isDamped(int document) {
    double length = Geometry.norm(unit(document)) * Geometry.norm(search.unitQuery());
    return isCosine() && !isMistaken() && length > 0 && length < DAMPED;
  }

  /// A vector as the search uses it after this step: normalised where that has been done.
  public double[] vector(int vector) {
    return vector < known.units() ? unit(vector) : raw(vector);
  }

  @Override
  public void prepare() {
    search.plane().components();
  }

  @Override
  public SequencedMap<String, Value> variables() {
    var variables = new LinkedHashMap<String, Value>();
    if (focus instanceof TextFocus) {
      focus.addTo(variables, this);
    }
    addKnown(variables);
    if (!(focus instanceof TextFocus)) {
      focus.addTo(variables, this);
    }
    return variables;
  }

  /// What every step has that comes after it was computed.
  private void addKnown(Map<String, Value> variables) {
    int n = problem.count();
    if (known.vectors() >= n) {
      variables.put("D", new Value.Matrix(problem.documents()));
    }
    if (known.vectors() > n) {
      variables.put("q", new Value.Vector(problem.query()));
    }
    if (isCosine() && known.norms() >= n) {
      variables.put("norms", new Value.Vector(search.norms()));
    }
    if (isCosine() && known.norms() > n) {
      variables.put("q_norm", new Value.Scalar(search.queryNorm()));
      variables.put("eps", new Value.Scalar(problem.epsilon()));
    }
    if (isCosine() && known.units() >= n) {
      variables.put("U", new Value.Matrix(search.unit()));
    }
    if (isCosine() && known.units() > n) {
      variables.put("u", new Value.Vector(search.unitQuery()));
    }
    if (known.scored() == n) {
      variables.put("scores", new Value.Vector(search.similarities()));
    }
  }

  @Override
  public Narration narration() {
    return focus.narration(this);
  }

  @Override
  public List<Ref> written() {
    return focus.written(this);
  }

  /// Its step.
  Step<CosineFrame> step(String crumb) {
    return Step.of(focus.kind(this), crumb, this);
  }
}
