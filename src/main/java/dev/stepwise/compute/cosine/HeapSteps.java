package dev.stepwise.compute.cosine;

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
  private static final int[] NONE_TAKEN = {};

  /// A change and the heap after it.
  @SuppressWarnings("ArrayRecordComponent") // never written to
  private record Recorded(HeapFocus.HeapChanged focus, int[] heap) {}

  /// The selection as one step.
  Step<CosineFrame> whole() {
    return frames
        .selected(new SelectionFocus.Selected())
        .step("Heap")
        .meeting(frames.hasTie() ? Set.of(CosineConditions.TIE) : Set.of())
        .opening(() -> Run.indexed(frames.count() + k(), this::step));
  }

  private int k() {
    return frames.problem().k();
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
    int worst = heap.size() < k() ? Focus.NONE : heap.top();
    var line = worst < 0 ? "push" : "replace";
    var changes = new ArrayList<Recorded>();
    heap.offer(document, recorder(document, heap, line, changes));
    boolean entered = !changes.isEmpty();
    var conditions = new HashSet<Condition>();
    var similarities = frames.search().similarities();
    if (entered) {
      conditions.add(CosineConditions.ENTERS_TOP);
    }
    if (worst >= 0 && similarities[worst] == similarities[document]) {
      conditions.add(CosineConditions.TIE);
    }
    var step =
        frames
            .heaped(new HeapFocus.Offered(document, worst, entered), heap.entries(), NONE_TAKEN)
            .step(Words.document(document))
            .meeting(conditions);
    return entered ? step.opening(() -> inside(changes, NONE_TAKEN)) : step;
  }

  private Step<CosineFrame> pop(int count) {
    var heap = heapBefore(frames.count());
    int place = k() - 1 - count;
    var changes = new ArrayList<Recorded>();
    int worst = Focus.NONE;
    for (int popped = 0; popped <= count; popped++) {
      changes.clear();
      worst = heap.pop(recorder(heap.top(), heap, "empty-heap", changes));
    }
    var taken = Arrays.copyOfRange(frames.search().ranking(), place, k());
    return frames
        .heaped(new HeapFocus.Popped(worst, place), heap.entries(), taken)
        .step("place " + (place + 1))
        .opening(() -> inside(changes, taken));
  }

  private static TopKHeap.Watcher recorder(
      int document, TopKHeap heap, String line, List<Recorded> changes) {
    return (change, moved, place, other) ->
        changes.add(
            new Recorded(
                new HeapFocus.HeapChanged(document, change, moved, place, other, line),
                heap.entries()));
  }

  private Run<CosineFrame> inside(List<Recorded> changes, int[] taken) {
    return Run.indexed(changes.size(), at -> change(changes.get(at), taken));
  }

  private Step<CosineFrame> change(Recorded change, int[] taken) {
    return frames.heaped(change.focus(), change.heap(), taken).step(change.focus().crumb());
  }
}
