package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.cosine.CosineProblem.Source;
import dev.stepwise.compute.cosine.text.SparseVector;
import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How the weights of words come to be, and the vectors of texts from them. Text n is the query.
record Weights(CosineFrame frame, Source.Texts texts) {
  /// A larger matrix of weights is not written out.
  private static final long MOST_WEIGHTS = 1_000_000;

  private static final int ROWS_SHOWN = 12;
  private static final int PRODUCTS_SHOWN = 8;

  /// Of a frame whose documents are texts.
  static Weights of(CosineFrame frame) {
    return new Weights(
        frame,
        frame
            .problem()
            .texts()
            .orElseThrow(() -> new IllegalStateException("the documents are no texts")));
  }

  TextModel model() {
    return texts.model();
  }

  String text(int text) {
    return frame.isQuery(text) ? texts.query() : model().texts().get(text);
  }

  List<String> words(int text) {
    return frame.isQuery(text) ? Tokens.of(texts.query()) : model().bags().get(text);
  }

  /// What the words of a text weigh.
  SparseVector row(int text) {
    return frame.isQuery(text) ? model().weights(texts.query()) : model().rows().get(text);
  }

  /// Whether the matrix of all weights is small enough to be a variable.
  boolean areWrittenOut() {
    return (long) model().rows().size() * model().tfIdf().vocabulary().size() <= MOST_WEIGHTS;
  }

  /// The weights of a text, those of words that it does not have too.
  double[] dense(int text) {
    var row = row(text);
    var dense = new double[model().tfIdf().vocabulary().size()];
    for (int e = 0; e < row.terms().length; e++) {
      dense[row.terms()[e]] = row.values()[e];
    }
    return dense;
  }

  double[] idf() {
    var idf = new double[model().tfIdf().vocabulary().size()];
    Arrays.setAll(idf, model().tfIdf()::idf);
    return idf;
  }

