package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.cosine.TopKHeap.Change;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The selection with a heap: a document is offered, or taken out at the end, and the heap changes.
public sealed interface HeapFocus extends Focus {

  /// A document offered to the heap.
  ///
  /// @param worst the top before: what it was compared with, or [#NONE] while there was room
  /// @param entered whether it came in
  record Offered(int document, int worst, boolean entered) implements HeapFocus, Focus.OnDocument {
    private static final StepKind OFFER = StepKind.of("offer").reads("score", "heap");
    private static final StepKind PUSH = OFFER.at("push").writes("score", "heap");
    private static final StepKind REPLACE = OFFER.at("replace").writes("score", "heap");
    private static final StepKind LEFT_OUT = OFFER.at("better").writes("score");

    @Override
    public StepKind kind(CosineFrame frame) {
      return worst < 0 ? PUSH : entered ? REPLACE : LEFT_OUT;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      var similarities = frame.search().similarities();
      var metric = frame.problem().metric();
      var name = Words.document(document);
      int k = frame.problem().k();
      if (worst < 0) {
        return new Narration(
            "%s comes in: there is room".formatted(name),
            "The heap now holds %d of %d. It goes up as long as its parent is better, so that the worst is on top: %s."
                .formatted(
                    frame.standing().heap().length, k, Words.document(frame.standing().heap()[0])),
            List.of(),
            new Places(frame).table(document));
      }
      var top = Words.document(worst);
      var apart = Words.Apart.of(similarities[document], similarities[worst], metric);
      var mine = apart.one();
      var theirs = apart.other();
      if (!entered) {
        var reason =
            similarities[document] == similarities[worst]
                ? "It has exactly the %s of %s, and a tie goes to the lower index."
                    .formatted(theirs, top)
                : "Its %s does not beat the worst of the best, %s of %s."
                    .formatted(mine, theirs, top);
        return new Narration(
            "%s stays outside".formatted(name), reason + " One comparison was enough.");
      }
      return new Narration(
          "%s replaces %s".formatted(name, top),
          "%s %s %s of the worst, %s, which leaves. %s takes the top and goes down as long as a child is worse; the worst is now %s."
              .formatted(
                  mine,
                  Words.beats(metric, similarities[worst]),
                  theirs,
                  top,
                  name,
                  Words.document(frame.standing().heap()[0])),
          List.of(),
          new Places(frame).table(document));
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      addOffer(variables, frame, document);
    }

    @Override
    public List<Ref> written(CosineFrame frame) {
      int[] heap = frame.standing().heap();
      int place = 0;
      while (place < heap.length && heap[place] != document) {
        place++;
      }
      return atPlace(frame, place);
    }
  }

