package dev.stepwise.quiz.cosine;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.HeapFocus;
import dev.stepwise.compute.cosine.ScoreFocus;
import dev.stepwise.compute.cosine.SelectionFocus;
import dev.stepwise.compute.cosine.VectorFocus;
import dev.stepwise.compute.run.Step;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What can be predicted of a similarity search: who ranks first, how similar two vectors are, what
/// a length does to that, who wins a tie, and who gets into the heap.
public final class CosineQuestions implements QuestionSource<CosineFrame> {
  @Override
  public SequencedMap<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("first", "Who ranks first?");
    kinds.put("similarity", "How similar are these two?");
    kinds.put("sign", "What is the similarity's sign?");
    kinds.put("stretch", "What if it were twice as long?");
    kinds.put("length", "How long is a vector?");
    kinds.put("unit", "How long is it afterwards?");
    kinds.put("zero-vector", "What becomes of a zero vector?");
    kinds.put("tie", "Who wins a tie?");
    kinds.put("place", "At which place does it go?");
    kinds.put("heap", "Who gets into the heap?");
    kinds.put("shape", "What shape are the scores?");
    kinds.put("work", "How much work is a search?");
    return kinds;
  }

  @Override
  public List<Question> before(String path, Step<CosineFrame> step) {
    var draft = new Draft<>(path, step);
    var vectors = new VectorQuestions(draft);
    var scores = new ScoreQuestions(draft);
    var selection = new SelectionQuestions(draft);
    return switch (step.frame().focus()) {
      case VectorFocus.OneNorm(int vector) -> Draft.all(List.of(vectors.length(vector)));
      case VectorFocus.Normalised _ -> Draft.all(List.of(vectors.zero(), vectors.unit()));
      case VectorFocus.OneNormalised(int vector) ->
          Draft.all(List.of(vectors.zero(vector), vectors.unit(vector)));
      case ScoreFocus.Scored _ -> Draft.all(List.of(scores.first(), scores.shape(), scores.work()));
      case ScoreFocus.OneScored(int document) ->
          Draft.all(
              List.of(
                  scores.sign(document), scores.similarity(document), scores.stretch(document)));
      case SelectionFocus.Selected _ -> Draft.all(List.of(selection.tie()));
      case SelectionFocus.Inserted inserted -> Draft.all(List.of(selection.place(inserted)));
      case HeapFocus.Offered offered -> Draft.all(List.of(selection.enters(offered)));
      default -> List.of();
    };
  }
}
