package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.TextFocus.Part;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Set;

/// The steps in which texts become vectors: split into words, weigh the words, reduce the weights
/// to a few components, project the query.
record TextSteps(Frames frames) {
  private static final List<Part> PARTS = List.of(Part.values());

  /// All of it as one step.
  Step<CosineFrame> whole() {
    return frames
        .whileText(new TextFocus.Vectorised(), frames.count() + 1)
        .step("Vectors")
        .opening(() -> Run.indexed(PARTS.size(), part -> stage(PARTS.get(part))));
  }

  private Step<CosineFrame> stage(Part part) {
    int n = frames.count();
    var focus = new TextFocus.TextStage(part);
    return switch (part) {
      case SPLIT ->
          frames
              .whileText(focus, 0)
              .step("Words")
              .opening(() -> Run.indexed(n + 1, text -> text(text, part)));
      case WEIGH ->
          frames
              .whileText(focus, 0)
              .step("TF-IDF")
              .opening(() -> Run.indexed(n + 1, text -> text(text, part)));
      case REDUCE ->
          frames
              .whileText(focus, n)
              .step("SVD")
              .opening(() -> Run.indexed(frames.problem().dimensions(), this::component));
      case PROJECT ->
          frames
              .whileText(focus, n + 1)
              .step("Query")
              .meeting(
                  frames.search().queryNorm() == 0
                      ? Set.of(CosineConditions.ZERO_VECTOR)
                      : Set.of());
    };
  }

  private Step<CosineFrame> text(int text, Part part) {
    return frames
        .whileText(new TextFocus.OneText(text, part), 0)
        .step(Words.name(text, frames.count()));
  }

  private Step<CosineFrame> component(int component) {
    return frames
        .whileText(new TextFocus.Component(component), frames.count())
        .step("component " + (component + 1));
  }
}
