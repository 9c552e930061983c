package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Optional;

/// A merge, and the replacing of its pair.
public sealed interface MergeFocus extends Focus {

  /// The merge.
  Merge made();

  @Override
  default Optional<Merge> merge() {
    return Optional.of(made());
  }

  /// A whole merge; the words have been through it.
  record Merged(Merge made) implements MergeFocus {
    private static final StepKind KIND = StepKind.of("merge").reads("words", "counts");

    @Override
    public StepKind kind(BpeFrame frame) {
      return frame.isSpelledOut() ? KIND.writes("counts", "best", "words") : KIND.writes("best");
    }

    @Override
    public Narration narration(BpeFrame frame) {
      var rival =
          made.isTie()
              ? "%s, as often as %s; %s. "
                  .formatted(
                      Phrases.times(made.count()),
                      others(),
                      PairSums.rule(frame.problem().rules().tieBreak()))
              : "%s, more often than any other pair. ".formatted(Phrases.times(made.count()));
      return new PairSums(frame)
          .best(made)
          .titled(
              "Merge %s joins %s and %s"
                  .formatted(
                      Phrases.number(made.number()),
                      Signs.symbol(made.pair().left()),
                      Signs.symbol(made.pair().right())))
          .saying("%s occurs %s".formatted(Signs.pair(made.pair()), rival) + outcome(made, frame))
          .tabled(Table.NONE)
          .then(new Sizes(frame, made.number()).tokensPerWord().formula().orElseThrow())
          .narration();
    }

    private String others() {
      var rival = made.rival().orElseThrow();
      return made.ties() == 2
          ? Signs.pair(rival.pair())
          : "%s and %s"
              .formatted(Signs.pair(rival.pair()), Phrases.count(made.ties() - 2L, "other pair"));
    }

    @Override
    public void addTo(BpeVariables variables) {
      variables.words().merges().counts().best().sizes();
    }

    @Override
    public List<Ref> written(BpeFrame frame) {
      return BpeVariables.addresses(
          frame,
          BpeVariables.GREATEST,
          BpeVariables.LENGTH,
          BpeVariables.PER_WORD,
          BpeVariables.VOCABULARY);
    }
  }

  /// The pair, replaced in every word; the words have been through it.
  record Replaced(Merge made) implements MergeFocus {
    private static final StepKind KIND =
        StepKind.of("replace")
            .reads("words", "best")
            .writes("words", "merges", BpeVariables.LEARNED);

    @Override
    public StepKind kind(BpeFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(BpeFrame frame) {
      int changed = frame.training().changedWords(made.rank()).size();
      var caption =
          "%s becomes the symbol %s in %s. %s%s"
              .formatted(
                  Signs.pair(made.pair()),
                  Signs.symbol(made.symbol()),
                  Phrases.count(changed, "different word"),
                  outcome(made, frame),
                  difference(frame.problem().rules()));
      return new Sizes(frame, made.number())
          .tokensPerWord()
          .titled("Replace the pair")
          .saying(caption)
          .narration();
    }

    /// Why the tokens did not fall by the count.
    private String difference(Rules rules) {
      if (made.replaced() == made.count()) {
        return "";
      }
      if (rules.replacement() == Replacement.FIRST_ONLY && made.replaced() < made.count()) {
        return " They fall by %s, not by the count of %s: in each word only the first place was replaced."
            .formatted(Phrases.number(made.replaced()), Phrases.number(made.count()));
      }
      if (rules.pairCount() != PairCount.EVERY_OCCURRENCE && made.replaced() > made.count()) {
        return " They fall by %s, not by the count of %s: %s."
            .formatted(
                Phrases.number(made.replaced()),
                Phrases.number(made.count()),
                missed(rules.pairCount()));
      }
      if (rules.replacement() == Replacement.TEXT && made.replaced() > made.count()) {
        return " They fall by %s, more than the count of %s: replacing text also joined symbols that only end and begin like the pair."
            .formatted(Phrases.number(made.replaced()), Phrases.number(made.count()));
      }
      return " They fall by %s only, although the pair was counted %s: occurrences that overlap share a symbol, and it can be used up once."
          .formatted(Phrases.number(made.replaced()), Phrases.times(made.count()));
    }

    private static String missed(PairCount pairCount) {
      return switch (pairCount) {
        case UNWEIGHTED -> "the count forgets how often each word occurs";
        case DIFFERENT_WORDS -> "the count is one of different words";
        case LAST_LEFT_OUT -> "the last pair of each word was not counted";
        default -> "counting once per word missed the rest";
      };
    }

    @Override
    public void addTo(BpeVariables variables) {
      variables.words().merges().counts().best().sizes();
    }

    @Override
    public List<Ref> written(BpeFrame frame) {
      return BpeVariables.addresses(
          frame, BpeVariables.LENGTH, BpeVariables.PER_WORD, BpeVariables.VOCABULARY);
    }
  }

