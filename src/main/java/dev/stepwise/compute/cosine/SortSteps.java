package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineFrame.Focus;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The steps of the full sort: one a document, which goes to its place among those before it, and
/// inside it one a comparison.
record SortSteps(Frames frames) {

  /// The sort as one step.
  Step<CosineFrame> whole() {
    var frame = frames.selected(new Focus.Selected());
    return new Step<>(
        "select",
        "Sort",
        SelectionNarration.sorted(frame),
        Line.SORT,
        List.of("scores"),
        List.of("ranking"),
        frames.hasTie() ? Set.of(CosineConditions.TIE) : Set.of(),
        frame,
        () -> Run.indexed(frames.count(), this::insert));
  }

  private Step<CosineFrame> insert(int document) {
    var insertion = insertion(document);
    var focus = new Focus.Inserted(document, insertion);
    var frame = frames.sorted(focus, document + 1);
    return new Step<>(
        "insert",
        Words.document(document),
        SelectionNarration.inserted(frame, focus),
        Line.SORT,
        List.of("scores"),
        List.of("ranking"),
        conditions(frame, insertion.place()),
        frame,
        insertion.compared().isEmpty()
            ? null
            : () ->
                Run.indexed(insertion.compared().size(), at -> compare(document, insertion, at)));
  }

  private Step<CosineFrame> compare(int document, BinaryInsertion insertion, int comparison) {
    var focus = new Focus.Compared(document, insertion, comparison);
    var frame = frames.sorted(focus, document);
    int other = insertion.compared().get(comparison).other();
    double[] similarities = frames.search().similarities();
    return new Step<>(
        "comparison",
        "against " + Words.document(other),
        SelectionNarration.compared(frame, focus),
        Line.SORT,
        List.of("scores", "ranking"),
        List.of(),
        similarities[document] == similarities[other] ? Set.of(CosineConditions.TIE) : Set.of(),
        frame,
        null);
  }

  private BinaryInsertion insertion(int document) {
    var before = frames.sorted(new Focus.Selected(), document).standing();
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
