package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The encoding of words with what was learned.
public sealed interface EncodeFocus extends Focus {
  /// Rows of a table; a long word has more merges and tokens.
  int ROWS_SHOWN = 40;

  /// One of the words to encode.
  sealed interface OfWord extends EncodeFocus {
    /// Which one.
    int index();

    /// How it is encoded.
    Encoding encoding();

    /// How many of the merges that apply have been made.
    default int stages() {
      return encoding().stages().size();
    }

    @Override
    default void addTo(BpeVariables variables) {
      variables.merges().put("word", new Value.Text(encoding().word()));
      if (encoded() > 0) {
        var stage = encoding().stages().get(stages() - 1);
        variables.put("rank", new Value.Whole(stage.rank()));
        variables.put("best", BpeVariables.pair(stage.pair()));
      }
      variables.put("tokens", BpeVariables.symbols(encoding().after(stages())));
    }

    /// The merge that the step itself makes, from 1; 0 where it makes none.
    default int encoded() {
      return 0;
    }

    @Override
    default List<Ref> written(BpeFrame frame) {
      return List.of();
    }
  }

  /// The end: everything is learned, and the words to encode are encoded.
  record Encoded(List<Encoding> encodings) implements EncodeFocus {
    private static final StepKind KIND = StepKind.of("encode").reads("merges").writes("tokens");

    @Override
    public StepKind kind(BpeFrame frame) {
      return encodings.isEmpty() ? KIND.at("learned") : KIND;
    }

    @Override
    public Narration narration(BpeFrame frame) {
      var training = frame.training();
      int merges = frame.applied();
      var learned =
          "%s learned%s; the vocabulary has %s, and a word of the corpus takes %s on average."
              .formatted(
                  Phrases.count(merges, "merge"),
                  merges < frame.problem().numMerges()
                      ? ", then no pair was left"
                          + (frame.problem().rules().pairCount() == Rules.PairCount.LAST_LEFT_OUT
                              ? " to be counted"
                              : ": every word is one token")
                      : "",
                  Phrases.count(training.vocabulary(merges), "symbol"),
                  Sizes.average(training.tokens(merges), training.words().total()));
      var why = new Sizes(frame, merges).tokensPerWord();
      if (encodings.isEmpty()) {
        return why.titled("Learned").saying(learned).narration();
      }
      var rows =
          encodings.stream()
              .map(each -> List.of(Signs.plainWord(each.word()), Signs.spaced(each.tokens())))
              .toList();
      var order =
          " To encode a word, split it and apply the merges in the order in which they were"
              + " learned, never by how often a pair occurs.";
      return why.titled("Encode " + Phrases.count(encodings.size(), "word"))
          .saying(learned + order)
          .tabled(new Table(List.of("word", "tokens"), rows, -1))
          .narration();
    }

    @Override
    public void addTo(BpeVariables variables) {
      variables.merges().sizes();
    }

    @Override
    public List<Ref> written(BpeFrame frame) {
      return BpeVariables.addresses(frame, BpeVariables.PER_WORD, BpeVariables.VOCABULARY);
    }
  }

  /// One of the words to encode.
  record WordEncoded(int index, Encoding encoding) implements OfWord {
    private static final StepKind KIND =
        StepKind.of("encode").reads("word", "merges").writes("tokens");

    @Override
    public StepKind kind(BpeFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(BpeFrame frame) {
      int applied = stages();
      var word = Signs.word(encoding.word());
      var caption =
          "Of %s, %s, in the order learned: %s becomes %s.%s"
              .formatted(
                  Phrases.count(frame.applied(), "merge"),
                  applied == 1 ? "1 applies" : Phrases.number(applied) + " apply",
                  word,
                  Signs.spaced(encoding.tokens()),
                  frame.roundTrip(encoding).losses());
      var rows = new ArrayList<List<String>>();
      for (int stage = 0; stage < Math.min(applied, ROWS_SHOWN); stage++) {
        var made = encoding.stages().get(stage);
        rows.add(
            List.of(
                Phrases.number(made.rank() + 1L),
                Signs.pair(made.pair()),
                Signs.spaced(encoding, stage + 1)));
      }
      if (applied > ROWS_SHOWN) {
        rows.add(List.of("…", "", ""));
      }
      return new Narration(
          "Encode " + word,
          caption,
          List.of(),
          new Table(List.of("merge", "pair", "tokens after it"), rows, -1));
    }
  }

