package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.Symbol;

/// How the chip of a token looks: by how it came to be.
final class Styles {
  private Styles() {}

  /// The style of a token of the corpus.
  ///
  /// @param merges how many merges there have been
  static Chip.Style of(Pen pen, Symbol token, int merges) {
    return pen.frame()
        .training()
        .madeBy(token, merges)
        .map(merge -> Chip.made(pen.look(), merge.rank()))
        .orElseGet(() -> Chip.plain(pen.look()));
  }

  /// The style of a token that is encoded, which may be unknown.
  static Chip.Style encoded(Pen pen, Symbol token, int merges) {
    return pen.frame().training().id(token, merges).isPresent()
        ? of(pen, token, merges)
        : Chip.unknown(pen.look());
  }
}
