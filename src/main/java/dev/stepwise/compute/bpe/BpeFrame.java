package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What BPE shows at a step: how many merges the words have been through, and what the step looks
/// at. Words and counts are asked of the training, which answers the same however far it has got
/// meanwhile.
///
/// @param problem the words and rules
/// @param training what has been learned
/// @param applied how many merges the words have been through; while a merge is replaced word by
///   word, without that merge
/// @param focus what the step looks at
public record BpeFrame(BpeProblem problem, Training training, int applied, Focus focus)
    implements Frame {

  /// What a step looks at. Words are numbered in the order of their first appearance, from 0.
  public sealed interface Focus {
    /// Every word, split into its symbols.
    record Split() implements Focus {}

    /// One word, split.
    record WordSplit(int word) implements Focus {}

    /// A whole merge; the words have been through it.
    record Merged(Merge merge) implements Focus {}

    /// The pairs of all words, counted.
    record Counted(Merge merge) implements Focus {}

    /// The pairs of one word, added to the counts.
    ///
    /// @param words those that are counted in this run, in their order
    /// @param position of the word among them
    record WordCounted(Merge merge, List<Integer> words, int position) implements Focus {
      /// The word.
      public int word() {
        return words.get(position);
      }
    }

    /// The most frequent pair.
    record Chosen(Merge merge) implements Focus {}

    /// The pair, replaced in every word; the words have been through it.
    record Replaced(Merge merge) implements Focus {}

    /// The pair, replaced in one word and in those before it.
    record WordReplaced(Merge merge, int word) implements Focus {}

    /// The end: everything is learned, and the words to encode are encoded.
    record Encoded(List<Encoding> encodings) implements Focus {}

    /// One of the words to encode.
    ///
    /// @param index which one
    record WordEncoded(int index, Encoding encoding) implements Focus {}

    /// A moment of encoding a word: so many of the merges that apply have been made.
    record Applied(int index, Encoding encoding, int stages) implements Focus {}

    /// The tokens of a word get their numbers.
    record Numbered(int index, Encoding encoding) implements Focus {}
  }

  /// The merge that the step belongs to.
  public Optional<Merge> merge() {
    return switch (focus) {
      case Focus.Merged(var merge) -> Optional.of(merge);
      case Focus.Counted(var merge) -> Optional.of(merge);
      case Focus.WordCounted(var merge, _, _) -> Optional.of(merge);
      case Focus.Chosen(var merge) -> Optional.of(merge);
      case Focus.Replaced(var merge) -> Optional.of(merge);
      case Focus.WordReplaced(var merge, _) -> Optional.of(merge);
      default -> Optional.empty();
    };
  }

  /// Whether the step belongs to the encoding.
  public boolean isEncoding() {
    return switch (focus) {
      case Focus.Encoded _, Focus.WordEncoded _, Focus.Applied _, Focus.Numbered _ -> true;
      default -> false;
    };
  }

  /// How many merges a word of the corpus has been through.
  public int applied(int word) {
    return focus instanceof Focus.WordReplaced(_, int replaced) && word <= replaced
        ? applied + 1
        : applied;
  }

  /// A word of the corpus as it stands.
  public List<Symbol> symbols(int word) {
    return training.segmented(word, applied(word));
  }

  /// How many merges are in the list `merges` of the listing.
  public int learned() {
    return focus instanceof Focus.WordReplaced ? applied + 1 : applied;
  }

  /// The counts that the step works with: those in which the pair of this merge is the best; while
  /// words are counted, those of the words so far; else those of the words as they stand.
  ///
  /// @param most how many rows at most
  public PairTable pairs(int most) {
    return switch (focus) {
      case Focus.WordCounted(var merge, var words, int position) ->
          PairCounts.of(this, words.subList(0, position + 1), merge.rank()).table(most);
      case Focus.Split _, Focus.WordSplit _ -> training.pairs(0, most);
      default -> training.pairs(counted(), most);
    };
  }

  /// After how many merges the counts of this step were taken.
  public int counted() {
    return merge().map(Merge::rank).orElse(applied);
  }

  @Override
  public void prepare() {
    if (!isEncoding()) {
      pairs(PairTables.ROWS_KEPT);
    }
  }

  @Override
  public SequencedMap<String, Value> variables() {
    return BpeVariables.of(this);
  }
}
