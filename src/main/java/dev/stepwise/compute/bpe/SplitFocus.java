package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The splitting of the words into their symbols.
public sealed interface SplitFocus extends Focus {

  /// Every word, split.
  record Split() implements SplitFocus {
    private static final StepKind KIND = StepKind.of("split").reads("corpus");

    @Override
    public StepKind kind(BpeFrame frame) {
      boolean text = frame.problem().corpus().text().isPresent();
      return KIND.at(text ? "read" : "words")
          .writes(frame.isSpelledOut() ? "words" : BpeVariables.DIFFERENT);
    }

    @Override
    public Narration narration(BpeFrame frame) {
      var words = frame.training().words();
      var rules = frame.problem().rules();
      var end =
          rules.marksEnds()
              ? "and %s is put after it".formatted(rules.marker())
              : "without a marker at its end";
      var caption =
          "The corpus has %s, %s of them different. Each different word is written down once with its frequency, split into its characters, %s: %s of %s."
              .formatted(
                  Phrases.count(words.total(), "word"),
                  Phrases.number(words.size()),
                  end,
                  Phrases.count(frame.training().tokens(0), "token"),
                  Phrases.count(frame.training().vocabulary(0), "different symbol"));
      return new Sizes(frame, 0)
          .tokensPerWord()
          .titled("Split the words")
          .saying(caption + literalMarker(frame))
          .narration();
    }

    /// What letters that look like the marker do in the listing, which joins texts.
    private static String literalMarker(BpeFrame frame) {
      var words = frame.training().words();
      boolean literal =
          frame.problem().rules().marksEnds()
              && IntStream.range(0, words.size())
                  .anyMatch(word -> words.word(word).contains(Rules.END_OF_WORD));
      return literal
          ? " The text itself has the letters “%1$s”. Here they are never taken for the end of a word; the Python listing, which joins texts, cannot tell them from it once they are merged, so it may count otherwise."
              .formatted(Rules.END_OF_WORD)
          : "";
    }

    @Override
    public void addTo(BpeVariables variables) {
      variables.corpus().words().sizes();
    }

    @Override
    public List<Ref> written(BpeFrame frame) {
      return BpeVariables.addresses(
          frame,
          frame.isSpelledOut() ? BpeVariables.FREQUENCIES : BpeVariables.DIFFERENT,
          BpeVariables.LENGTH,
          BpeVariables.PER_WORD,
          BpeVariables.VOCABULARY);
    }
  }

  /// One word, split.
  record WordSplit(int word) implements SplitFocus {
    private static final StepKind KIND =
        StepKind.of("split").reads("word", "marker").writes("words");

    @Override
    public StepKind kind(BpeFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(BpeFrame frame) {
      var words = frame.training().words();
      var symbols = frame.symbols(word);
      var name = Signs.word(words.word(word));
      return new Narration(
          "Split " + name,
          "%s occurs %s. It becomes %s: %s."
              .formatted(
                  name,
                  Phrases.times(words.frequency(word)),
                  Signs.spaced(symbols),
                  Phrases.count(symbols.size(), "token")));
    }

    @Override
    public void addTo(BpeVariables variables) {
      var words = variables.frame().training().words();
      variables
          .words()
          .put("word", new Value.Text(words.word(word)))
          .put("n", new Value.Whole(words.frequency(word)));
    }

    @Override
    public List<Ref> written(BpeFrame frame) {
      return List.of(frame.isSpelledOut() ? Ref.of(BpeVariables.FREQUENCIES, word) : Ref.of("n"));
    }

    @Override
    public Optional<Integer> wordInSight() {
      return Optional.of(word);
    }
  }
}
