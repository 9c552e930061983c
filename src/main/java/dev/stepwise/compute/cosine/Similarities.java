package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How the documents' similarities to the query come to be: term by term, a number of the query and
/// one of the document at a time.
record Similarities(CosineFrame frame) {
  private static final int ROWS_SHOWN = 8;
  private static final int SUMMANDS_IN_ORDER = 4;

  /// The similarity of a document.
  Derivation derivation(int document) {
    var metric = metric();
    double similarity = frame.search().similarities()[document];
    int dimensions = frame.problem().dimensions();
    // Of many summands those are written that come first: the greatest.
    var places = greatest(document, dimensions <= SUMMANDS_IN_ORDER, dimensions);
    var derivation =
        Derivation.of(Ref.of("scores", document), similarity, similarity(document, places))
            .titled(
                "%s: %s %s"
                    .formatted(
                        Words.document(document),
                        Words.measure(metric),
                        Words.similarity(similarity, metric)))
            .saying(meaning(document) + largest(document))
            .symbols(symbols(document))
            .tabled(table(document));
    return Words.hasDecimals(similarity, metric)
        ? derivation.fixed(Words.decimals(similarity))
        : derivation;
  }

  /// The similarity so far, while the shares of a document are added up.
  Derivation soFar(ScoreFocus.OneTerm last) {
    var places = IntStream.rangeClosed(0, last.term()).boxed().toList();
    var numbers = places.size() == 1 ? "number" : places.size() + " numbers";
    return Derivation.of(Ref.of("scores[i]"), last.sum(frame), similarity(last.document(), places))
        .titled("The sum so far")
        .saying(
            "It is that of the first %s of the query and of %s."
                .formatted(numbers, Words.document(last.document())));
  }

  /// One number's share, added to the sum of those before it.
  Narration term(int document, int place) {
    double share = share(document, place);
    var pair = new double[] {query(place), document(document, place)};
    int digits = Columns.digits(List.of(pair), this::share);
    int count = made().added(place + 1, dimensions());
    var summed = summed(document, IntStream.range(0, Math.max(1, count)).boxed().toList());
    var caption =
        (metric() == Metric.EUCLIDEAN
                ? "The query has %s there and %s %s: squared, their difference is %s."
                : "The query has %s there and %s %s: together %s.")
            .formatted(
                Numbers.text(pair[0], digits),
                Words.document(document),
                Numbers.text(pair[1], digits),
                Numbers.text(share));
    return new Narration(
        "Number %d of %s".formatted(place + 1, Words.document(document)),
        count == place + 1
            ? "%s The sum so far is %s.%s"
                .formatted(caption, Numbers.text(summed.result()), component(place))
            : caption + made().scores(),
        count == place + 1
            ? Derivation.of(Ref.of("scores[i]"), summed.result(), summed).term(place).formulas()
            : List.of());
  }

  private String component(int place) {
    return frame
        .problem()
        .texts()
        .map(texts -> " " + Components.about(texts.model(), place))
        .orElse("");
  }

  private Operation similarity(int document, List<Integer> places) {
    var added = places.stream().filter(j -> made().added(j + 1, dimensions()) == j + 1).toList();
    if (added.isEmpty()) {
      return new Operation.Moved(Operand.count(0)); // the only number is left out
    }
    if (metric() != Metric.EUCLIDEAN) {
      var sum = summed(document, added);
      return switch (made()) {
        case MEAN_FOR_SUM -> new Operation.Quotient(Operand.of(sum), Operand.count(dimensions()));
        case OPPOSITE_IS_NEAR -> new Operation.Elementwise(Function.ABS, Operand.of(sum));
        default -> sum;
      };
    }
    if (made() == CosineMistake.ROOT_LEFT_OUT) {
      return new Operation.Elementwise(Function.NEGATE, Operand.of(summed(document, added)));
    }
    var distance = Lengths.root(added.stream().map(j -> gap(document, j)).toList());
    return new Operation.Elementwise(Function.NEGATE, Operand.of(distance));
  }

  /// The shares of some numbers, added up.
  private Operation summed(int document, List<Integer> places) {
    var lengths = new Lengths(frame);
    return metric() == Metric.EUCLIDEAN
        ? new Operation.Sum(
            places.stream().map(j -> Operand.of(new Operation.Power(gap(document, j), 2))).toList())
        : new Operation.Dot(
            places.stream().map(j -> lengths.compared(frame.queryNumber(), j)).toList(),
            places.stream().map(j -> lengths.compared(document, j)).toList());
  }

  private CosineMistake made() {
    return frame.problem().made();
  }

  private int dimensions() {
    return frame.problem().dimensions();
  }

  private Operand gap(int document, int place) {
    var lengths = new Lengths(frame);
    return Operand.of(
        new Operation.Difference(
            lengths.compared(frame.queryNumber(), place), lengths.compared(document, place)));
  }

  private String symbols(int document) {
    int number = document + 1;
    return switch (metric()) {
      case COSINE ->
          "%s_{%d}=\\hat q\\cdot\\hat d_{%d}"
              .formatted(
                  frame.isDamped(document) || frame.isMistaken() ? "s" : "\\cos\\theta",
                  number,
                  number);
      case DOT -> "q\\cdot d_{%d}".formatted(number);
      case EUCLIDEAN -> "s_{%d}=-\\lVert q-d_{%d}\\rVert".formatted(number, number);
    };
  }

