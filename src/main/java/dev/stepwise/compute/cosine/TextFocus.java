package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.text.SparseVector;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;

/// The way from texts to vectors.
public sealed interface TextFocus extends Focus {

  /// The parts of that way.
  enum Part {
    /// Texts are split into words.
    SPLIT,
    /// The words are weighed.
    WEIGH,
    /// The weights are reduced to a few components.
    REDUCE,
    /// The query goes the same way.
    PROJECT
  }

  /// Texts became vectors.
  record Vectorised() implements TextFocus {
    private static final StepKind KIND =
        StepKind.of("vectors").at("project").reads("texts").writes("D", "q");

    @Override
    public StepKind kind(CosineFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      var model = Weights.of(frame).model();
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

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      addStage(variables, frame, Part.REDUCE);
    }
  }

  /// A stage of that, for all texts.
  record TextStage(Part part) implements TextFocus {
    private static final StepKind SPLIT = StepKind.of("split").reads("texts").writes("vocabulary");
    private static final StepKind WEIGH =
        StepKind.of("weigh").reads("texts", "vocabulary", "idf").writes("A");
    private static final StepKind REDUCE =
        StepKind.of("reduce").reads("A").writes("sigma", "V", "D");
    private static final StepKind PROJECT = StepKind.of("project").reads("V", "idf").writes("q");

    @Override
    public StepKind kind(CosineFrame frame) {
      return switch (part) {
        case SPLIT -> SPLIT;
        case WEIGH -> WEIGH;
        case REDUCE -> REDUCE;
        case PROJECT -> PROJECT;
      };
    }

