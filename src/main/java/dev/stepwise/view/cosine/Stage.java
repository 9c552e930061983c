package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.HeapFocus;
import dev.stepwise.compute.cosine.ScoreFocus;
import dev.stepwise.compute.cosine.TextFocus;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Spots;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.Shown;
import dev.stepwise.view.cosine.CosineElement.OfDocument;
import java.util.OptionalInt;

/// A step of a search, as its painters see it.
record Stage(Sheet<CosineFrame> sheet, Prepared prepared, StageLayout layout) {

  Shown<CosineFrame> shown() {
    return sheet.shown();
  }

  Pen pen() {
    return sheet.pen();
  }

  Spots spots() {
    return sheet.spots();
  }

  CosineFrame frame() {
    return sheet.frame();
  }

  CosineProblem problem() {
    return frame().problem();
  }

  Metric metric() {
    return problem().metric();
  }

  /// Whether the picture moves away from a step with the same documents, such as the result of
  /// another query.
  @SuppressWarnings("ReferenceEquality") // shared by problems with the same documents
  boolean moves() {
    return shown().progress() < 1
        && shown().before().isPresent()
        && shown().before().get().frame().problem().documents() == problem().documents();
  }

  /// The document that is pinned; empty too if it is one of other documents.
  OptionalInt pinned() {
    return shown().pinned().isPresent()
            && shown().pinned().get() instanceof OfDocument(int document)
            && document < problem().count()
        ? OptionalInt.of(document)
        : OptionalInt.empty();
  }

  /// The document that the step looks at, else the one pinned.
  OptionalInt lookedAt() {
    return frame().document() >= 0 ? OptionalInt.of(frame().document()) : pinned();
  }

  /// The document in the panels: the one that is looked at, else the best one, once it is known.
  OptionalInt watched() {
    var frame = frame();
    if (lookedAt().isPresent()) {
      return lookedAt();
    }
    if (frame.standing().placed() > 0) {
      return OptionalInt.of(frame.standing().order()[0]);
    }
    if (frame.known().scored() == problem().count()) {
      return OptionalInt.of(frame.search().ranking()[0]);
    }
    return frame.focus() instanceof TextFocus.Component ? OptionalInt.empty() : OptionalInt.of(0);
  }

  /// Whether texts are becoming vectors.
  boolean isText() {
    return frame().focus() instanceof TextFocus;
  }

  /// Whether the heap is at work.
  boolean isHeap() {
    return frame().focus() instanceof HeapFocus;
  }

  /// Whether documents are among the best so far once they are placed.
  boolean isSelecting() {
    return frame().standing().placed() > 0;
  }

  /// Whether a document's vector is there, and its similarity.
  boolean hasVector(int vector) {
    return vector < frame().known().vectors();
  }

  boolean hasScore(int document) {
    return isScored(document) || isAddedUp(document);
  }

  /// Whether a document's similarity is there, the whole of it.
  boolean isScored(int document) {
    return document < frame().known().scored();
  }

  /// Whether the step is adding up this document's similarity.
  boolean isAddedUp(int document) {
    return frame().focus() instanceof ScoreFocus.OneTerm(int current, _) && current == document;
  }

  /// A document's similarity, as far as it has been added up.
  double similarity(int document) {
    return frame().focus() instanceof ScoreFocus.OneTerm term && term.document() == document
        ? term.sum(frame())
        : frame().search().similarities()[document];
  }

  /// How long a document's bar is: on the way from the search before to this one it changes.
  ///
  /// @param end what it ends at
  double travelling(int document, double end) {
    if (!moves()) {
      return end;
    }
    var earlier = shown().before().orElseThrow().frame();
    boolean stays =
        earlier.problem().metric() != metric()
            || earlier.problem().equals(problem())
            || document >= earlier.known().scored();
    double from = stays ? end : Words.shown(earlier.search().similarities()[document], metric());
    return Double.isFinite(from) ? from + shown().progress() * (end - from) : end;
  }

  boolean hasNorm(int vector) {
    return metric() != Metric.COSINE || vector < frame().known().norms();
  }

  /// The colours of a vector's numbers.
  ColourScale colours(int vector) {
    boolean unit = vector < frame().known().units();
    double end = unit ? prepared.largestUnit() : prepared.largest();
    return new ColourScale(ColourMap.diverging(sheet.palette()), new LinearScale(-end, end));
  }

  /// The row's text: what the document says, or nothing.
  String text(int vector) {
    return problem()
        .texts()
        .map(texts ->
            vector == problem().count()
                ? texts.query()
                : texts.model().texts().get(vector).strip().replaceAll("\\s+", " "))
        .orElse("");
  }
}
