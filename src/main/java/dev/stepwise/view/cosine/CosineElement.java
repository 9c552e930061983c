package dev.stepwise.view.cosine;

import dev.stepwise.draw.Element;

/// What can be asked about on the stage of a search. Indices count from 0; vector n is the query.
public sealed interface CosineElement extends Element {
  /// A document's name; it can be pinned.
  record OfDocument(int document) implements CosineElement {}

  /// A document's similarity to the query.
  record OfSimilarity(int document) implements CosineElement {}

  /// One number of a vector.
  record OfNumber(int vector, int place) implements CosineElement {}

  /// The length of a vector.
  record OfNorm(int vector) implements CosineElement {}

  /// One number's share in a similarity.
  record OfTerm(int document, int place) implements CosineElement {}

  /// The angle between a document and the query.
  record OfAngle(int document) implements CosineElement {}

  /// A vector's point on the map.
  record OfPoint(int vector) implements CosineElement {}

  /// A place of the heap.
  record OfHeapPlace(int place) implements CosineElement {}

  /// What a word weighs in a text.
  record OfWord(int text, String word) implements CosineElement {}

  /// A component of the texts' vectors.
  record OfComponent(int component) implements CosineElement {}

  /// The query's text.
  record OfQuery() implements CosineElement {}
}
