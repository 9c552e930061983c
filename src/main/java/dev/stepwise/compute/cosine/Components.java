package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the components of texts are about, and the equations that their numbers fulfil: the
/// decomposition finds a direction that the weights, applied to it and back, only stretch, by σ².
///
/// @param weights of the texts
record Components(Weights weights) {
  private static final int ROWS_SHOWN = 12;
  private static final int WORDS_NAMED = 4;
  private static final int WORDS_IN_TABLE = 2;

  /// What a component is about, in a sentence.
  static String about(TextModel model, int component) {
    return "Component %d is about %s.".formatted(component + 1, named(model, component));
  }

  /// Its greatest words.
  static String named(TextModel model, int component) {
    return named(model, component, WORDS_NAMED);
  }

  private static String named(TextModel model, int component, int words) {
    return model.topWords(component, words).stream()
        .map(loading -> (loading.loading() < 0 ? "−" : "") + loading.word())
        .collect(Collectors.joining(", "));
  }

  /// All components, a line each.
  static Table table(TextModel model) {
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

  /// The singular value of a component: how long the texts' numbers along it are together.
  Derivation singularValue(int component) {
    var model = weights.model();
    var variables = weights.frame().variables();
    double sigma = model.space().singularValues()[component];
    double[][] documents = weights.frame().problem().documents();
    var numbers =
        Operand.list(
            documents.length,
            i -> Weights.known(variables, Ref.of("D", i, component), documents[i][component]));
    var rows =
        model.topWords(component, ROWS_SHOWN).stream()
            .map(loading -> List.of(loading.word(), Numbers.text(loading.loading())))
            .toList();
    return Derivation.of(Ref.of("sigma", component), sigma, Lengths.root(numbers))
        .titled("Component %d".formatted(component + 1))
        .saying(
            "%s A text has much of it if it uses the words with large positive loadings, and little or less than nothing with negative ones. Its singular value, %s, is the length of the column of the texts' numbers along it."
                .formatted(about(model, component), Numbers.text(sigma)))
        .symbols(
            "\\sigma_{%d}=\\lVert D_{\\cdot,%d}\\rVert".formatted(component + 1, component + 1))
        .tabled(new Table(List.of("word", "loading"), rows, -1));
  }

  /// The loading of a word on a component.
  ///
  /// @param term its place in the vocabulary
  Derivation loading(int component, int term) {
    var model = weights.model();
    var variables = weights.frame().variables();
    double[][] documents = weights.frame().problem().documents();
    var ofTexts = new ArrayList<Operand>();
    var coordinates = new ArrayList<Operand>();
    for (int i = 0; i < documents.length; i++) {
      double weight = model.rows().get(i).at(term);
      if (weight != 0) {
        ofTexts.add(weights.weightOf(variables, i, term, weight));
        coordinates.add(
            Weights.known(variables, Ref.of("D", i, component), documents[i][component]));
      }
    }
    var sigma =
        Weights.known(
            variables, Ref.of("sigma", component), model.space().singularValues()[component]);
    return Derivation.of(
            Ref.of("V", component, term),
            model.space().components()[component][term],
            new Operation.Quotient(
                Operand.of(new Operation.Dot(ofTexts, coordinates)),
                Operand.of(new Operation.Power(sigma, 2))))
        .titled(
            "The loading of “%s” on component %d"
                .formatted(model.tfIdf().vocabulary().get(term), component + 1))
        .saying(
            "The decomposition seeks loadings that fit the texts' numbers: the weights of the word"
                + " in the texts times what these texts have of the component, added up, over σ². "
                + about(model, component))
        .symbols("V_{%d}".formatted(component + 1));
  }
}