  private String meaning(int document) {
    double similarity = frame.search().similarities()[document];
    var shown = Words.similarity(similarity, metric());
    if (Double.isNaN(similarity)) {
      return "One of the two is 0/0 in every place, and a sum with a NaN in it is NaN.";
    }
    if (frame.isMistaken()) {
      return mistaken(document, shown);
    }
    boolean zero = frame.norm(document) == 0 || frame.norm(frame.queryNumber()) == 0;
    if (zero && metric() != Metric.EUCLIDEAN) {
      return "One of the two is the zero vector: every product is 0, and so is the sum. There is no"
          + " angle.";
    }
    return switch (metric()) {
      case COSINE ->
          frame.isDamped(document)
              ? "The products add up to %s. That is not the cosine of the angle, which is %s: ε is not small beside these norms."
                  .formatted(shown, Words.angle(frame.degrees(document)))
              : "The products add up to %s, the cosine of an angle of %s%s."
                  .formatted(shown, Words.angle(frame.degrees(document)), direction(similarity));
      case DOT ->
          "The products add up to %s%s. A longer document gets more for the same angle."
              .formatted(shown, lengths(document));
      case EUCLIDEAN ->
          "%s the distance %s. Negated it becomes a similarity, so that more is better."
              .formatted(
                  Scaling.isSafe(Math.abs(similarity))
                      ? "The squared differences add up to %s; their root is"
                          .formatted(Columns.before(similarity * similarity, Math::sqrt))
                      : "The root of the squared differences is",
                  shown);
    };
  }

  /// What comes out of a run that makes a mistake on purpose.
  private String mistaken(int document, String shown) {
    var instead =
        metric() == Metric.COSINE && frame.hasAngle(document)
            ? " The cosine of the angle is %s."
                .formatted(
                    Words.similarity(
                        Geometry.cosine(frame.raw(document), frame.problem().query()), metric()))
            : "";
    return "The %s make %s.%s%s"
        .formatted(
            metric() == Metric.EUCLIDEAN ? "differences" : "products",
            shown,
            made().scores(),
            instead);
  }

  /// The dot product as lengths and cosine, with the digits that recompute it.
  private String lengths(int document) {
    double[] factors = {
      frame.norm(document),
      frame.norm(frame.queryNumber()),
      Geometry.cosine(frame.raw(document), frame.raw(frame.queryNumber()))
    };
    int digits = Columns.digits(List.of(factors), lengths -> lengths[0] * lengths[1] * lengths[2]);
    return ": the lengths %s and %s times the cosine %s"
        .formatted(
            Numbers.text(factors[0], digits),
            Numbers.text(factors[1], digits),
            Numbers.text(factors[2], digits));
  }

  private static String direction(double cosine) {
    if (cosine < 0) {
      return ": it points away from the query";
    }
    return cosine == 0 ? ": they have nothing in common" : "";
  }

  private String largest(int document) {
    if (frame.isMistaken()
        || dimensions() < 2
        || Double.isNaN(frame.search().similarities()[document])) {
      return "";
    }
    int most = greatest(document, false, 1).getFirst();
    double share = share(document, most);
    return share == 0
        ? ""
        : " Number %d alone %s %s."
            .formatted(
                most + 1,
                metric() == Metric.EUCLIDEAN || share > 0 ? "brings" : "takes away",
                Numbers.text(Math.abs(share)));
  }

  /// The numbers with their shares; of many those with the greatest shares.
  private Table table(int document) {
    boolean all = frame.problem().dimensions() <= ROWS_SHOWN;
    var shown = greatest(document, all, ROWS_SHOWN);
    int digits =
        Columns.digits(
            shown.stream().map(j -> new double[] {query(j), document(document, j)}).toList(),
            this::share);
    var rows =
        shown.stream()
            .map(j ->
                List.of(
                    Integer.toString(j + 1),
                    Numbers.text(query(j), digits),
                    Numbers.text(document(document, j), digits),
                    Numbers.text(share(document, j))))
            .toList();
    var share = metric() == Metric.EUCLIDEAN ? "(q − d)²" : "q × d";
    return new Table(
        List.of(all ? "number" : "greatest", "query", Words.document(document), share), rows, -1);
  }

  /// The first places, in their order or by the size of their shares.
  private List<Integer> greatest(int document, boolean inOrder, int count) {
    return IntStream.range(0, frame.problem().dimensions())
        .boxed()
        .sorted(
            inOrder
                ? Comparator.naturalOrder()
                : Comparator.comparingDouble((Integer j) -> -size(document, j)))
        .limit(count)
        .toList();
  }

  private double size(int document, int place) {
    double share = Math.abs(share(document, place));
    return Double.isNaN(share) ? 0 : share;
  }

  private double share(int document, int place) {
    return share(new double[] {query(place), document(document, place)});
  }

  private double share(double[] pair) {
    return CosineSearch.term(pair[1], pair[0], metric());
  }

  private double query(int place) {
    return frame.unit(frame.queryNumber())[place];
  }

  private double document(int document, int place) {
    return frame.unit(document)[place];
  }

  private Metric metric() {
    return frame.problem().metric();
  }
}