  /// The places of a text's words in its row, the heaviest word first.
  static List<Integer> heaviestFirst(SparseVector row) {
    return IntStream.range(0, row.terms().length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer e) -> -row.values()[e]))
        .toList();
  }

  /// The inverse document frequency of a word.
  ///
  /// @param term its place in the vocabulary
  Derivation idf(int term) {
    int n = model().texts().size();
    int df = model().tfIdf().documentFrequency(term);
    var quotient = new Operation.Quotient(onePlus(n), onePlus(df));
    var logarithm = new Operation.Elementwise(Function.LN, Operand.of(quotient));
    return Derivation.of(
            Ref.of("idf", term),
            model().tfIdf().idf(term),
            new Operation.Sum(List.of(Operand.of(logarithm), Operand.count(1))))
        .titled("“%s”".formatted(model().tfIdf().vocabulary().get(term)))
        .saying("It stands in %d of %d texts. The rarer a word, the more it says.".formatted(df, n))
        .symbols("\\text{idf}");
  }

  private static Operand onePlus(long count) {
    return Operand.of(new Operation.Sum(List.of(Operand.count(1), Operand.count(count))));
  }

  /// What a word weighs in a text: its count there times its idf, divided by the norm of all such.
  ///
  /// @param ref where the weight stands
  Derivation weight(Ref ref, int text, int term) {
    var words = words(text);
    var row = row(text);
    var variables = frame.variables();
    var products =
        Arrays.stream(row.terms())
            .mapToObj(each -> Operand.of(raw(variables, words, each)))
            .toList();
    var norm =
        products.isEmpty()
            ? Operand.count(1)
            : Operand.named("\\lVert a\\rVert", Lengths.root(products));
    long count = count(words, term);
    var rarity = idf(term);
    return Derivation.of(
            ref,
            row.at(term),
            new Operation.Quotient(Operand.of(raw(variables, words, term)), norm))
        .titled(rarity.title())
        .saying(
            "%s Here it stands %s; count times idf is divided by the norm of all the text's weights."
                .formatted(rarity.sentence(), Phrases.times(count)))
        .symbols("a")
        .then(rarity.formula().orElseThrow());
  }

  /// A word's count times its idf.
  private Operation raw(Map<String, Value> variables, List<String> words, int term) {
    return new Operation.Product(
        List.of(
            Operand.count(count(words, term)),
            known(variables, Ref.of("idf", term), model().tfIdf().idf(term))));
  }

  private long count(List<String> words, int term) {
    var word = model().tfIdf().vocabulary().get(term);
    return words.stream().filter(word::equals).count();
  }

  /// The words of a text with their weights, the heaviest first.
  Table table(int text) {
    var words = words(text);
    var row = row(text);
    var tfIdf = model().tfIdf();
    var rows =
        heaviestFirst(row).stream()
            .limit(ROWS_SHOWN)
            .map(e -> {
              int term = row.terms()[e];
              return List.of(
                  tfIdf.vocabulary().get(term),
                  Long.toString(count(words, term)),
                  Integer.toString(tfIdf.documentFrequency(term)),
                  Numbers.text(tfIdf.idf(term)),
                  Numbers.text(row.values()[e]));
            })
            .toList();
    return new Table(
        List.of("word", "count", "df", "idf", "weight"), rows, rows.isEmpty() ? -1 : 0);
  }

  /// One number of a text's vector: the weights of its words times their loadings.
  ///
  /// @param ref where it stands
  Derivation coordinate(Ref ref, int text, int component) {
    var variables = frame.variables();
    var row = row(text);
    double[] loadings = model().space().components()[component];
    var places =
        IntStream.range(0, row.terms().length)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer e) -> -Math.abs(row.values()[e] * loadings[row.terms()[e]])))
            .toList();
    var product =
        new Operation.Dot(
            places.stream()
                .map(e -> weightOf(variables, text, row.terms()[e], row.values()[e]))
                .toList(),
            places.stream().map(e -> loading(variables, component, row.terms()[e])).toList());
    return Derivation.of(ref, frame.raw(text)[component], product)
        .titled("Number %d of %s".formatted(component + 1, Words.name(text, frame.queryNumber())))
        .saying(
            "The weights of its words times their loadings, added up. "
                + Components.about(model(), component))
        .symbols("%s_{%d}".formatted(frame.isQuery(text) ? "q" : "d", component + 1))
        .tabled(products(row, loadings, places));
  }

  private Table products(SparseVector row, double[] loadings, List<Integer> places) {
    var shown = places.stream().limit(PRODUCTS_SHOWN).toList();
    int digits =
        Columns.digits(
            shown.stream()
                .map(e -> new double[] {row.values()[e], loadings[row.terms()[e]]})
                .toList(),
            pair -> pair[0] * pair[1]);
    var rows =
        shown.stream()
            .map(e ->
                List.of(
                    model().tfIdf().vocabulary().get(row.terms()[e]),
                    Numbers.text(row.values()[e], digits),
                    Numbers.text(loadings[row.terms()[e]], digits),
                    Numbers.text(row.values()[e] * loadings[row.terms()[e]])))
            .toList();
    return new Table(List.of("word", "weight", "loading", "product"), rows, -1);
  }

  /// A weight, where the frame has it.
  Operand weightOf(Map<String, Value> variables, int text, int term, double value) {
    if (frame.isQuery(text)) {
      return known(variables, Ref.of("a", term), value);
    }
    return known(variables, Ref.of("A", text, term), value);
  }

  private Operand loading(Map<String, Value> variables, int component, int term) {
    return known(
        variables, Ref.of("V", component, term), model().space().components()[component][term]);
  }

  /// A number where it stands among the variables; else the number alone.
  static Operand known(Map<String, Value> variables, Ref ref, double value) {
    return ref.in(variables).isPresent() ? Operand.at(ref, value) : Operand.constant(value);
  }
}
