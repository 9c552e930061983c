package dev.stepwise.compute.bpe;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
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
  /// The most words whose dictionaries are spelled out.
  static final int MOST_WORDS = 300;

  /// The frame of another step of the same run.
  BpeFrame at(Focus looking) {
    return new BpeFrame(problem, training, applied, looking);
  }

  /// Whether the dictionaries of words and of pairs are among the variables.
  boolean isSpelledOut() {
    return training.words().size() <= MOST_WORDS;
  }

  /// Where the count of a pair stands among the variables; empty where the step has not counted it,
  /// and of a corpus that is too large to be spelled out.
  public Optional<Ref> count(Pair pair) {
    return isSpelledOut()
        ? PairSums.addresses(this, List.of(pair)).stream().findFirst()
        : Optional.empty();
  }

  /// The merge that the step belongs to.
  public Optional<Merge> merge() {
    return focus.merge();
  }

  /// Whether the step belongs to the encoding.
  public boolean isEncoding() {
    return focus instanceof EncodeFocus;
  }

  /// Whether the step counts and does not know yet which pair is merged.
  public boolean isCounting() {
    return focus instanceof CountFocus.Counted || focus instanceof CountFocus.WordCounted;
  }

  /// Whether the words stand as they do between merges, so that their sizes are variables.
  public boolean isMeasured() {
    return focus instanceof SplitFocus.Split
        || focus instanceof MergeFocus.Merged
        || focus instanceof MergeFocus.Replaced
        || focus instanceof EncodeFocus.Encoded;
  }

  /// How many merges a word of the corpus has been through.
  public int applied(int word) {
    return focus instanceof MergeFocus.WordReplaced(_, int replaced) && word <= replaced
        ? applied + 1
        : applied;
  }

  /// A word of the corpus as it stands.
  public List<Symbol> symbols(int word) {
    return training.segmented(word, applied(word));
  }

  /// How many merges are in the list `merges` of the listing.
  public int learned() {
    return focus instanceof MergeFocus.WordReplaced ? applied + 1 : applied;
  }

  /// The counts that the step works with: those in which the pair of this merge is the best; while
  /// words are counted, those of the words so far; else those of the words as they stand.
  ///
  /// @param most how many rows at most
  public PairTable pairs(int most) {
    return focus instanceof CountFocus.WordCounted counting
        ? PairCounts.of(this, counting.counted(), counted()).table(most)
        : training.pairs(counted(), most);
  }

  /// After how many merges the counts of this step were taken.
  public int counted() {
    return merge().map(Merge::rank).orElse(applied);
  }

  /// What comes back of a word that is encoded with the merges by now.
  public RoundTrip roundTrip(Encoding encoding) {
    return RoundTrip.of(training, encoding, applied);
  }

  @Override
  public void prepare() {
    if (!isEncoding()) {
      pairs(PairTables.ROWS_KEPT);
    }
  }

  @Override
  public SequencedMap<String, Value> variables() {
    var variables = BpeVariables.of(this);
    focus.addTo(variables);
    return variables.values();
  }

  @Override
  public Narration narration() {
    return focus.narration(this);
  }

  @Override
  public List<Ref> written() {
    return focus.written(this);
  }

  /// Its step.
  Step<BpeFrame> step(String crumb) {
    return Step.of(focus.kind(this), crumb, this);
  }
}
