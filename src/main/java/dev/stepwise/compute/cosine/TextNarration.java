package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.cosine.CosineFrame.Focus.Part;
import dev.stepwise.compute.cosine.CosineProblem.Source;
import dev.stepwise.compute.cosine.text.SparseVector;
import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;

/// What the steps say in which texts become vectors.
public final class TextNarration {
  private static final int ROWS_SHOWN = 12;
  private static final int WORDS_NAMED = 4;
  private static final int WORDS_IN_TABLE = 2;

  private TextNarration() {}

  private static Source.Texts texts(CosineFrame frame) {
    return frame
        .problem()
        .texts()
        .orElseThrow(() -> new IllegalStateException("the documents are no texts"));
  }

  private static String text(CosineFrame frame, int text) {
    var texts = texts(frame);
    return text == frame.queryNumber() ? texts.query() : texts.model().texts().get(text);
  }

  /// All of it.
  static Narration vectorised(CosineFrame frame) {
    var model = texts(frame).model();
    return new Narration(
        model.texts().size() == 1
            ? "1 text becomes a vector"
            : "%s become vectors".formatted(Phrases.count(model.texts().size(), "text")),
        "Each text is weighed by its words, %s in all, and reduced to %s. The query goes the same way. Words that stand in the same texts share a component, so texts can be near each other without sharing a word."
            .formatted(
                Phrases.count(model.tfIdf().vocabulary().size(), "different word"),
                Phrases.count(frame.problem().dimensions(), "number")),
        List.of(
            "\\text{text}\\to a\\in\\mathbb{R}^{%d}\\to d=Va\\in\\mathbb{R}^{%d}"
                .formatted(model.tfIdf().vocabulary().size(), frame.problem().dimensions())));
  }

  /// A stage of it, for all texts.
  static Narration stage(CosineFrame frame, Part part) {
    var model = texts(frame).model();
    int words = model.tfIdf().vocabulary().size();
    int n = model.texts().size();
    return switch (part) {
      case SPLIT ->
          new Narration(
              "Split texts into words",
              "Lower case, words as Unicode has them in every script, without %d stop words that say nothing about a topic. %s %s."
                  .formatted(
                      Tokens.STOP_WORDS.size(),
                      n == 1 ? "1 text uses" : Phrases.count(n, "text") + " use",
                      Phrases.count(words, "different word")));
      case WEIGH ->
          new Narration(
              "Weigh the words",
              "A word counts as often as it stands in the text, times its rarity: idf is 1 for a word that %s %s for one that a single text uses. Each row is then divided by its norm."
                  .formatted(
                      n == 1 ? "the text uses, and" : "all %d texts use and".formatted(n),
                      Numbers.text(FastMath.log((1.0 + n) / 2) + 1)),
              List.of(
                  "A_{i,w}=\\frac{\\text{count}_{i,w}\\cdot\\text{idf}_w}{\\lVert\\cdot\\rVert},\\quad\\text{idf}_w=\\ln\\frac{1+%d}{1+\\text{df}_w}+1"
                      .formatted(n)));
      case REDUCE ->
          new Narration(
              "Keep %s".formatted(Phrases.count(frame.problem().dimensions(), "component")),
              "The singular value decomposition finds the directions along which the %d×%d weights vary most. The first %d keep %.0f %% of the squared weights; each document becomes its %d coordinates along them."
                  .formatted(
                      n,
                      words,
                      frame.problem().dimensions(),
                      100 * model.space().kept(),
                      frame.problem().dimensions()),
              List.of(
                  "A=U\\Sigma V^{\\top},\\quad D=A\\,V_{1..%d}"
                      .formatted(frame.problem().dimensions())),
              components(model));
      case PROJECT -> projected(frame);
    };
  }

  private static Table components(TextModel model) {
    var rows =
        IntStream.range(0, Math.min(ROWS_SHOWN, model.space().components().length))
            .mapToObj(c ->
                List.of(
                    Integer.toString(c + 1),
                    Numbers.text(model.space().singularValues()[c]),
                    named(model, c, WORDS_IN_TABLE)))
            .toList();
    return new Table(List.of("component", "σ", "greatest words"), rows, -1);
  }

  private static String named(TextModel model, int component) {
    return named(model, component, WORDS_NAMED);
  }

  private static String named(TextModel model, int component, int words) {
    return model.topWords(component, words).stream()
        .map(loading -> (loading.loading() < 0 ? "−" : "") + loading.word())
        .collect(Collectors.joining(", "));
  }

  /// What a component is about, in a sentence.
  static String aboutComponent(TextModel model, int component) {
    return "Component %d is about %s.".formatted(component + 1, named(model, component));
  }

