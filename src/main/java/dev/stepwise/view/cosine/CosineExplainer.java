package dev.stepwise.view.cosine;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.compute.cosine.ScoreNarration;
import dev.stepwise.compute.cosine.TextNarration;
import dev.stepwise.compute.cosine.VectorNarration;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Element;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.cosine.CosineElement.OfAngle;
import dev.stepwise.view.cosine.CosineElement.OfComponent;
import dev.stepwise.view.cosine.CosineElement.OfDocument;
import dev.stepwise.view.cosine.CosineElement.OfHeapPlace;
import dev.stepwise.view.cosine.CosineElement.OfNorm;
import dev.stepwise.view.cosine.CosineElement.OfNumber;
import dev.stepwise.view.cosine.CosineElement.OfPoint;
import dev.stepwise.view.cosine.CosineElement.OfQuery;
import dev.stepwise.view.cosine.CosineElement.OfSimilarity;
import dev.stepwise.view.cosine.CosineElement.OfTerm;
import dev.stepwise.view.cosine.CosineElement.OfWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers "why this number?" for a search, from the frame alone.
final class CosineExplainer {
  private static final int MOST_LIT = 128;

  private final CosineFrame frame;
  private final int query;

  CosineExplainer(CosineFrame frame) {
    this.frame = frame;
    this.query = frame.queryNumber();
  }

  Optional<Explanation> explain(Element element) {
    if (!(element instanceof CosineElement asked)) {
      return Optional.empty();
    }
    return switch (asked) {
      case OfSimilarity(int document) -> Optional.of(similarity(document));
      case OfDocument(int document) -> Optional.of(similarity(document));
      case OfNumber(int vector, int place) -> Optional.of(number(vector, place));
      case OfNorm(int vector) ->
          Optional.of(new Explanation(VectorNarration.norm(frame, vector), numbers(vector)));
      case OfTerm(int document, int place) ->
          Optional.of(
              new Explanation(
                  ScoreNarration.term(frame, document, place),
                  Set.of(new OfNumber(query, place), new OfNumber(document, place))));
      case OfAngle(int document) -> Optional.of(angle(document));
      case OfPoint(int vector) -> Optional.of(point(vector));
      case OfHeapPlace(int place) -> heapPlace(place);
      case OfWord(int text, String word) -> word(text, word);
      case OfComponent(int component) ->
          frame
              .problem()
              .texts()
              .map(_ ->
                  new Explanation(TextNarration.component(frame, component), column(component)));
      case OfQuery _ ->
          frame
              .problem()
              .texts()
              .map(_ -> new Explanation(TextNarration.weighed(frame, query), numbers(query)));
    };
  }

  private Explanation similarity(int document) {
    var sources = new HashSet<Element>(numbers(document));
    sources.addAll(numbers(query));
    return new Explanation(ScoreNarration.document(frame, document), sources);
  }

  private Set<Element> numbers(int vector) {
    var numbers = new HashSet<Element>();
    for (int j = 0; j < Math.min(MOST_LIT, frame.problem().dimensions()); j++) {
      numbers.add(new OfNumber(vector, j));
    }
    return numbers;
  }

  private Set<Element> column(int place) {
    var column = new HashSet<Element>();
    for (int i = 0; i <= Math.min(MOST_LIT, query); i++) {
      column.add(new OfNumber(i, place));
    }
    return column;
  }

  private Explanation number(int vector, int place) {
    if (vector < frame.known().units()) {
      return new Explanation(divided(vector, place), Set.of(new OfNorm(vector)));
    }
    if (frame.problem().texts().isPresent()) {
      return new Explanation(
          TextNarration.coordinate(frame, vector, place), Set.of(new OfComponent(place)));
    }
    double value = frame.vector(vector)[place];
    var narration =
        new Narration(
            "Number %d of %s".formatted(place + 1, name(vector)),
            "It is given: %s.".formatted(Numbers.text(value)));
    return new Explanation(narration, Set.of());
  }

  private Narration divided(int vector, int place) {
    double raw =
        vector == query
            ? frame.problem().query()[place]
            : frame.problem().documents()[vector][place];
    double norm = vector == query ? frame.search().queryNorm() : frame.search().norms()[vector];
    double epsilon = frame.problem().epsilon();
    double unit = frame.vector(vector)[place];
    var caption =
        Double.isNaN(unit)
            ? "The norm is 0 and so is ε: 0/0 is not a number."
            : "The number %s, divided by the vector's length %s plus ε."
                .formatted(Numbers.text(raw), Numbers.text(norm));
    return new Narration(
        "Number %d of %s, normalised".formatted(place + 1, name(vector)),
        caption,
        List.of(
            VectorNarration.coordinate(
                "%s[%d]".formatted(vector == query ? "\\hat q" : "\\hat d", place + 1),
                raw,
                norm,
                epsilon,
                unit)));
  }

  private String name(int vector) {
    return vector == query ? "the query" : Words.document(vector);
  }

