package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.cosine.CosineFrame.Focus;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.text.Phrases;
import java.util.List;

/// What the steps say that select the best documents with a heap.
final class HeapNarration {
  private HeapNarration() {}

  /// The selection with a heap.
  static Narration heapFilled(CosineFrame frame, int entered) {
    int n = frame.problem().count();
    int k = frame.problem().k();
    var caption =
        "A heap keeps the best %d so far, the worst of them on top. Each of %s meets that one alone; %d came in, %s turned away after one comparison: O(n log k) at most. %s"
            .formatted(
                k,
                Phrases.count(n, "document"),
                entered,
                n - entered == 1 ? "1 was" : "%,d were".formatted(n - entered),
                Ties.decided(frame));
    return new Narration(
        "The best %d by a heap".formatted(k),
        caption.strip(),
        List.of(
            Formula.of("n\\log_2 k")
                .is(Term.product(Term.count(n), Term.apply(Function.LOG2, Term.count(k))))
                .gives(n * Function.LOG2.at(k))
                .latex()),
        SelectionNarration.top(frame, -1));
  }

  /// A document offered to the heap.
  static Narration offered(CosineFrame frame, Focus.Offered focus) {
    var similarities = frame.search().similarities();
    var metric = frame.problem().metric();
    var name = Words.document(focus.document());
    int k = frame.problem().k();
    if (focus.worst() < 0) {
      return new Narration(
          "%s comes in: there is room".formatted(name),
          "The heap now holds %d of %d. It goes up as long as its parent is better, so that the worst is on top: %s."
              .formatted(
                  frame.standing().heap().length, k, Words.document(frame.standing().heap()[0])),
          List.of(),
          SelectionNarration.top(frame, focus.document()));
    }
    var worst = Words.document(focus.worst());
    var apart = Words.Apart.of(similarities[focus.document()], similarities[focus.worst()], metric);
    var mine = apart.one();
    var theirs = apart.other();
    if (!focus.entered()) {
      var reason =
          similarities[focus.document()] == similarities[focus.worst()]
              ? "It has exactly the %s of %s, and a tie goes to the lower index."
                  .formatted(theirs, worst)
              : "Its %s does not beat the worst of the best, %s of %s."
                  .formatted(mine, theirs, worst);
      return new Narration(
          "%s stays outside".formatted(name), reason + " One comparison was enough.");
    }
    return new Narration(
        "%s replaces %s".formatted(name, worst),
        "%s %s %s of the worst, %s, which leaves. %s takes the top and goes down as long as a child is worse; the worst is now %s."
            .formatted(
                mine,
                SelectionNarration.beats(metric, similarities[focus.worst()]),
                theirs,
                worst,
                name,
                Words.document(frame.standing().heap()[0])),
        List.of(),
        SelectionNarration.top(frame, focus.document()));
  }

  /// A change of the heap, in the bread crumb.
  static String crumb(Focus.HeapChanged focus) {
    return switch (focus.change()) {
      case APPENDED -> "push";
      case REPLACED_TOP -> "replace the top";
      case LAST_TO_TOP -> "last to top";
      case ROSE -> "up past " + Words.document(focus.other());
      case SANK -> "down past " + Words.document(focus.other());
      case EMPTIED -> "empty";
    };
  }

  /// A change of the heap.
  static Narration heapChanged(CosineFrame frame, Focus.HeapChanged focus) {
    var similarities = frame.search().similarities();
    var metric = frame.problem().metric();
    var moved = Words.document(focus.moved());
    var other = Words.document(focus.other());
    var apart = Words.Apart.of(similarities[focus.moved()], similarities[focus.other()], metric);
    var mine = apart.one();
    var theirs = apart.other();
    boolean tie = similarities[focus.moved()] == similarities[focus.other()];
    return switch (focus.change()) {
      case APPENDED ->
          new Narration(
              "Push %s".formatted(moved),
              "It starts at the end of the heap, at place %d.".formatted(focus.place() + 1));
      case REPLACED_TOP ->
          new Narration(
              "%s takes the top".formatted(moved),
              "%s with %s leaves; %s with %s stands in its place, perhaps too high."
                  .formatted(other, theirs, moved, mine));
      case LAST_TO_TOP ->
          new Narration(
              "Pop %s".formatted(other),
              "The top leaves with %s. The last, %s with %s, fills the gap, perhaps too high."
                  .formatted(theirs, moved, mine));
      case ROSE ->
          new Narration(
              "%s goes up past %s".formatted(moved, other),
              (tie
                      ? "Its parent has exactly the same, %s, and the lower index, so it ranks before"
                          .formatted(theirs)
                      : "Its parent has %s, which is better than %s".formatted(theirs, mine))
                  + ": the worse one belongs nearer to the top.");
      case SANK ->
          new Narration(
              "%s goes down past %s".formatted(moved, other),
              (hasOneChild(frame, focus)
                      ? "Its only child is %s, and ".formatted(other)
                      : "Of its children %s is the worse, and ".formatted(other))
                  + (tie
                      ? "with exactly the same, %s, and the higher index it ranks after"
                          .formatted(theirs)
                      : "with %s it is worse than %s".formatted(theirs, mine))
                  + ": it belongs nearer to the top.");
      case EMPTIED ->
          new Narration("Pop %s".formatted(moved), "It was the last: the heap is empty.");
    };
  }

  /// Whether the place that a document sank from has one child alone.
  private static boolean hasOneChild(CosineFrame frame, Focus.HeapChanged sank) {
    int parent = (sank.place() - 1) / 2;
    return 2 * parent + 2 >= frame.standing().heap().length;
  }

  /// A document taken out of the heap.
  static Narration popped(CosineFrame frame, Focus.Popped focus) {
    return new Narration(
        "%s takes place %d".formatted(Words.document(focus.document()), focus.place() + 1),
        "With %s it is the worst of those left in the heap, so it comes next, from behind."
            .formatted(
                Words.similarity(
                    frame.search().similarities()[focus.document()], frame.problem().metric())),
        List.of(),
        SelectionNarration.top(frame, focus.document()));
  }
}
