package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The selection of the best documents as a whole, the full sort, and the end.
public sealed interface SelectionFocus extends Focus {

  /// The best documents selected.
  record Selected() implements SelectionFocus {
    private static final StepKind SORT =
        StepKind.of("select").at("sort").reads("scores").writes("ranking");
    private static final StepKind HEAP =
        StepKind.of("select").at("empty-heap").reads("scores", "k").writes("ranking[:k]");

    @Override
    public StepKind kind(CosineFrame frame) {
      return frame.problem().selection() == Selection.SORT ? SORT : HEAP;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      return frame.problem().selection() == Selection.SORT
          ? sorted(frame)
          : HeapFocus.filled(frame);
    }

    private static Narration sorted(CosineFrame frame) {
      int n = frame.problem().count();
      var caption =
          "All %s are put in order, though only %d are wanted: at most %,d comparisons, O(n log n). %s"
              .formatted(
                  Phrases.count(n, "document"),
                  frame.problem().k(),
                  comparisons(n),
                  Ties.decided(frame));
      return new Narration(
          "Sort all, take %d".formatted(frame.problem().k()),
          caption.strip(),
          List.of(
              Formula.of("\\textstyle\\sum_{i=2}^{%d}\\lceil\\log_2 i\\rceil".formatted(n))
                  .gives(comparisons(n))
                  .latex()),
          new Places(frame).table(NONE));
    }

    /// So many comparisons insertion by halving needs at most.
    static long comparisons(int n) {
      long sum = 0;
      for (int i = 2; i <= n; i++) {
        sum += Integer.SIZE - Integer.numberOfLeadingZeros(i - 1);
      }
      return sum;
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      addRanking(variables, frame);
    }
  }

  /// A document put into its place among those before it.
  record Inserted(int document, BinaryInsertion insertion)
      implements SelectionFocus, Focus.OnDocument {
    private static final StepKind KIND =
        StepKind.of("insert").at("sort").reads("scores").writes("ranking");

    @Override
    public StepKind kind(CosineFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      var similarities = frame.search().similarities();
      var metric = frame.problem().metric();
      int[] order = frame.standing().order();
      int placed = frame.standing().placed();
      int place = insertion.place();
      var mine = Words.similarity(similarities[document], metric);
      if (placed == 1) {
        return new Narration(
            Words.document(document) + " is the first",
            "Nothing is in order yet; with %s it stands at place 1 for now.".formatted(mine));
      }
      int passed = placed - 1 - place;
      var text = new StringBuilder();
      if (place > 0) {
        int above = order[place - 1];
        text.append(
            similarities[above] == similarities[document]
                ? "%s is exactly as good, %s: a tie goes to the lower index. "
                    .formatted(Words.document(above), mine)
                : ahead(
                    above, Words.Apart.of(similarities[above], similarities[document], metric)));
      }
      if (passed > 0) {
        int below = order[place + 1];
        var apart = Words.Apart.of(similarities[document], similarities[below], metric);
        text.append(
            "%s %s %s of %s: %s down by one. "
                .formatted(
                    apart.one(),
                    Words.beats(metric, similarities[below]),
                    apart.other(),
                    Words.document(below),
                    passed == 1 ? "that one moves" : Phrases.count(passed, "document") + " move"));
      }
      text.append(
          "Halving found the place with %s."
              .formatted(Phrases.count(insertion.compared().size(), "comparison")));
      return new Narration(
          title(document, place, passed, order, frame.problem().k()),
          text.toString(),
          List.of(),
          new Places(frame).table(document));
    }

    private static String ahead(int above, Words.Apart apart) {
      return "%s keeps ahead: %s against %s. "
          .formatted(Words.document(above), apart.one(), apart.other());
    }

    private static String title(int document, int place, int passed, int[] order, int k) {
      var name = Words.document(document);
      if (passed == 0) {
        return "%s stays at place %d".formatted(name, place + 1);
      }
      var whom = passed == 1 ? Words.document(order[place + 1]) : Phrases.count(passed, "document");
      return place < k
          ? "%s passes %s, into the top %d".formatted(name, whom, k)
          : "%s passes %s".formatted(name, whom);
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      addPlaced(variables, frame);
    }

    /// Its own place first: those behind it moved down by one.
    @Override
    public List<Ref> written(CosineFrame frame) {
      return Ref.all(frame.variables(), KIND.writes())
          .subList(insertion.place(), frame.standing().placed());
    }
  }

