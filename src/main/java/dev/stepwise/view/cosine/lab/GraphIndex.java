package dev.stepwise.view.cosine.lab;

import dev.stepwise.compute.run.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.DoubleConsumer;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OnHeapHnswGraph;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;
import org.apache.lucene.util.hnsw.UpdateableRandomVectorScorer;

/// Approximate search by a graph of neighbours, built and searched by Lucene. The graph holds only
/// who is whose neighbour; similarities are computed here, on the same float32 numbers as the exact
/// search's, so that the two can be compared. Not safe for several threads.
///
/// Y. A. Malkov and D. A. Yashunin, "Efficient and robust approximate nearest neighbor search using
/// hierarchical navigable small world graphs", IEEE Transactions on Pattern Analysis and Machine
/// Intelligence 42 (2020).
final class GraphIndex {
  private static final int CANDIDATES_WHILE_BUILDING = 100;
  private static final long SEED = 42;
  private static final int TOLD_EACH = 64;

  private final float[][] unit;
  private final OnHeapHnswGraph graph;

  private GraphIndex(float[][] unit, OnHeapHnswGraph graph) {
    this.unit = unit;
    this.graph = graph;
  }

  /// Builds a graph.
  ///
  /// @param unit vectors of norm 1
  /// @param neighbours how many each vector has at most, M in the paper; twice as many on the
  ///   lowest level
  /// @param progress told from 0 to 1
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  static GraphIndex build(float[][] unit, int neighbours, DoubleConsumer progress) {
    try {
      var builder =
          HnswGraphBuilder.create(
              new Scorers(unit), neighbours, CANDIDATES_WHILE_BUILDING, SEED, unit.length);
      for (int i = 0; i < unit.length; i++) {
        if (i % TOLD_EACH == 0) {
          Cancellation.checkpoint();
          progress.accept((double) i / unit.length);
        }
        builder.addGraphNode(i);
      }
      return new GraphIndex(unit, builder.getCompletedGraph());
    } catch (IOException e) {
      throw new UncheckedIOException("all is in memory, nothing is read", e);
    }
  }

  /// What a search found.
  ///
  /// @param documents the best, best first
  /// @param visited how many similarities were computed
  @SuppressWarnings("ArrayRecordComponent") // made here, never written to
  record Found(int[] documents, long visited) {}

  /// The nearest vectors that it finds.
  ///
  /// @param query of norm 1
  /// @param candidates how many of the best so far it keeps while it walks, ef in the paper; at
  ///   least k
  Found search(float[] query, int k, int candidates) {
    try {
      var collector =
          HnswGraphSearcher.search(
              new QueryScorer(unit, query),
              Math.max(k, candidates),
              graph,
              null,
              Integer.MAX_VALUE);
      var best = collector.topDocs().scoreDocs;
      var documents = new int[Math.min(k, best.length)];
      for (int place = 0; place < documents.length; place++) {
        documents[place] = best[place].doc;
      }
      return new Found(documents, collector.visitedCount());
    } catch (IOException e) {
      throw new UncheckedIOException("all is in memory, nothing is read", e);
    }
  }

  /// Four sums at once, because each addition waits for the one before it.
  static float dot(float[] left, float[] right) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int j = 0;
    for (; j + 4 <= left.length; j += 4) {
      a += left[j] * right[j];
      b += left[j + 1] * right[j + 1];
      c += left[j + 2] * right[j + 2];
      d += left[j + 3] * right[j + 3];
    }
    for (; j < left.length; j++) {
      a += left[j] * right[j];
    }
    return a + b + c + d;
  }

  /// Lucene wants scores that are not negative.
  private static float score(float cosine) {
    return Math.max(0, (1 + cosine) / 2);
  }

  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  private record Scorers(float[][] unit) implements RandomVectorScorerSupplier {
    @Override
    public UpdateableRandomVectorScorer scorer() {
      return new NodeScorer(unit);
    }

    @Override
    public RandomVectorScorerSupplier copy() {
      return this;
    }
  }

  private static final class NodeScorer implements UpdateableRandomVectorScorer {
    private final float[][] unit;
    private float[] query;

    NodeScorer(float[][] unit) {
      this.unit = unit;
      this.query = unit[0];
    }

    @Override
    public void setScoringOrdinal(int node) {
      query = unit[node];
    }

    @Override
    public float score(int node) {
      return GraphIndex.score(dot(query, unit[node]));
    }

    @Override
    public int maxOrd() {
      return unit.length;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  private record QueryScorer(float[][] unit, float[] query) implements RandomVectorScorer {
    @Override
    public float score(int node) {
      return GraphIndex.score(dot(query, unit[node]));
    }

    @Override
    public int maxOrd() {
      return unit.length;
    }
  }
}
