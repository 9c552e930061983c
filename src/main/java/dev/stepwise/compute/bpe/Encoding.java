package dev.stepwise.compute.bpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How a word is encoded: split into symbols, then each merge that applies, in the order in which
/// the merges were learned.
///
/// No list of tokens is kept for a merge, which would take the square of the word's length: for
/// each seam between two symbols, it is kept which merge closes it.
public final class Encoding {
  private static final int OPEN = Integer.MAX_VALUE;

  private final String word;
  private final List<Symbol> symbols;
  private final List<Stage> stages;
  private final int[] closedBy;

  /// A merge that applied.
  ///
  /// @param rank of the merge, from 0
  /// @param pair what was merged
  public record Stage(int rank, Pair pair) {}

  /// @param word what is encoded
  /// @param symbols the word before any merge
  /// @param stages the merges that applied, in their order
  /// @param closedBy for each seam the stage that closes it, from 0; [#OPEN] where it stays
  private Encoding(String word, List<Symbol> symbols, List<Stage> stages, int[] closedBy) {
    this.word = word;
    this.symbols = symbols;
    this.stages = List.copyOf(stages);
    this.closedBy = closedBy;
  }

  /// Notes what happens to a word while it is encoded.
  static final class Notes {
    private final String word;
    private final List<Symbol> symbols;
    private final List<Stage> stages = new ArrayList<>();
    private final int[] closedBy;

    Notes(String word, List<Symbol> symbols) {
      this.word = word;
      this.symbols = symbols;
      closedBy = new int[Math.max(0, symbols.size() - 1)];
      Arrays.fill(closedBy, OPEN);
    }

    /// A merge applies; the seams noted after this are closed by it.
    void stage(int rank, Pair pair) {
      stages.add(new Stage(rank, pair));
    }

    /// The seam after a symbol of the word that is only split.
    void closed(int symbol) {
      closedBy[symbol] = stages.size() - 1;
    }

    Encoding encoding() {
      return new Encoding(word, symbols, stages, closedBy);
    }
  }

  /// What is encoded.
  public String word() {
    return word;
  }

  /// The word before any merge.
  public List<Symbol> symbols() {
    return symbols;
  }

  /// The merges that applied, in their order; at least one token less after each.
  public List<Stage> stages() {
    return stages;
  }

  /// The word after the first so many merges that applied.
  public List<Symbol> after(int merges) {
    return after(merges, Integer.MAX_VALUE);
  }

  /// The first so many tokens of that, at the cost of these alone.
  public List<Symbol> after(int merges, int most) {
    var tokens = new ArrayList<Symbol>();
    var letters = new StringBuilder();
    for (int i = 0; i < symbols.size() && tokens.size() < most; i++) {
      letters.append(symbols.get(i).letters());
      if (i == closedBy.length || closedBy[i] >= merges) {
        tokens.add(new Symbol(letters.toString(), symbols.get(i).endsWord()));
        letters.setLength(0);
      }
    }
    return List.copyOf(tokens);
  }

  /// How many tokens the word has after the first so many merges that applied.
  public int size(int merges) {
    int size = symbols.size();
    for (int stage : closedBy) {
      size -= stage < merges ? 1 : 0;
    }
    return size;
  }

  /// How many of the merges that applied are among the first so many learned.
  int stagesWithin(int learned) {
    int low = 0;
    int high = stages.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stages.get(middle).rank() < learned) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The same with those merges alone that are among the first so many learned.
  Encoding within(int learned) {
    int kept = stagesWithin(learned);
    if (kept == stages.size()) {
      return this;
    }
    int[] closed = Arrays.stream(closedBy).map(stage -> stage < kept ? stage : OPEN).toArray();
    return new Encoding(word, symbols, stages.subList(0, kept), closed);
  }

  /// What the word becomes.
  public List<Symbol> tokens() {
    return after(stages.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Encoding encoding
        && word.equals(encoding.word)
        && symbols.equals(encoding.symbols)
        && stages.equals(encoding.stages)
        && Arrays.equals(closedBy, encoding.closedBy);
  }

  @Override
  public int hashCode() {
    return 31 * word.hashCode() + stages.hashCode();
  }

  @Override
  public String toString() {
    return word + " → " + tokens();
  }
}
