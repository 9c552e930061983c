package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineFrame.Known;
import dev.stepwise.compute.cosine.CosineFrame.Standing;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.cosine.CosineSearch.Search;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Once;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/// The frames of one run, which share one search, computed when the first frame is asked for.
final class Frames {
  private static final int[] NO_HEAP = {};

  private final CosineProblem problem;
  private final int[] unsorted;
  private final Once<Search> search;

  Frames(CosineProblem problem) {
    this.problem = problem;
    this.search = new Once<>(() -> CosineSearch.search(problem));
    this.unsorted = IntStream.range(0, problem.count()).toArray();
  }

  CosineProblem problem() {
    return problem;
  }

  int count() {
    return problem.count();
  }

  Search search() {
    return search.get();
  }

  /// While texts become vectors.
  CosineFrame whileText(Focus focus, int vectors) {
    return frame(focus, new Known(vectors, 0, 0, 0));
  }

  /// While norms are taken.
  CosineFrame whileNorms(Focus focus, int norms) {
    return frame(focus, new Known(count() + 1, norms, 0, 0));
  }

  /// While vectors are normalised.
  CosineFrame whileUnits(Focus focus, int units) {
    return frame(focus, new Known(count() + 1, count() + 1, units, 0));
  }

  /// While documents are compared with the query.
  CosineFrame whileScores(Focus focus, int scored) {
    return frame(focus, known(scored));
  }

  private CosineFrame frame(Focus focus, Known known) {
    return new CosineFrame(problem, search(), known, new Standing(unsorted, 0, NO_HEAP), focus);
  }

  private Known known(int scored) {
    int all = count() + 1;
    int prepared = problem.metric() == Metric.COSINE ? all : 0;
    return new Known(all, prepared, prepared, scored);
  }

  /// The first documents by index sorted, the others after them.
  CosineFrame sorted(Focus focus, int first) {
    return new CosineFrame(problem, search(), known(count()), sorted(first), focus);
  }

  private Standing sorted(int first) {
    var order = new int[count()];
    int place = 0;
    for (int document : search().ranking()) {
      if (document < first) {
        order[place] = document;
        place++;
      }
    }
    for (int document = first; document < order.length; document++) {
      order[document] = document;
    }
    return new Standing(order, first, NO_HEAP);
  }

  /// The documents of a heap first, best first, then those taken out of it, then the others.
  ///
  /// @param taken those taken out of the heap, best first; they rank after what is left in it
  CosineFrame heaped(Focus focus, int[] heap, int[] taken) {
    var inHeap = Arrays.stream(heap).boxed().sorted(this::compare).mapToInt(i -> i).toArray();
    var order = new int[count()];
    var seen = new boolean[count()];
    int placed = 0;
    for (int[] part : new int[][] {inHeap, taken}) {
      for (int document : part) {
        order[placed] = document;
        seen[document] = true;
        placed++;
      }
    }
    int place = placed;
    for (int document = 0; document < seen.length; document++) {
      if (!seen[document]) {
        order[place] = document;
        place++;
      }
    }
    return new CosineFrame(
        problem, search(), known(count()), new Standing(order, placed, heap), focus);
  }

  private int compare(int one, int other) {
    if (one == other) {
      return 0;
    }
    return CosineSearch.ranksBefore(search().similarities(), one, other) ? -1 : 1;
  }

  /// When the best are found.
  CosineFrame selected(Focus focus) {
    if (problem.selection() == Selection.SORT) {
      return sorted(focus, count());
    }
    return heaped(focus, NO_HEAP, Arrays.copyOf(search().ranking(), problem.k()));
  }

  /// Conditions of one document's similarity.
  Set<Condition> conditions(int document) {
    double similarity = search().similarities()[document];
    if (Double.isNaN(similarity)) {
      return Set.of(CosineConditions.NOT_A_NUMBER);
    }
    return similarity < 0 ? Set.of(CosineConditions.NEGATIVE) : Set.of();
  }

  /// What holds of some documents' similarities.
  Set<Condition> conditionsOfAll() {
    var conditions = new HashSet<Condition>();
    for (int document = 0; document < count(); document++) {
      conditions.addAll(conditions(document));
    }
    if (hasTie()) {
      conditions.add(CosineConditions.TIE);
    }
    return conditions;
  }

  boolean hasTie() {
    int[] ranking = search().ranking();
    var similarities = search().similarities();
    return IntStream.range(1, ranking.length)
        .anyMatch(p -> similarities[ranking[p]] == similarities[ranking[p - 1]]);
  }
}
