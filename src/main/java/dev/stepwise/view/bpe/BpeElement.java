package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.draw.Element;

/// What can be asked about on the stage of BPE. Indices count from 0.
public sealed interface BpeElement extends Element {
  /// How often a word of the corpus occurs.
  record OfFrequency(int word) implements BpeElement {}

  /// A token of a word of the corpus.
  record OfToken(int word, int position) implements BpeElement {}

  /// What a word of the corpus adds to the count of the pair of this step.
  record OfGain(int word) implements BpeElement {}

  /// The count of a pair.
  record OfPair(Pair pair) implements BpeElement {}

  /// A merge of the timeline.
  record OfMerge(int rank) implements BpeElement {}

  /// The tokens per word, or the size of the vocabulary, after so many merges.
  record OfSize(int merges) implements BpeElement {}

  /// A token of a word that is encoded.
  record OfEncoded(int word, int position) implements BpeElement {}

  /// A merge that applies to a word that is encoded.
  record OfStage(int word, int stage) implements BpeElement {}

  /// What the tokens of an encoded word give when they are put together.
  record OfDecoded(int word) implements BpeElement {}
}