  /// The words of a text.
  public static Narration split(CosineFrame frame, int text) {
    var source = text(frame, text);
    var words = Tokens.of(source);
    int stop = Tokens.stopWords(source);
    var caption =
        "%s has %s%s: %s."
            .formatted(
                Words.quote(source),
                Phrases.count(words.size(), "word"),
                stop == 0 ? "" : " besides " + Phrases.count(stop, "stop word"),
                words.isEmpty() ? "nothing is left" : String.join(", ", words));
    return new Narration("The words of " + Words.name(text, frame.queryNumber()), caption);
  }

  /// The weights of a text's words.
  public static Narration weighed(CosineFrame frame, int text) {
    var model = texts(frame).model();
    var words = Tokens.of(text(frame, text));
    var unknown = words.stream().filter(word -> model.tfIdf().term(word) < 0).distinct().toList();
    var weights = model.tfIdf().weights(words);
    var name = Words.name(text, frame.queryNumber());
    if (weights.terms().length == 0) {
      return new Narration(
          "No weight in " + name,
          "None of its words stands in the documents, so every weight is 0, and so is its vector.");
    }
    int heaviest = heaviest(weights);
    var word = model.tfIdf().vocabulary().get(weights.terms()[heaviest]);
    int df = model.tfIdf().documentFrequency(weights.terms()[heaviest]);
    var caption =
        "%s %s: %s of %d %s %s.%s"
            .formatted(
                quoted(word),
                weighing(weights, heaviest),
                df,
                model.texts().size(),
                df == 1 ? "texts has" : "texts have",
                isAlone(weights, heaviest) ? "it" : quoted(word),
                unknown.isEmpty()
                    ? ""
                    : " No document holds %s, so %s for nothing."
                        .formatted(
                            unknown.stream()
                                .map(TextNarration::quoted)
                                .collect(Collectors.joining(" or ")),
                            unknown.size() == 1 ? "it counts" : "they count"));
    return new Narration(
        "What the words of %s weigh".formatted(name),
        caption,
        weightFormulas(model, words, weights, heaviest),
        weightTable(model, words, weights, heaviest));
  }

  private static String quoted(String word) {
    return "“" + word + "”";
  }

  /// How a word stands to the others of its text: alone, ahead or together with some.
  private static String weighing(SparseVector weights, int heaviest) {
    double weight = weights.values()[heaviest];
    if (weights.values().length == 1) {
      return "is its only known word and weighs " + Numbers.text(weight);
    }
    return isAlone(weights, heaviest)
        ? "weighs most with " + Numbers.text(weight)
        : "and %s weigh most, %s each"
            .formatted(Phrases.count(asHeavy(weights, weight) - 1, "other"), Numbers.text(weight));
  }

  private static boolean isAlone(SparseVector weights, int heaviest) {
    return asHeavy(weights, weights.values()[heaviest]) == 1;
  }

  private static long asHeavy(SparseVector weights, double weight) {
    return Arrays.stream(weights.values()).filter(other -> other == weight).count();
  }

  private static int heaviest(SparseVector weights) {
    int heaviest = 0;
    for (int e = 1; e < weights.values().length; e++) {
      heaviest = weights.values()[e] > weights.values()[heaviest] ? e : heaviest;
    }
    return heaviest;
  }

  private static List<String> weightFormulas(
      TextModel model, List<String> words, SparseVector weights, int entry) {
    int term = weights.terms()[entry];
    long count = count(model, words, term);
    double raw = count * model.tfIdf().idf(term);
    return List.of(
        idf(model.texts().size(), model.tfIdf().documentFrequency(term), model.tfIdf().idf(term)),
        weight(count, model.tfIdf().idf(term), raw / weights.values()[entry]));
  }

  /// The inverse document frequency of a word.
  ///
  /// @param texts how many there are
  /// @param holders how many of them hold the word
  public static String idf(int texts, int holders, double idf) {
    var quotient =
        Term.quotient(
            Term.sum(Term.count(1), Term.count(texts)),
            Term.sum(Term.count(1), Term.count(holders)));
    return Formula.of("\\text{idf}")
        .is(Term.sum(Term.apply(Function.LN, quotient), Term.count(1)))
        .gives(idf)
        .latex();
  }

  /// The weight of a word in a text.
  ///
  /// @param norm of all the text's counts times idf
  public static String weight(long count, double idf, double norm) {
    return Formula.of("a")
        .is(Term.quotient(Term.product(Term.count(count), Term.number(idf)), Term.number(norm)))
        .gives(count * idf / norm)
        .latex();
  }

  private static long count(TextModel model, List<String> words, int term) {
    var word = model.tfIdf().vocabulary().get(term);
    return words.stream().filter(word::equals).count();
  }