  /// The pair, replaced in one word and in those before it.
  record WordReplaced(Merge made, int word) implements MergeFocus {
    private static final StepKind KIND =
        StepKind.of("replace").reads("word", "best").writes("merged");

    @Override
    public StepKind kind(BpeFrame frame) {
      boolean text = frame.problem().rules().replacement() == Replacement.TEXT;
      return KIND.at(text ? "replace-text" : "join");
    }

    @Override
    public Narration narration(BpeFrame frame) {
      var words = frame.training().words();
      var name = Signs.word(words.word(word));
      var before = before(frame);
      var after = frame.symbols(word);
      var caption =
          "In %s, %s becomes %s: %s fewer, and the word occurs %s.%s"
              .formatted(
                  name,
                  Signs.spaced(before),
                  Signs.spaced(after),
                  Phrases.count(before.size() - after.size(), "token"),
                  Phrases.times(words.frequency(word)),
                  surprise(frame));
      return new Sizes(frame, made.number())
          .shortened(this)
          .titled("Replace in " + name)
          .saying(caption)
          .narration();
    }

    /// What is not as the count made one expect.
    private String surprise(BpeFrame frame) {
      int held = held(frame);
      int fewer = fewer(frame);
      if (frame.problem().rules().replacement() == Replacement.TEXT && held < fewer) {
        return " The text “%s %s” was found where the pair is not: at the end of one symbol and the beginning of the next."
            .formatted(Signs.symbol(made.pair().left()), Signs.symbol(made.pair().right()));
      }
      if (frame.problem().rules().replacement() == Replacement.FIRST_ONLY && fewer < held) {
        return " The pair stood there %s, but only the first place was replaced."
            .formatted(Phrases.times(held));
      }
      boolean right = frame.problem().rules().replacement() == Replacement.FROM_THE_RIGHT;
      return overlaps(frame)
          ? " The pair stood there %s, but its occurrences overlap; from the %s, each symbol is used once."
              .formatted(Phrases.times(held), right ? "right" : "left")
          : "";
    }

    /// The word before the merge.
    List<Symbol> before(BpeFrame frame) {
      return frame.training().segmented(word, made.rank());
    }

    /// By how many its tokens become fewer.
    int fewer(BpeFrame frame) {
      return before(frame).size() - frame.symbols(word).size();
    }

    private int held(BpeFrame frame) {
      return PairCount.EVERY_OCCURRENCE.occurrences(before(frame), made.pair());
    }

    /// Whether occurrences of the pair overlap, so that not every one is replaced.
    boolean overlaps(BpeFrame frame) {
      return frame.problem().rules().replacement() != Replacement.FIRST_ONLY
          && fewer(frame) < held(frame);
    }

    @Override
    public void addTo(BpeVariables variables) {
      var frame = variables.frame();
      var before = before(frame);
      var after = frame.symbols(word);
      variables
          .words()
          .merges()
          .counts()
          .best()
          .put("word", BpeVariables.symbols(before))
          .put("merged", BpeVariables.symbols(after))
          .put(BpeVariables.BEFORE, new Value.Whole(before.size()))
          .put(BpeVariables.AFTER, new Value.Whole(after.size()));
    }

    @Override
    public List<Ref> written(BpeFrame frame) {
      return List.of(Ref.of(BpeVariables.AFTER));
    }

    @Override
    public Optional<Integer> wordInSight() {
      return Optional.of(word);
    }
  }

  /// What a merge does to the words and to the vocabulary.
  private static String outcome(Merge merge, BpeFrame frame) {
    int before = frame.training().vocabulary(merge.rank());
    var vocabulary =
        merge.again()
            ? "the vocabulary stays at %s, because %s had been made before"
                .formatted(Phrases.count(before, "symbol"), Signs.symbol(merge.symbol()))
            : "the vocabulary grows from %s to %s symbols"
                .formatted(Phrases.number(before), Phrases.number(merge.vocabulary()));
    return "The words go from %s to %s, and %s."
        .formatted(
            Phrases.number(merge.tokens() + merge.replaced()),
            Phrases.count(merge.tokens(), "token"),
            vocabulary);
  }
}
