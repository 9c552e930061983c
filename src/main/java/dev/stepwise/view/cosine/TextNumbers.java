package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.TextFocus;
import dev.stepwise.compute.cosine.TextFocus.Part;
import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.Element;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is drawn for the numbers of words: the word, in its text or in all of them.
final class TextNumbers {
  private static final int ANY_TEXT = -1;

  private TextNumbers() {}

  /// What is drawn for a weight, a rarity or a loading.
  static Element drawn(CosineFrame frame, Ref ref) {
    int term = ref.index(ref.indices().size() - 1);
    int text =
        switch (ref.variable()) {
          case "A" -> ref.index(0);
          case "a" ->
              frame.focus() instanceof TextFocus.OneText(int weighed, _)
                  ? weighed
                  : frame.queryNumber();
          default -> ANY_TEXT;
        };
    return new CosineElement.OfWord(text, model(frame).tfIdf().vocabulary().get(term));
  }

  /// Where asking for reasons begins while texts are split or weighed: with a word, which is no
  /// number, or with the most frequent one; empty at other steps.
  static Optional<Element> firstWord(CosineFrame frame) {
    return switch (frame.focus()) {
      case TextFocus.OneText(int text, Part part) when part == Part.SPLIT ->
          Tokens.of(text(frame, text)).stream()
              .<Element>map(word -> new CosineElement.OfWord(text, word))
              .findFirst();
      case TextFocus.TextStage(Part part) when part == Part.SPLIT || part == Part.WEIGH ->
          mostFrequent(model(frame));
      default -> Optional.empty();
    };
  }

  private static Optional<Element> mostFrequent(TextModel model) {
    var tfIdf = model.tfIdf();
    return IntStream.range(0, tfIdf.vocabulary().size())
        .boxed()
        .min(Comparator.comparingInt(term -> -tfIdf.documentFrequency(term)))
        .map(term -> new CosineElement.OfWord(ANY_TEXT, tfIdf.vocabulary().get(term)));
  }

  private static String text(CosineFrame frame, int text) {
    var texts = frame.problem().texts().orElseThrow();
    return frame.isQuery(text) ? texts.query() : texts.model().texts().get(text);
  }

  private static TextModel model(CosineFrame frame) {
    return frame.problem().texts().orElseThrow().model();
  }
}
