package dev.stepwise.compute.cosine;

import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.HashSet;
import java.util.Set;

/// The steps of the full sort: one a document, which goes to its place among those before it, and
/// inside it one a comparison.
record SortSteps(Frames frames) {

  /// The sort as one step.
  Step<CosineFrame> whole() {
    return frames
        .selected(new SelectionFocus.Selected())
        .step("Sort")
        .meeting(frames.hasTie() ? Set.of(CosineConditions.TIE) : Set.of())
        .opening(() -> Run.indexed(frames.count(), this::insert));
  }

  private Step<CosineFrame> insert(int document) {
    var insertion = insertion(document);
    int comparisons = insertion.compared().size();
    var frame = frames.sorted(new SelectionFocus.Inserted(document, insertion), document + 1);
    var step = frame.step(Words.document(document)).meeting(conditions(frame, insertion.place()));
    return comparisons == 0
        ? step
        : step.opening(() -> Run.indexed(comparisons, at -> compare(document, insertion, at)));
  }

  private Step<CosineFrame> compare(int document, BinaryInsertion insertion, int at) {
    int other = insertion.compared().get(at).other();
    double[] similarities = frames.search().similarities();
    boolean tie = similarities[document] == similarities[other];
    return frames
        .sorted(new SelectionFocus.Compared(document, insertion, at), document)
        .step("against " + Words.document(other))
        .meeting(tie ? Set.of(CosineConditions.TIE) : Set.of());
  }

  private BinaryInsertion insertion(int document) {
    var before = frames.sorted(new SelectionFocus.Selected(), document).standing();
    return BinaryInsertion.of(frames.search().similarities(), before.order(), document, document);
  }

  private Set<Condition> conditions(CosineFrame frame, int place) {
    var conditions = new HashSet<Condition>();
    var similarities = frames.search().similarities();
    int[] order = frame.standing().order();
    int document = order[place];
    // Only those before it have a lower index, so an equal one stands right above.
    if (place > 0 && similarities[order[place - 1]] == similarities[document]) {
      conditions.add(CosineConditions.TIE);
    }
    if (place < frames.problem().k()) {
      conditions.add(CosineConditions.ENTERS_TOP);
    }
    return conditions;
  }
}