  private Explanation angle(int document) {
    double[] d = frame.problem().documents()[document];
    double[] q = frame.problem().query();
    double dNorm = CosineSearch.norm(d);
    double qNorm = CosineSearch.norm(q);
    double product = CosineSearch.similarity(d, q, Metric.DOT);
    double cosine = CosineSearch.cosine(d, q);
    double degrees = frame.degrees(document);
    int number = document + 1;
    var narration =
        new Narration(
            "The angle between q and " + Words.document(document),
            dNorm == 0 || qNorm == 0
                ? "A zero vector has no direction, so there is no angle."
                : "The dot product of the two as given, divided by both lengths, is the cosine; its"
                    + " inverse is the angle. Two vectors span a plane, and in that plane the"
                    + " picture is true, however many numbers they have.",
            dNorm == 0 || qNorm == 0
                ? List.of()
                : List.of(
                    Formula.of(
                            "\\cos\\theta=\\frac{q\\cdot d_{%d}}{\\lVert q\\rVert\\lVert d_{%d}\\rVert}"
                                .formatted(number, number))
                        .is(
                            Term.quotient(
                                Term.number(product),
                                Term.product(Term.number(qNorm), Term.number(dNorm))))
                        .gives(cosine, Words.decimals(cosine))
                        .latex(),
                    "\\theta=\\arccos(%s)\\approx\\mathbf{%s^\\circ}"
                        .formatted(
                            Numbers.fixed(cosine, Words.decimals(cosine)),
                            Numbers.fixed(degrees, 1))));
    return new Explanation(
        narration, Set.of(new OfSimilarity(document), new OfNorm(document), new OfNorm(query)));
  }

  private Explanation point(int vector) {
    var map = VectorMap.of(frame.problem(), frame.search());
    double[] values = vector == query ? frame.search().unitQuery() : frame.search().unit()[vector];
    double[] place = map.components().project(values);
    int d = frame.problem().dimensions();
    var caption =
        "Its %d numbers, seen along the two directions in which the documents differ most: at (%s, %s). The two keep %.0f %% of the variance; what is near on the map may be far in truth."
            .formatted(
                d,
                Numbers.text(place[0]),
                Numbers.text(place.length > 1 ? place[1] : 0),
                100 * map.kept());
    if (vector == query) {
      return new Explanation(new Narration("The query on the map", caption), numbers(query));
    }
    double shown =
        Math.hypot(
            place[0] - map.xs()[map.query()],
            (place.length > 1 ? place[1] : 0) - map.ys()[map.query()]);
    double truth = -CosineSearch.similarity(values, frame.search().unitQuery(), Metric.EUCLIDEAN);
    var rows =
        List.of(
            List.of("distance to q on the map", Numbers.text(shown)),
            List.of("in all %d dimensions".formatted(d), Numbers.text(truth)),
            List.of(
                Words.measure(frame.problem().metric()),
                Words.similarity(frame.search().similarities()[vector], frame.problem().metric())));
    return new Explanation(
        new Narration(
            Words.document(vector) + " on the map",
            caption,
            List.of(),
            new Table(List.of("what", "value"), rows, 1)),
        Set.of(new OfSimilarity(vector)));
  }

  private Optional<Explanation> heapPlace(int place) {
    int[] heap = frame.standing().heap();
    if (place >= heap.length) {
      return Optional.empty();
    }
    var similarities = frame.search().similarities();
    var metric = frame.problem().metric();
    var rows = new ArrayList<List<String>>();
    rows.add(row("it", heap[place]));
    if (place > 0) {
      rows.add(row("parent", heap[(place - 1) / 2]));
    }
    for (int child = 2 * place + 1; child <= 2 * place + 2 && child < heap.length; child++) {
      rows.add(row("child", heap[child]));
    }
    var caption =
        "%s has %s. A parent is never better than its children, so the worst of the best is on top, where the next document meets it. The children of place p are at 2p and 2p + 1."
            .formatted(
                Words.document(heap[place]), Words.similarity(similarities[heap[place]], metric));
    return Optional.of(
        new Explanation(
            new Narration(
                "Place %d of the heap".formatted(place + 1),
                caption,
                List.of(),
                new Table(List.of("", "document", Words.measure(metric)), rows, 0)),
            Set.of(new OfSimilarity(heap[place]))));
  }

  private List<String> row(String who, int document) {
    return List.of(
        who,
        Words.document(document),
        Words.similarity(frame.search().similarities()[document], frame.problem().metric()));
  }

  private Optional<Explanation> word(int text, String word) {
    var texts = frame.problem().texts();
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    var tfIdf = texts.get().model().tfIdf();
    int term = tfIdf.term(word);
    if (term < 0) {
      return Optional.of(
          new Explanation(
              new Narration(
                  "“%s” is unknown".formatted(word),
                  "No document holds it, so nothing is known of where it points: it counts for"
                      + " nothing."),
              Set.of()));
    }
    int n = tfIdf.texts();
    int df = tfIdf.documentFrequency(term);
    var formulas = new ArrayList<String>();
    formulas.add(TextNarration.idf(n, df, tfIdf.idf(term)));
    var caption =
        "It stands in %d of %d texts. The rarer a word, the more it says.".formatted(df, n);
    if (text >= 0) {
      var source = text == query ? texts.get().query() : texts.get().model().texts().get(text);
      var words = Tokens.of(source);
      long count = words.stream().filter(word::equals).count();
      double weight = tfIdf.weights(words).at(term);
      formulas.add(
          TextNarration.weight(
              count, tfIdf.idf(term), weight == 0 ? 1 : count * tfIdf.idf(term) / weight));
      caption +=
          " Here it stands %s; count times idf is divided by the norm of all the text's weights."
              .formatted(count == 1 ? "once" : count + " times");
    }
    return Optional.of(
        new Explanation(new Narration("“%s”".formatted(word), caption, formulas), Set.of()));
  }
}