  /// One comparison on the way to its place.
  ///
  /// @param at which one, from 0
  record Compared(int document, BinaryInsertion insertion, int at)
      implements SelectionFocus, Focus.OnDocument {
    private static final StepKind KIND =
        StepKind.of("comparison").at("sort").reads("scores", "ranking");

    @Override
    public StepKind kind(CosineFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      var similarities = frame.search().similarities();
      var metric = frame.problem().metric();
      var comparison = insertion.compared().get(at);
      int other = comparison.other();
      var apart = Words.Apart.of(similarities[document], similarities[other], metric);
      boolean before = CosineSearch.ranksBefore(similarities, document, other);
      var left =
          comparison.low() == comparison.high()
              ? "So its place is %d.".formatted(comparison.low() + 1)
              : "Its place is one of %d to %d."
                  .formatted(comparison.low() + 1, comparison.high() + 1);
      var verdict =
          similarities[document] == similarities[other]
              ? "Both have %s; the tie goes to %s, which has the lower index."
                  .formatted(
                      Words.similarity(similarities[document], metric), Words.document(other))
              : "%s against %s: %s ranks %s."
                  .formatted(
                      apart.one(),
                      apart.other(),
                      Words.document(document),
                      before ? "before" : "after");
      return new Narration(
          "%s against %s, in the middle".formatted(Words.document(document), Words.document(other)),
          verdict + " " + left);
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      addPlaced(variables, frame);
    }
  }

  /// The end.
  record Found() implements SelectionFocus {
    private static final StepKind FOUND =
        StepKind.of("result").reads("scores", "k").writes("ranking[:k]");
    private static final StepKind BY_SORT = FOUND.at("by-sort");
    private static final StepKind BY_HEAP = FOUND.at("by-heap");

    @Override
    public StepKind kind(CosineFrame frame) {
      return frame.problem().selection() == Selection.SORT ? BY_SORT : BY_HEAP;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      var problem = frame.problem();
      int best = frame.search().ranking()[0];
      var metric = problem.metric();
      var first = first(frame, best);
      var aimless =
          metric == Metric.COSINE && frame.search().queryNorm() == 0
              ? "The query is the zero vector: %s "
                  .formatted(
                      isUnknown(problem)
                          ? "none of its words is in the documents, so it has no direction."
                          : "it has no direction.")
              : "";
      return new Narration(
          problem.count() == 1
              ? "The only document"
              : "The best %d of %,d".formatted(problem.k(), problem.count()),
          (aimless + first + " " + Ties.decided(frame)).strip(),
          List.of(),
          new Places(frame).table(best));
    }

    /// Who is nearest: one, several that tie, or nobody, where all tie.
    private static String first(CosineFrame frame, int best) {
      var problem = frame.problem();
      var metric = problem.metric();
      double similarity = frame.search().similarities()[best];
      var shown = "%s %s".formatted(Words.measure(metric), Words.similarity(similarity, metric));
      var tied = Ties.of(frame, best);
      if (Double.isNaN(similarity)) {
        return "No similarity is a number, so none of the documents is nearest.";
      }
      if (tied.size() == problem.count() && tied.size() > 1) {
        return "All %s have %s: none is nearer than another."
            .formatted(Phrases.count(tied.size(), "document"), shown);
      }
      if (tied.size() > 1) {
        return "%s are nearest together: %s.".formatted(Ties.named(tied), shown);
      }
      var who = Words.document(best) + Words.says(problem, best);
      var verb = problem.count() == 1 ? " is the only document: " : " is nearest: ";
      if (metric != Metric.COSINE || !frame.hasAngle(best) || frame.isMistaken()) {
        return who + verb + shown + ".";
      }
      var angle = Words.angle(frame.degrees(best));
      if (frame.isDamped(best)) {
        return who
            + verb
            + "%s, less than the cosine of the angle, %s, because ε is not small beside these norms."
                .formatted(shown, angle);
      }
      var away =
          similarity < 0
              ? " Even the nearest points away from the query: its cosine is negative."
              : "";
      return who + verb + shown + ", an angle of " + angle + "." + away;
    }

    /// Whether the query is a text of words that no document holds.
    private static boolean isUnknown(CosineProblem problem) {
      return problem
          .texts()
          .filter(texts ->
              Tokens.of(texts.query()).stream()
                  .noneMatch(texts.model().tfIdf().vocabulary()::contains))
          .isPresent();
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      addRanking(variables, frame);
    }
  }

  private static void addRanking(Map<String, Value> variables, CosineFrame frame) {
    int k = frame.problem().k();
    int[] ranking = frame.search().ranking();
    variables.put("k", new Value.Whole(k));
    if (frame.problem().selection() == Selection.SORT) {
      variables.put("ranking", new Value.Labels(ranking));
    }
    variables.put("ranking[:k]", new Value.Labels(Arrays.copyOf(ranking, k)));
  }

  private static void addPlaced(Map<String, Value> variables, CosineFrame frame) {
    var standing = frame.standing();
    variables.put("ranking", new Value.Labels(Arrays.copyOf(standing.order(), standing.placed())));
  }
}
