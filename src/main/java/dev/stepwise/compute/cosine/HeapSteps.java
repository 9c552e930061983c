package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineFrame.Focus;
import dev.stepwise.compute.cosine.TopKHeap.Change;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The steps of the selection with a heap: one a document offered, then one a document taken out,
/// the worst first; inside each, one a change of the heap.
record HeapSteps(Frames frames) {

  /// A change and the heap after it.
  @SuppressWarnings("ArrayRecordComponent") // never written to
  private record Recorded(Focus.HeapChanged focus, int[] heap) {}

  /// The selection as one step.
  Step<CosineFrame> whole() {
    var frame = frames.selected(new Focus.Selected());
    return new Step<>(
        "select",
        "Heap",
        HeapNarration.heapFilled(frame, entered()),
        Line.EMPTY_HEAP,
        List.of("scores", "k"),
        List.of("ranking[:k]"),
        frames.hasTie() ? Set.of(CosineConditions.TIE) : Set.of(),
        frame,
        () -> Run.indexed(frames.count() + k(), this::step));
  }

  private int k() {
    return frames.problem().k();
  }

  /// How many documents came into the heap.
  private int entered() {
    var heap = new TopKHeap(frames.search().similarities(), k());
    var count = new int[1];
    for (int document = 0; document < frames.count(); document++) {
      heap.offer(
          document,
          (change, _, _, _) -> {
            if (change == Change.APPENDED || change == Change.REPLACED_TOP) {
              count[0]++;
            }
          });
    }
    return count[0];
  }

  private Step<CosineFrame> step(int index) {
    return index < frames.count() ? offer(index) : pop(index - frames.count());
  }

  private TopKHeap heapBefore(int document) {
    var heap = new TopKHeap(frames.search().similarities(), k());
    for (int earlier = 0; earlier < document; earlier++) {
      heap.offer(earlier);
    }
    return heap;
  }

  private Step<CosineFrame> offer(int document) {
    var heap = heapBefore(document);
    int worst = heap.size() < k() ? -1 : heap.top();
    var changes = new ArrayList<Recorded>();
    heap.offer(document, recorder(document, heap, changes));
    boolean entered = !changes.isEmpty();
    var focus = new Focus.Offered(document, worst, entered);
    var frame = frames.heaped(focus, heap.entries(), new int[0]);
    var conditions = new HashSet<Condition>();
    var similarities = frames.search().similarities();
    if (entered) {
      conditions.add(CosineConditions.ENTERS_TOP);
    }
    if (worst >= 0 && similarities[worst] == similarities[document]) {
      conditions.add(CosineConditions.TIE);
    }
    int line = worst < 0 ? Line.PUSH : entered ? Line.REPLACE : Line.BETTER;
    return new Step<>(
        "offer",
        Words.document(document),
        HeapNarration.offered(frame, focus),
        line,
        List.of("score", "heap"),
        entered ? List.of("heap") : List.of(),
        conditions,
        frame,
        entered ? () -> inside(changes, new int[0], line) : null);
  }

  private Step<CosineFrame> pop(int count) {
    var heap = heapBefore(frames.count());
    int place = k() - 1 - count;
    var changes = new ArrayList<Recorded>();
    int worst = -1;
    for (int taken = 0; taken <= count; taken++) {
      changes.clear();
      int top = heap.top();
      worst = heap.pop(recorder(top, heap, changes));
    }
    var taken = Arrays.copyOfRange(frames.search().ranking(), place, k());
    var focus = new Focus.Popped(worst, place);
    var frame = frames.heaped(focus, heap.entries(), taken);
    return new Step<>(
        "take out",
        "place " + (place + 1),
        HeapNarration.popped(frame, focus),
        Line.EMPTY_HEAP,
        List.of("heap"),
        List.of("heap"),
        Set.of(),
        frame,
        () -> inside(changes, taken, Line.EMPTY_HEAP));
  }

  private static TopKHeap.Watcher recorder(int document, TopKHeap heap, List<Recorded> changes) {
    return (change, moved, place, other) ->
        changes.add(
            new Recorded(
                new Focus.HeapChanged(document, change, moved, place, other), heap.entries()));
  }

  private Run<CosineFrame> inside(List<Recorded> changes, int[] taken, int line) {
    return Run.indexed(changes.size(), at -> change(changes.get(at), taken, line));
  }

  private Step<CosineFrame> change(Recorded change, int[] taken, int line) {
    var frame = frames.heaped(change.focus(), change.heap(), taken);
    return new Step<>(
        "heap",
        HeapNarration.crumb(change.focus()),
        HeapNarration.heapChanged(frame, change.focus()),
        line,
        List.of("heap"),
        List.of("heap"),
        Set.of(),
        frame,
        null);
  }
}
