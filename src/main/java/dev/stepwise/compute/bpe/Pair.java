package dev.stepwise.compute.bpe;

import java.util.Comparator;

/// Two symbols that stand side by side in a word.
///
/// @param left the symbol that comes first
/// @param right the symbol after it
public record Pair(Symbol left, Symbol right) {

  /// Left symbols first, then right ones, each in the order of their code points.
  public static final Comparator<Pair> BY_CODE_POINTS =
      Comparator.comparing(Pair::left).thenComparing(Pair::right);

  /// The symbol that the two become.
  public Symbol merged() {
    return left.joined(right);
  }
}
