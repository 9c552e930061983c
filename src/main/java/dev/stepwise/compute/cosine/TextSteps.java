package dev.stepwise.compute.cosine;

import dev.stepwise.compute.cosine.CosineFrame.Focus;
import dev.stepwise.compute.cosine.CosineFrame.Focus.Part;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.List;
import java.util.Set;

/// The steps in which texts become vectors: split into words, weigh the words, reduce the weights
/// to a few components, project the query.
record TextSteps(Frames frames) {
  private static final List<Part> PARTS =
      List.of(Part.SPLIT, Part.WEIGH, Part.REDUCE, Part.PROJECT);

  /// All of it as one step.
  Step<CosineFrame> whole() {
    var frame = frames.whileText(new Focus.Vectorised(), frames.count() + 1);
    return new Step<>(
        "vectors",
        "Vectors",
        TextNarration.vectorised(frame),
        Line.PROJECT,
        List.of("texts"),
        List.of("D", "q"),
        Set.of(),
        frame,
        () -> Run.indexed(PARTS.size(), part -> stage(PARTS.get(part))));
  }

  private Step<CosineFrame> stage(Part part) {
    int n = frames.count();
    int vectors =
        switch (part) {
          case SPLIT, WEIGH -> 0;
          case REDUCE -> n;
          case PROJECT -> n + 1;
        };
    var frame = frames.whileText(new Focus.TextStage(part), vectors);
    var narration = TextNarration.stage(frame, part);
    return switch (part) {
      case SPLIT ->
          new Step<>(
              "split",
              "Words",
              narration,
              Line.SPLIT,
              List.of("texts"),
              List.of("vocabulary"),
              Set.of(),
              frame,
              () -> Run.indexed(n + 1, text -> text(text, part)));
      case WEIGH ->
          new Step<>(
              "weigh",
              "TF-IDF",
              narration,
              Line.WEIGH,
              List.of("texts", "vocabulary", "idf"),
              List.of("A"),
              Set.of(),
              frame,
              () -> Run.indexed(n + 1, text -> text(text, part)));
      case REDUCE ->
          new Step<>(
              "reduce",
              "SVD",
              narration,
              Line.REDUCE,
              List.of("A"),
              List.of("sigma", "V", "D"),
              Set.of(),
              frame,
              () -> Run.indexed(frames.problem().dimensions(), this::component));
      case PROJECT ->
          new Step<>(
              "project",
              "Query",
              narration,
              Line.PROJECT,
              List.of("V", "idf"),
              List.of("q"),
              frames.search().queryNorm() == 0 ? Set.of(CosineConditions.ZERO_VECTOR) : Set.of(),
              frame,
              null);
    };
  }

  private Step<CosineFrame> text(int text, Part part) {
    var frame = frames.whileText(new Focus.OneText(text, part), 0);
    boolean split = part == Part.SPLIT;
    return new Step<>(
        split ? "text" : "weights",
        Words.name(text, frames.count()),
        split ? TextNarration.split(frame, text) : TextNarration.weighed(frame, text),
        split ? Line.WORDS : Line.ONE_WEIGHED,
        split ? List.of("text") : List.of("words", "vocabulary", "idf"),
        split ? List.of("words") : List.of("a"),
        Set.of(),
        frame,
        null);
  }

  private Step<CosineFrame> component(int component) {
    var frame = frames.whileText(new Focus.Component(component), frames.count());
    return new Step<>(
        "component",
        "component " + (component + 1),
        TextNarration.component(frame, component),
        Line.COMPONENT,
        List.of("A", "V"),
        List.of("V"),
        Set.of(),
        frame,
        null);
  }
}
