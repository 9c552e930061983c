package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Parameter;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Standing;
import java.util.List;
import java.util.SequencedMap;

/// What a scenario of BPE may hold, each declared once.
final class BpeParameters {
  private static final int MOST_MERGES = 1_000_000;

  static final Input<String> CORPUS = Input.text("corpus", "Text");
  static final Input<SequencedMap<String, Long>> WORDS = Input.words("words", "Words");
  static final Input<List<String>> ENCODE = Input.strings("encode", "Words to encode");

  static final Parameter<Integer> NUM_MERGES =
      Parameter.count("num_merges", "Merges", 0, MOST_MERGES)
          .otherwise(10)
          .standing(Standing.PROMINENT);
  static final Parameter<TieBreak> TIE_BREAK =
      Parameter.choice("tie_break", "Tie", TieBreak.values(), TieBreak::word, TieBreak.FIRST_SEEN)
          .standing(Standing.PROMINENT)
          .hint(
              "Which of equally frequent pairs is merged: the one met first in the text, or the one"
                  + " that sorts first.");
  static final Parameter<String> MARKER =
      Parameter.choice(
              "marker",
              "End of word",
              new String[] {Rules.END_OF_WORD, ""},
              word -> word,
              Rules.END_OF_WORD)
          .hint(
              "The symbol put after every word. Without it, nothing tells a token at the end of a"
                  + " word from the same letters inside one.");
  static final Parameter<PairCount> PAIR_COUNT =
      Parameter.choice(
              "pair_count",
              "Count pairs",
              new PairCount[] {PairCount.EVERY_OCCURRENCE, PairCount.ONCE_PER_WORD},
              PairCount::word,
              PairCount.EVERY_OCCURRENCE)
          .hint(
              "every-occurrence: each place where a pair stands counts. once-per-word shows a"
                  + " mistake: banana counts (a, n) once, though it holds it twice.")
          .variant(PairCount.ONCE_PER_WORD, "a pair counted once per word");
  static final Parameter<Replacement> REPLACE =
      Parameter.choice(
              "replace",
              "Replace",
              new Replacement[] {Replacement.SYMBOLS, Replacement.TEXT},
              Replacement::word,
              Replacement.SYMBOLS)
          .hint(
              "symbols: two neighbouring symbols become one. text shows a mistake: the text of the"
                  + " pair is replaced wherever one symbol ends like its left half and the next"
                  + " begins like its right half, and so joins other symbols too.")
          .variant(Replacement.TEXT, "text replaced, not symbols");

  static final Parameter<BpeMistake> MISTAKE =
      Mistakes.parameter(BpeMistake.values(), BpeMistake::id, BpeMistake::title, BpeMistake.NONE);

  static final Schema SCHEMA =
      Schema.of(
          List.of(CORPUS, WORDS, ENCODE),
          List.of(NUM_MERGES, TIE_BREAK, MARKER, PAIR_COUNT, REPLACE, MISTAKE));

  private BpeParameters() {}
}
