package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.view.Sheet;

/// How the chip of a token looks: by how it came to be.
final class Styles {
  private Styles() {}

  /// The style of a token of the corpus.
  ///
  /// @param merges how many merges there have been
  static Chip.Style of(Sheet<BpeFrame> sheet, Symbol token, int merges) {
    return sheet
        .frame()
        .training()
        .madeBy(token, merges)
        .map(merge -> Chip.made(sheet.look(), merge.rank()))
        .orElseGet(() -> Chip.plain(sheet.look()));
  }

  /// The style of a token that is encoded, which may be unknown.
  static Chip.Style encoded(Sheet<BpeFrame> sheet, Symbol token, int merges) {
    return sheet.frame().training().id(token, merges).isPresent()
        ? of(sheet, token, merges)
        : Chip.unknown(sheet.look());
  }
}
