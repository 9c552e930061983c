package dev.stepwise.view.cosine;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.cosine.CosineDerivations;
import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.compute.cosine.Geometry;
import dev.stepwise.compute.cosine.TextFocus;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Answers "why?" for what is drawn of a search. Angles and places on the map are of the picture
/// alone, so that their words stand here; all other arithmetic is that of the derivations, also of
/// numbers that are drawn before the step has all of their variable.
final class CosineExplainer {
  private static final int MOST_LIT = 128;

  private final CosineFrame frame;
  private final CosineDerivations derivations;
  private final Function<Ref, Element> drawn;
  private final int query;

  /// @param drawn what is drawn for the number at an address
  CosineExplainer(CosineFrame frame, Function<Ref, Element> drawn) {
    this.frame = frame;
    this.derivations = new CosineDerivations(frame);
    this.drawn = drawn;
    this.query = frame.queryNumber();
  }

  Optional<Explanation> explain(CosineElement asked) {
    return switch (asked) {
      case OfSimilarity(int document) -> explained(derivations.score(document));
      case OfDocument(int document) -> explained(document(document));
      case OfNumber(int vector, int place) -> explained(derivations.number(vector, place));
      case OfNorm(int vector) -> explained(derivations.norm(vector));
      case OfTerm(int document, int place) ->
          Optional.of(
              new Explanation(
                  derivations.term(document, place),
                  Set.of(new OfNumber(query, place), new OfNumber(document, place))));
      case OfAngle(int document) -> Optional.of(angle(document));
      case OfPoint(int vector) -> Optional.of(point(vector));
      case OfHeapPlace(int place) ->
          place < frame.standing().heap().length
              ? explained(derivations.heap(place, 0))
              : Optional.empty();
      case OfWord(int text, String word) -> word(text, word);
      case OfComponent(int component) -> explained(derivations.component(component));
      case OfQuery _ ->
          Optional.of(
              new Explanation(
                  new TextFocus.OneText(query, TextFocus.Part.WEIGH).narration(frame),
                  numbersOfQuery()));
    };
  }

  private Optional<Explanation> explained(Derivation derivation) {
    return Optional.of(Explanation.of(derivation, drawn));
  }

  /// A document that has its place is asked why it stands there, another how similar it is.
  private Derivation document(int document) {
    var standing = frame.standing();
    return IntStream.range(0, standing.placed())
        .filter(place -> standing.order()[place] == document)
        .boxed()
        .flatMap(place -> Stream.of(Ref.of("ranking", place), Ref.of("ranking[:k]", place)))
        .flatMap(ref -> derivations.of(ref).stream())
        .findFirst()
        .orElseGet(() -> derivations.score(document));
  }

  private Set<Element> numbersOfQuery() {
    return IntStream.range(0, Math.min(MOST_LIT, frame.problem().dimensions()))
        .mapToObj(place -> new OfNumber(query, place))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Explanation> word(int text, String word) {
    var texts = frame.problem().texts();
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    int term = texts.get().model().tfIdf().term(word);
    if (term < 0) {
      return Optional.of(
          new Explanation(
              new Narration(
                  "“%s” is unknown".formatted(word),
                  "No document holds it, so nothing is known of where it points: it counts for"
                      + " nothing."),
              Set.of()));
    }
    if (text >= 0) {
      return explained(derivations.weight(text, term));
    }
    return explained(
        frame.focus() instanceof TextFocus.Component(int component)
            ? derivations.loading(component, term)
            : derivations.idf(term));
  }

  private Explanation angle(int document) {
    double[] d = frame.problem().documents()[document];
    double[] q = frame.problem().query();
    double dNorm = Geometry.norm(d);
    double qNorm = Geometry.norm(q);
    double product = CosineSearch.similarity(d, q, Metric.DOT);
    double cosine = Geometry.cosine(d, q);
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
      return new Explanation(new Narration("The query on the map", caption), numbersOfQuery());
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
}
