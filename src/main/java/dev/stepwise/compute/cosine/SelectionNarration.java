package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.cosine.CosineFrame.Focus;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.List;

/// What the steps say that sort the documents, and the end.
public final class SelectionNarration {
  private static final int ROWS_SHOWN = 12;

  private SelectionNarration() {}

  /// The full sort.
  static Narration sorted(CosineFrame frame) {
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
        top(frame, -1));
  }

  /// So many comparisons insertion by halving needs at most.
  static long comparisons(int n) {
    long sum = 0;
    for (int i = 2; i <= n; i++) {
      sum += Integer.SIZE - Integer.numberOfLeadingZeros(i - 1);
    }
    return sum;
  }

  /// A document put into its place.
  static Narration inserted(CosineFrame frame, Focus.Inserted focus) {
    var similarities = frame.search().similarities();
    var metric = frame.problem().metric();
    int[] order = frame.standing().order();
    int placed = frame.standing().placed();
    int place = focus.insertion().place();
    int document = focus.document();
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
              : ahead(above, Words.Apart.of(similarities[above], similarities[document], metric)));
    }
    if (passed > 0) {
      int below = order[place + 1];
      var apart = Words.Apart.of(similarities[document], similarities[below], metric);
      text.append(
          "%s %s %s of %s: %s down by one. "
              .formatted(
                  apart.one(),
                  beats(metric, similarities[below]),
                  apart.other(),
                  Words.document(below),
                  passed == 1 ? "that one moves" : Phrases.count(passed, "document") + " move"));
    }
    text.append(
        "Halving found the place with %s."
            .formatted(Phrases.count(focus.insertion().compared().size(), "comparison")));
    return new Narration(
        title(document, place, passed, order, frame.problem().k()),
        text.toString(),
        List.of(),
        top(frame, document));
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

  /// What a document that ranks before another does to it.
  static String beats(Metric metric, double theirs) {
    if (Double.isNaN(theirs)) {
      return "is a number, which";
    }
    return metric == Metric.EUCLIDEAN ? "is nearer than" : "beats";
  }

  /// One comparison on the way to a place.
  static Narration compared(CosineFrame frame, Focus.Compared focus) {
    var similarities = frame.search().similarities();
    var metric = frame.problem().metric();
    var comparison = focus.insertion().compared().get(focus.comparison());
    int document = focus.document();
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
                .formatted(Words.similarity(similarities[document], metric), Words.document(other))
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

  /// The end.
  static Narration found(CosineFrame frame) {
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
        top(frame, best));
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
    if (metric != Metric.COSINE || !hasAngle(frame, best)) {
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

  /// Whether there is an angle between the query and a document: zero vectors have none.
  private static boolean hasAngle(CosineFrame frame, int document) {
    var search = frame.search();
    return search.queryNorm() > 0
        && search.norms()[document] > 0
        && !Double.isNaN(search.similarities()[document]);
  }

  /// The places around the cut, as far as they are filled.
  static Table top(CosineFrame frame, int telling) {
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
        row.add(hasAngle(frame, document) ? Words.angle(frame.degrees(document)) : "none");
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
