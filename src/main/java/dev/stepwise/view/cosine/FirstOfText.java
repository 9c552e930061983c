package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineFrame.Focus;
import dev.stepwise.compute.cosine.CosineFrame.Focus.Part;
import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.draw.Element;
import java.util.Optional;
import java.util.stream.IntStream;

/// The first that a step wrote which makes vectors of texts: where a word is split off or weighed,
/// that word; else a component or a number.
final class FirstOfText {
  private static final int ANY_TEXT = -1;

  private FirstOfText() {}

  /// What is drawn for it; empty for a text without words.
  static Optional<Element> of(CosineFrame frame, TextModel model) {
    return switch (frame.focus()) {
      case Focus.OneText(int text, Part part) when part == Part.SPLIT -> firstWord(frame, text);
      case Focus.OneText(int text, _) -> heaviest(frame, model, text);
      case Focus.TextStage(Part part) when part == Part.SPLIT || part == Part.WEIGH ->
          mostFrequent(model);
      case Focus.TextStage(Part part) when part == Part.PROJECT ->
          heaviest(frame, model, frame.queryNumber());
      case Focus.Component(int component) ->
          model.topWords(component, 1).stream()
              .<Element>map(loading -> new CosineElement.OfWord(ANY_TEXT, loading.word()))
              .findFirst();
      default ->
          model.space().components().length == 0
              ? Optional.empty()
              : Optional.of(new CosineElement.OfComponent(0));
    };
  }

  private static String text(CosineFrame frame, int text) {
    var texts = frame.problem().texts().orElseThrow();
    return text == frame.queryNumber() ? texts.query() : texts.model().texts().get(text);
  }

  private static Optional<Element> firstWord(CosineFrame frame, int text) {
    return Tokens.of(text(frame, text)).stream()
        .<Element>map(word -> new CosineElement.OfWord(text, word))
        .findFirst();
  }

  private static Optional<Element> heaviest(CosineFrame frame, TextModel model, int text) {
    var weights = model.tfIdf().weights(Tokens.of(text(frame, text)));
    return IntStream.range(0, weights.terms().length)
        .boxed()
        .reduce((a, b) -> weights.values()[b] > weights.values()[a] ? b : a)
        .map(e -> model.tfIdf().vocabulary().get(weights.terms()[e]))
        .map(word -> new CosineElement.OfWord(text, word));
  }

  private static Optional<Element> mostFrequent(TextModel model) {
    var tfIdf = model.tfIdf();
    return IntStream.range(0, tfIdf.vocabulary().size())
        .boxed()
        .reduce((a, b) -> tfIdf.documentFrequency(b) > tfIdf.documentFrequency(a) ? b : a)
        .map(term -> new CosineElement.OfWord(ANY_TEXT, tfIdf.vocabulary().get(term)));
  }
}