  private static Table weightTable(
      TextModel model, List<String> words, SparseVector weights, int heaviest) {
    var shown =
        IntStream.range(0, weights.terms().length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer e) -> -weights.values()[e]))
            .limit(ROWS_SHOWN)
            .toList();
    var rows =
        shown.stream()
            .map(e ->
                List.of(
                    model.tfIdf().vocabulary().get(weights.terms()[e]),
                    Long.toString(count(model, words, weights.terms()[e])),
                    Integer.toString(model.tfIdf().documentFrequency(weights.terms()[e])),
                    Numbers.text(model.tfIdf().idf(weights.terms()[e])),
                    Numbers.text(weights.values()[e])))
            .toList();
    return new Table(
        List.of("word", "count", "df", "idf", "weight"), rows, shown.indexOf(heaviest));
  }

  /// A component.
  public static Narration component(CosineFrame frame, int component) {
    var model = texts(frame).model();
    var rows =
        model.topWords(component, ROWS_SHOWN).stream()
            .map(loading -> List.of(loading.word(), Numbers.text(loading.loading())))
            .toList();
    double sigma = model.space().singularValues()[component];
    return new Narration(
        "Component %d".formatted(component + 1),
        "%s A text has much of it if it uses the words with large positive loadings, and little or less than nothing with negative ones. Its singular value is %s."
            .formatted(aboutComponent(model, component), Numbers.text(sigma)),
        List.of(
            "d_{i,%d}=\\textstyle\\sum_w A_{i,w}V_{%d,w},\\quad\\sigma_{%d}=\\mathbf{%s}"
                .formatted(component + 1, component + 1, component + 1, Numbers.latex(sigma))),
        new Table(List.of("word", "loading"), rows, -1));
  }

  /// One coordinate of a text's vector.
  ///
  /// @param text which; n for the query
  public static Narration coordinate(CosineFrame frame, int text, int component) {
    var model = texts(frame).model();
    var weights = model.tfIdf().weights(Tokens.of(text(frame, text)));
    var loadings = model.space().components()[component];
    var shown =
        IntStream.range(0, weights.terms().length)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer e) -> -Math.abs(weights.values()[e] * loadings[weights.terms()[e]])))
            .toList();
    int digits =
        Columns.digits(
            shown.stream()
                .limit(ROWS_SHOWN)
                .map(e -> new double[] {weights.values()[e], loadings[weights.terms()[e]]})
                .toList(),
            pair -> pair[0] * pair[1]);
    var rows =
        shown.stream()
            .limit(ROWS_SHOWN)
            .map(e ->
                List.of(
                    model.tfIdf().vocabulary().get(weights.terms()[e]),
                    Numbers.text(weights.values()[e], digits),
                    Numbers.text(loadings[weights.terms()[e]], digits),
                    Numbers.text(weights.values()[e] * loadings[weights.terms()[e]])))
            .toList();
    var summands =
        shown.stream()
            .map(e -> Term.product(weights.values()[e], loadings[weights.terms()[e]]))
            .toList();
    double value = weights.dot(loadings);
    var variable =
        Formula.of("%s_{%d}".formatted(text == frame.queryNumber() ? "q" : "d", component + 1));
    var name = Words.name(text, frame.queryNumber());
    return new Narration(
        "Number %d of %s".formatted(component + 1, name),
        "The weights of its words times their loadings, added up. "
            + aboutComponent(model, component),
        List.of(
            (summands.isEmpty() ? variable : variable.is(Words.sum(summands)))
                .gives(value)
                .latex()),
        new Table(List.of("word", "weight", "loading", "product"), rows, -1));
  }

  private static Narration projected(CosineFrame frame) {
    var texts = texts(frame);
    var words = Tokens.of(texts.query());
    long known = words.stream().filter(word -> texts.model().tfIdf().term(word) >= 0).count();
    double[] query = frame.problem().query();
    int most = 0;
    for (int c = 1; c < query.length; c++) {
      most = Math.abs(query[c]) > Math.abs(query[most]) ? c : most;
    }
    var caption =
        known == 0
            ? "None of the words of %s stands in the documents, so its vector is zero."
                .formatted(Words.quote(texts.query()))
            : "%s is weighed and projected like the documents; %d of its %s %s known. It has most of component %d: %s."
                .formatted(
                    Words.quote(texts.query()),
                    known,
                    Phrases.count(words.size(), "word"),
                    known == 1 ? "is" : "are",
                    most + 1,
                    named(texts.model(), most));
    return new Narration(
        "The query becomes a vector",
        caption,
        List.of("q=V a_q=\\mathbf{%s}".formatted(Words.vector(query))));
  }
}
