package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Ref;
import java.util.ArrayList;
import java.util.List;

/// How documents come to their places: in the ranking, and in the heap.
record Places(CosineFrame frame) {
  private static final int ROWS_SHOWN = 12;

  /// Which document is at a place of the order so far.
  ///
  /// @param ref where its index stands
  /// @param place from 0
  Derivation ranked(Ref ref, int place) {
    int document = frame.standing().order()[place];
    boolean taken = ref.variable().equals("ranking[:k]");
    var from = Ref.of("ranking", place);
    var operation =
        taken && from.in(frame.variables()).isPresent()
            ? new Operation.Moved(Operand.at(from, document))
            : new Operation.Ranked(Operand.list(candidates(), this::similarity), place);
    return Derivation.of(ref, document, operation)
        .titled("%s is at place %d".formatted(Words.document(document), place + 1))
        .saying(sentence(place))
        .tabled(table(document));
  }

  /// How many documents are in the order so far; with the heap, it is that of all.
  private int candidates() {
    return frame.focus() instanceof SelectionFocus.Inserted
            || frame.focus() instanceof SelectionFocus.Compared
        ? frame.standing().placed()
        : frame.problem().count();
  }

  private Operand similarity(int document) {
    return Operand.at(frame.search().similarities()[document], "scores", document);
  }

  private String sentence(int place) {
    int[] order = frame.standing().order();
    double[] similarities = frame.search().similarities();
    var metric = frame.problem().metric();
    double mine = similarities[order[place]];
    if (place == 0) {
      return "No other so far ranks before it: its %s is %s."
          .formatted(Words.measure(metric), Words.similarity(mine, metric));
    }
    double above = similarities[order[place - 1]];
    var name = Words.document(order[place - 1]);
    var apart = Words.Apart.of(mine, above, metric);
    return mine == above || (Double.isNaN(mine) && Double.isNaN(above))
        ? "%s, right before it, has exactly the same, %s, and the lower index."
            .formatted(name, apart.other())
        : "Its %s is %s; %s, right before it, has %s."
            .formatted(Words.measure(metric), apart.one(), name, apart.other());
  }

  /// What stands at a place of the heap.
  ///
  /// @param part 0 for the similarity, 1 for the negated index
  Derivation inHeap(int place, int part) {
    int[] heap = frame.standing().heap();
    int document = heap[place];
    var similarity = similarity(document);
    var operation =
        part == 0
            ? new Operation.Moved(similarity)
            : new Operation.Elementwise(Function.NEGATE, Operand.count(document));
    return Derivation.of(
            Ref.of("heap", place, part), part == 0 ? similarity.value() : -document, operation)
        .titled("Place %d of the heap".formatted(place + 1))
        .saying(
            "%s has %s. A parent is never better than its children, so the worst of the best is on top, where the next document meets it. The children of place p are at 2p and 2p + 1."
                .formatted(
                    Words.document(document),
                    Words.similarity(similarity.value(), frame.problem().metric())))
        .tabled(family(heap, place));
  }

  /// A place of the heap with its parent and its children.
  private Table family(int[] heap, int place) {
    var rows = new ArrayList<List<String>>();
    rows.add(row("it", heap[place]));
    if (place > 0) {
      rows.add(row("parent", heap[(place - 1) / 2]));
    }
    for (int child = 2 * place + 1; child <= 2 * place + 2 && child < heap.length; child++) {
      rows.add(row("child", heap[child]));
    }
    return new Table(List.of("", "document", Words.measure(frame.problem().metric())), rows, 0);
  }

  private List<String> row(String who, int document) {
    return List.of(
        who,
        Words.document(document),
        Words.similarity(frame.search().similarities()[document], frame.problem().metric()));
  }

  /// The places around the cut, as far as they are filled.
  Table table(int telling) {
    var metric = frame.problem().metric();
    var similarities = frame.search().similarities();
    int[] order = frame.standing().order();
    int placed = frame.standing().placed();
    int at = 0;
    while (at < placed && order[at] != telling) {
      at++;
    }
    int from = at < placed && at >= ROWS_SHOWN - 1 ? at - ROWS_SHOWN / 2 : 0;
    int to =
        Math.min(
            placed, telling < 0 ? Math.min(frame.problem().k(), ROWS_SHOWN) : from + ROWS_SHOWN);
    boolean angles = metric == Metric.COSINE;
    var rows = new ArrayList<List<String>>();
    for (int place = from; place < to; place++) {
      int document = order[place];
      var row = new ArrayList<String>();
      row.add(Integer.toString(place + 1));
      row.add(Words.document(document));
      row.add(Words.similarity(similarities[document], metric));
      if (angles) {
        row.add(frame.hasAngle(document) ? Words.angle(frame.degrees(document)) : "none");
      }
      rows.add(row);
    }
    var head = new ArrayList<>(List.of("place", "document", Words.measure(metric)));
    if (angles) {
      head.add("angle");
    }
    return new Table(head, rows, at < to && at >= from && telling >= 0 ? at - from : -1);
  }
}
