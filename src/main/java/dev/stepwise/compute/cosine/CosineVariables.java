package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineFrame.Focus;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.text.SparseVector;
import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The variables of the listing at a step.
final class CosineVariables {
  /// A larger matrix of weights is not written out.
  private static final long MOST_WEIGHTS = 1_000_000;

  private final SequencedMap<String, Value> variables = new LinkedHashMap<>();
  private final CosineFrame frame;
  private final int n;

  private CosineVariables(CosineFrame frame) {
    this.frame = frame;
    this.n = frame.problem().count();
  }

  static SequencedMap<String, Value> of(CosineFrame frame) {
    var all = new CosineVariables(frame);
    frame.problem().texts().ifPresent(texts -> all.addTexts(texts.model(), texts.query()));
    all.addVectors();
    all.addSelection();
    return all.variables;
  }

  private void addTexts(TextModel model, String query) {
    switch (frame.focus()) {
      case Focus.OneText(int text, var part) -> {
        var words = text == n ? Tokens.of(query) : model.bags().get(text);
        variables.put("text", new Value.Text(text == n ? query : model.texts().get(text)));
        variables.put("words", words(words));
        if (part == Focus.Part.WEIGH) {
          var row = text == n ? model.weights(query) : model.rows().get(text);
          variables.put("vocabulary", words(model.tfIdf().vocabulary()));
          variables.put("idf", idf(model));
          variables.put("a", new Value.Vector(dense(row, model)));
        }
      }
      case Focus.TextStage(var part) -> addStage(model, part);
      case Focus.Component _, Focus.Vectorised _ -> addStage(model, Focus.Part.REDUCE);
      default -> {}
    }
  }

  private void addStage(TextModel model, Focus.Part part) {
    variables.put("texts", words(model.texts()));
    variables.put("vocabulary", words(model.tfIdf().vocabulary()));
    if (part == Focus.Part.SPLIT) {
      return;
    }
    variables.put("idf", idf(model));
    int terms = model.tfIdf().vocabulary().size();
    if ((long) n * terms <= MOST_WEIGHTS) {
      var weights = model.rows().stream().map(row -> dense(row, model)).toArray(double[][]::new);
      variables.put("A", new Value.Matrix(weights));
    }
    if (part != Focus.Part.WEIGH) {
      variables.put("sigma", new Value.Vector(model.space().singularValues()));
      variables.put("V", new Value.Matrix(model.space().components()));
    }
  }

  private static Value words(List<String> texts) {
    return new Value.Many(texts.stream().<Value>map(Value.Text::new).toList());
  }

  private static Value idf(TextModel model) {
    var idf = new double[model.tfIdf().vocabulary().size()];
    Arrays.setAll(idf, model.tfIdf()::idf);
    return new Value.Vector(idf);
  }

  private static double[] dense(SparseVector row, TextModel model) {
    var dense = new double[model.tfIdf().vocabulary().size()];
    for (int e = 0; e < row.terms().length; e++) {
      dense[row.terms()[e]] = row.values()[e];
    }
    return dense;
  }

  private void addVectors() {
    var problem = frame.problem();
    var known = frame.known();
    if (known.vectors() >= n) {
      variables.put("D", new Value.Matrix(problem.documents()));
    }
    if (known.vectors() > n) {
      variables.put("q", new Value.Vector(problem.query()));
    }
    if (problem.metric() == Metric.COSINE) {
      if (known.norms() >= n) {
        variables.put("norms", new Value.Vector(frame.search().norms()));
      }
      if (known.norms() > n) {
        variables.put("q_norm", new Value.Scalar(frame.search().queryNorm()));
        variables.put("eps", new Value.Scalar(problem.epsilon()));
      }
      if (known.units() >= n) {
        variables.put("U", new Value.Matrix(frame.search().unit()));
      }
      if (known.units() > n) {
        variables.put("u", new Value.Vector(frame.search().unitQuery()));
      }
    }
    if (known.scored() == n) {
      variables.put("scores", new Value.Vector(frame.search().similarities()));
    }
    addFocus();
  }

  private void addFocus() {
    var search = frame.search();
    switch (frame.focus()) {
      case Focus.OneNorm(int i) when i < n -> {
        variables.put("D[i]", new Value.Vector(frame.problem().documents()[i]));
        variables.put("norms[i]", new Value.Scalar(search.norms()[i]));
      }
      case Focus.OneNormalised(int i) when i < n -> {
        variables.put("norms[i]", new Value.Scalar(search.norms()[i]));
        variables.put("U[i]", new Value.Vector(search.unit()[i]));
      }
      case Focus.OneScored(int i) -> {
        putDocument(i);
        variables.put("scores[i]", new Value.Scalar(search.similarities()[i]));
      }
      case Focus.OneTerm(int i, int j) -> {
        putDocument(i);
        double sum =
            CosineSearch.sumOfTerms(
                search.unit()[i], search.unitQuery(), j + 1, frame.problem().metric());
        variables.put("scores[i]", new Value.Scalar(sum));
      }
      default -> {}
    }
  }

  private void putDocument(int i) {
    boolean cosine = frame.problem().metric() == Metric.COSINE;
    variables.put("i", new Value.Whole(i));
    variables.put(cosine ? "U[i]" : "D[i]", new Value.Vector(frame.search().unit()[i]));
  }

  private void addSelection() {
    var standing = frame.standing();
    int k = frame.problem().k();
    switch (frame.focus()) {
      case Focus.Selected _, Focus.Found _ -> {
        variables.put("k", new Value.Whole(k));
        if (frame.problem().selection() == CosineProblem.Selection.SORT) {
          variables.put("ranking", new Value.Labels(frame.search().ranking()));
        }
        variables.put("ranking[:k]", new Value.Labels(Arrays.copyOf(frame.search().ranking(), k)));
      }
      case Focus.Inserted _, Focus.Compared _ ->
          variables.put(
              "ranking", new Value.Labels(Arrays.copyOf(standing.order(), standing.placed())));
      case Focus.Offered(int document, _, _) -> putHeap(document);
      case Focus.HeapChanged(int document, _, _, _, _) -> putHeap(document);
      case Focus.Popped _ -> variables.put("heap", heap());
      default -> {}
    }
  }

  private void putHeap(int document) {
    variables.put("k", new Value.Whole(frame.problem().k()));
    variables.put("i", new Value.Whole(document));
    variables.put("score", new Value.Scalar(frame.search().similarities()[document]));
    variables.put("heap", heap());
  }

  /// As the listing keeps it: pairs of similarity and negated index.
  private Value heap() {
    var similarities = frame.search().similarities();
    var pairs =
        Arrays.stream(frame.standing().heap())
            .<Value>mapToObj(i -> new Value.Vector(new double[] {similarities[i], -i}))
            .toList();
    return new Value.Many(pairs);
  }
}