  /// A moment of encoding a word: so many of the merges that apply have been made.
  record Applied(int index, Encoding encoding, int stages) implements OfWord {
    private static final StepKind SPLIT =
        StepKind.of("encode").at("encode-split").reads("word").writes("tokens");
    private static final StepKind MERGE =
        StepKind.of("encode").reads("tokens", "best").writes("tokens");

    @Override
    public StepKind kind(BpeFrame frame) {
      return stages == 0 ? SPLIT : MERGE;
    }

    @Override
    public int encoded() {
      return stages;
    }

    @Override
    public Narration narration(BpeFrame frame) {
      return stages == 0 ? split() : merged(frame);
    }

    private Narration split() {
      var next =
          encoding.stages().isEmpty()
              ? "No merge applies to it."
              : "The first merge that applies is number %s, %s."
                  .formatted(
                      Phrases.number(encoding.stages().getFirst().rank() + 1L),
                      Signs.pair(encoding.stages().getFirst().pair()));
      var word = Signs.word(encoding.word());
      return new Narration(
          "Split " + word,
          "%s starts as %s: %s. %s"
              .formatted(
                  word,
                  Signs.spaced(encoding.symbols()),
                  Phrases.count(encoding.symbols().size(), "token"),
                  next));
    }

    private Narration merged(BpeFrame frame) {
      var stage = encoding.stages().get(stages - 1);
      int previous = stages == 1 ? -1 : encoding.stages().get(stages - 2).rank();
      int skipped = stage.rank() - previous - 1;
      var between =
          skipped == 0
              ? ""
              : " %s %s %s no pair to join."
                  .formatted(
                      Phrases.count(skipped, "merge"),
                      previous < 0 ? "before it" : "between it and the one before",
                      skipped == 1 ? "finds" : "find");
      var number = Phrases.number(stage.rank() + 1L);
      return new Ranking(frame, encoding)
          .derivation(stages - 1)
          .titled("Merge %s applies to %s".formatted(number, Signs.word(encoding.word())))
          .saying(
              "Merge %s, %s, applies: %s becomes %s.%s"
                  .formatted(
                      number,
                      Signs.pair(stage.pair()),
                      Signs.spaced(encoding, stages - 1),
                      Signs.spaced(encoding, stages),
                      between))
          .narration();
    }

    @Override
    public List<Ref> written(BpeFrame frame) {
      return stages == 0 ? List.of() : List.of(Ref.of("rank"));
    }
  }

  /// The tokens of a word get their numbers.
  record Numbered(int index, Encoding encoding) implements OfWord {
    private static final StepKind KIND =
        StepKind.of("encode").at("number").reads("tokens").writes("ids");

    @Override
    public StepKind kind(BpeFrame frame) {
      return KIND;
    }

    @Override
    public Narration narration(BpeFrame frame) {
      var trip = frame.roundTrip(encoding);
      var rows = new ArrayList<List<String>>();
      for (int i = 0; i < Math.min(trip.tokens().size(), ROWS_SHOWN); i++) {
        var id = trip.ids().get(i);
        rows.add(
            List.of(
                Signs.symbol(trip.tokens().get(i)),
                id.isPresent() ? Integer.toString(id.getAsInt()) : "none"));
      }
      if (trip.tokens().size() > ROWS_SHOWN) {
        rows.add(List.of("…", ""));
      }
      return new Narration(
          "Number the tokens of " + Signs.word(encoding.word()),
          "Each token is looked up in the vocabulary. " + trip.back() + trip.losses(),
          List.of(),
          new Table(List.of("token", "id"), rows, -1));
    }

    private int[] ids(BpeFrame frame) {
      return encoding.tokens().stream()
          .mapToInt(token -> frame.training().id(token, frame.applied()).orElse(-1))
          .toArray();
    }

    @Override
    public void addTo(BpeVariables variables) {
      OfWord.super.addTo(variables);
      variables.put("ids", new Value.Labels(ids(variables.frame())));
    }

    /// A token that is unknown has no id.
    @Override
    public List<Ref> written(BpeFrame frame) {
      int[] ids = ids(frame);
      return IntStream.range(0, ids.length)
          .filter(i -> ids[i] >= 0)
          .mapToObj(i -> Ref.of("ids", i))
          .toList();
    }
  }
}