  /// A change of the heap.
  ///
  /// @param document the one offered, or the one taken out
  /// @param moved the one that moved to `place`, displacing `other`
  /// @param anchor of the line that changes the heap
  record HeapChanged(int document, Change change, int moved, int place, int other, String anchor)
      implements HeapFocus, Focus.OnDocument {
    private static final StepKind KIND = StepKind.of("heap").reads("heap").writes("heap");

    @Override
    public StepKind kind(CosineFrame frame) {
      return KIND.at(anchor);
    }

    /// What it is called in the bread crumb.
    String crumb() {
      return switch (change) {
        case APPENDED -> "push";
        case REPLACED_TOP -> "replace the top";
        case LAST_TO_TOP -> "last to top";
        case ROSE -> "up past " + Words.document(other);
        case SANK -> "down past " + Words.document(other);
        case EMPTIED -> "empty";
      };
    }

    @Override
    public Narration narration(CosineFrame frame) {
      var similarities = frame.search().similarities();
      var metric = frame.problem().metric();
      var mover = Words.document(moved);
      var displaced = Words.document(other);
      var apart = Words.Apart.of(similarities[moved], similarities[other], metric);
      var mine = apart.one();
      var theirs = apart.other();
      boolean tie = similarities[moved] == similarities[other];
      return switch (change) {
        case APPENDED ->
            new Narration(
                "Push %s".formatted(mover),
                "It starts at the end of the heap, at place %d.".formatted(place + 1));
        case REPLACED_TOP ->
            new Narration(
                "%s takes the top".formatted(mover),
                "%s with %s leaves; %s with %s stands in its place, perhaps too high."
                    .formatted(displaced, theirs, mover, mine));
        case LAST_TO_TOP ->
            new Narration(
                "Pop %s".formatted(displaced),
                "The top leaves with %s. The last, %s with %s, fills the gap, perhaps too high."
                    .formatted(theirs, mover, mine));
        case ROSE ->
            new Narration(
                "%s goes up past %s".formatted(mover, displaced),
                (tie
                        ? "Its parent has exactly the same, %s, and the lower index, so it ranks before"
                            .formatted(theirs)
                        : "Its parent has %s, which is better than %s".formatted(theirs, mine))
                    + ": the worse one belongs nearer to the top.");
        case SANK ->
            new Narration(
                "%s goes down past %s".formatted(mover, displaced),
                (hasOneChild(frame)
                        ? "Its only child is %s, and ".formatted(displaced)
                        : "Of its children %s is the worse, and ".formatted(displaced))
                    + (tie
                        ? "with exactly the same, %s, and the higher index it ranks after"
                            .formatted(theirs)
                        : "with %s it is worse than %s".formatted(theirs, mine))
                    + ": it belongs nearer to the top.");
        case EMPTIED ->
            new Narration("Pop %s".formatted(mover), "It was the last: the heap is empty.");
      };
    }

    /// Whether the place that a document sank from has one child alone.
    private boolean hasOneChild(CosineFrame frame) {
      int parent = (place - 1) / 2;
      return 2 * parent + 2 >= frame.standing().heap().length;
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      addOffer(variables, frame, document);
    }

    @Override
    public List<Ref> written(CosineFrame frame) {
      return atPlace(frame, place);
    }
  }

  /// The worst document left taken out of the heap.
  ///
  /// @param place its place in the ranking, from 0
  record Popped(int document, int place) implements HeapFocus, Focus.OnDocument {
    private static final StepKind KIND =
        StepKind.of("take out").at("empty-heap").reads("heap").writes("heap");

    @Override
    public StepKind kind(CosineFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      return new Narration(
          "%s takes place %d".formatted(Words.document(document), place + 1),
          "With %s it is the worst of those left in the heap, so it comes next, from behind."
              .formatted(
                  Words.similarity(
                      frame.search().similarities()[document], frame.problem().metric())),
          List.of(),
          new Places(frame).table(document));
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      variables.put("heap", heap(frame));
    }
  }

  /// The selection with a heap.
  static Narration filled(CosineFrame frame) {
    int n = frame.problem().count();
    int k = frame.problem().k();
    int entered = entered(frame);
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
        new Places(frame).table(NONE));
  }

  /// How many documents came into the heap.
  private static int entered(CosineFrame frame) {
    var heap = new TopKHeap(frame.search().similarities(), frame.problem().k());
    var count = new int[1];
    for (int document = 0; document < frame.problem().count(); document++) {
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

  /// The pair at a place of the heap; none where it is not in it.
  private static List<Ref> atPlace(CosineFrame frame, int place) {
    return place < frame.standing().heap().length
        ? List.of(Ref.of("heap", place, 0), Ref.of("heap", place, 1))
        : List.of();
  }

  private static void addOffer(Map<String, Value> variables, CosineFrame frame, int document) {
    variables.put("k", new Value.Whole(frame.problem().k()));
    variables.put("i", new Value.Whole(document));
    variables.put("score", new Value.Scalar(frame.search().similarities()[document]));
    variables.put("heap", heap(frame));
  }

  /// As the listing keeps it: pairs of similarity and negated index.
  private static Value heap(CosineFrame frame) {
    var similarities = frame.search().similarities();
    var pairs =
        Arrays.stream(frame.standing().heap())
            .<Value>mapToObj(i -> new Value.Vector(new double[] {similarities[i], -i}))
            .toList();
    return new Value.Many(pairs);
  }
}