    @Override
    public Narration narration(CosineFrame frame) {
      var model = Weights.of(frame).model();
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
                Components.table(model));
        case PROJECT -> projected(frame);
      };
    }

    private static Narration projected(CosineFrame frame) {
      var texts = Weights.of(frame).texts();
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
                      Components.named(texts.model(), most));
      return new Narration(
          "The query becomes a vector",
          caption,
          List.of("q=V a_q=\\mathbf{%s}".formatted(Words.vector(query))));
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      addStage(variables, frame, part);
      if (part == Part.PROJECT) {
        var weights = Weights.of(frame);
        variables.put("a", new Value.Vector(weights.dense(frame.queryNumber())));
      }
    }

    /// Of the weights those of words that a text has.
    @Override
    public List<Ref> written(CosineFrame frame) {
      if (part != Part.WEIGH) {
        return TextFocus.super.written(frame);
      }
      var weights = Weights.of(frame);
      var written = new ArrayList<Ref>();
      for (int text = 0; weights.areWrittenOut() && text < frame.problem().count(); text++) {
        for (int term : weights.row(text).terms()) {
          written.add(Ref.of("A", text, term));
        }
      }
      return written;
    }
  }

  /// A text split into words, or weighed.
  ///
  /// @param text which; n for the query's
  record OneText(int text, Part part) implements TextFocus, Focus.OnVector {
    private static final StepKind SPLIT =
        StepKind.of("text").at("words").reads("text").writes("words");
    private static final StepKind WEIGHED =
        StepKind.of("weights").at("weighed").reads("words", "vocabulary", "idf").writes("a");

    @Override
    public StepKind kind(CosineFrame frame) {
      return part == Part.SPLIT ? SPLIT : WEIGHED;
    }

    @Override
    public int vector() {
      return text;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      return part == Part.SPLIT ? split(frame) : weighed(frame);
    }

    private Narration split(CosineFrame frame) {
      var source = Weights.of(frame).text(text);
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

    private Narration weighed(CosineFrame frame) {
      var all = Weights.of(frame);
      var tfIdf = all.model().tfIdf();
      var unknown =
          all.words(text).stream().filter(word -> tfIdf.term(word) < 0).distinct().toList();
      var weights = all.row(text);
      var name = Words.name(text, frame.queryNumber());
      if (weights.terms().length == 0) {
        return new Narration(
            "No weight in " + name,
            "None of its words stands in the documents, so every weight is 0, and so is its"
                + " vector.");
      }
      int heaviest = Weights.heaviestFirst(weights).getFirst();
      int term = weights.terms()[heaviest];
      var word = tfIdf.vocabulary().get(term);
      int df = tfIdf.documentFrequency(term);
      var caption =
          "%s %s: %s of %d %s %s.%s"
              .formatted(
                  quoted(word),
                  weighing(weights, heaviest),
                  df,
                  all.model().texts().size(),
                  df == 1 ? "texts has" : "texts have",
                  isAlone(weights, heaviest) ? "it" : quoted(word),
                  unknown.isEmpty()
                      ? ""
                      : " No document holds %s, so %s for nothing."
                          .formatted(
                              unknown.stream()
                                  .map(OneText::quoted)
                                  .collect(Collectors.joining(" or ")),
                              unknown.size() == 1 ? "it counts" : "they count"));
      return all.weight(Ref.of("a", term), text, term)
          .titled("What the words of %s weigh".formatted(name))
          .saying(caption)
          .tabled(all.table(text))
          .narration();
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
              .formatted(
                  Phrases.count(asHeavy(weights, weight) - 1, "other"), Numbers.text(weight));
    }

    private static boolean isAlone(SparseVector weights, int heaviest) {
      return asHeavy(weights, weights.values()[heaviest]) == 1;
    }

    private static long asHeavy(SparseVector weights, double weight) {
      return Arrays.stream(weights.values()).filter(other -> other == weight).count();
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      var weights = Weights.of(frame);
      variables.put("text", new Value.Text(weights.text(text)));
      variables.put("words", texts(weights.words(text)));
      if (part == Part.WEIGH) {
        variables.put("vocabulary", texts(weights.model().tfIdf().vocabulary()));
        variables.put("idf", new Value.Vector(weights.idf()));
        variables.put("a", new Value.Vector(weights.dense(text)));
      }
    }

    /// The weights of its words, the heaviest first.
    @Override
    public List<Ref> written(CosineFrame frame) {
      if (part == Part.SPLIT) {
        return List.of();
      }
      var row = Weights.of(frame).row(text);
      return Weights.heaviestFirst(row).stream().map(e -> Ref.of("a", row.terms()[e])).toList();
    }
  }

  /// A component of the truncated decomposition.
  record Component(int component) implements TextFocus {
    private static final StepKind KIND = StepKind.of("component").reads("A", "V").writes("V");

    @Override
    public StepKind kind(CosineFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(CosineFrame frame) {
      return new Components(Weights.of(frame)).singularValue(component).narration();
    }

    @Override
    public void addTo(Map<String, Value> variables, CosineFrame frame) {
      addStage(variables, frame, Part.REDUCE);
    }

    /// Its loadings, the greatest first.
    @Override
    public List<Ref> written(CosineFrame frame) {
      double[] loadings = Weights.of(frame).model().space().components()[component];
      return IntStream.range(0, loadings.length)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer term) -> -Math.abs(loadings[term])))
          .map(term -> Ref.of("V", component, term))
          .toList();
    }
  }

  private static void addStage(Map<String, Value> variables, CosineFrame frame, Part part) {
    var weights = Weights.of(frame);
    var model = weights.model();
    variables.put("texts", texts(model.texts()));
    variables.put("vocabulary", texts(model.tfIdf().vocabulary()));
    if (part == Part.SPLIT) {
      return;
    }
    variables.put("idf", new Value.Vector(weights.idf()));
    if (weights.areWrittenOut()) {
      var rows = IntStream.range(0, model.rows().size()).mapToObj(weights::dense);
      variables.put("A", new Value.Matrix(rows.toArray(double[][]::new)));
    }
    if (part != Part.WEIGH) {
      variables.put("sigma", new Value.Vector(model.space().singularValues()));
      variables.put("V", new Value.Matrix(model.space().components()));
    }
  }

  private static Value texts(List<String> texts) {
    return new Value.Many(texts.stream().<Value>map(Value.Text::new).toList());
  }
}
