package dev.stepwise.quiz.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.CountFocus;
import dev.stepwise.compute.bpe.MergeFocus;
import dev.stepwise.compute.run.Step;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What can be predicted of BPE: which pair is merged next, who gets a tie, what a word adds to a
/// count, how words and vocabulary change, how a word is encoded.
public final class BpeQuestions implements QuestionSource<BpeFrame> {
  @Override
  public SequencedMap<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("next-merge", "Which pair is merged next?");
    kinds.put("tie", "Who gets a tie?");
    kinds.put("gain", "What does a word add to a count?");
    kinds.put("tokens", "How many tokens are left?");
    kinds.put("vocabulary", "How large is the vocabulary?");
    kinds.put("replaced", "How is a word split now?");
    kinds.put("encode", "How is another word encoded?");
    return kinds;
  }

  @Override
  public List<Question> before(String path, Step<BpeFrame> step) {
    var draft = new Draft<>(path, step);
    return switch (step.frame().focus()) {
      case MergeFocus.Merged(var merge) -> {
        var choice = new ChoiceQuestions(draft, merge);
        yield Draft.all(List.of(choice.tie(), choice.next()));
      }
      case CountFocus.Counted(var merge) ->
          Draft.all(List.of(new ChoiceQuestions(draft, merge).next()));
      case CountFocus.WordCounted counted ->
          Draft.all(List.of(new CountQuestions(draft).gain(counted)));
      case MergeFocus.Replaced(var merge) -> {
        var change = new MergeQuestions(draft, merge);
        yield Draft.all(List.of(change.tokens(), change.encoded(), change.vocabulary()));
      }
      case MergeFocus.WordReplaced(var merge, int word) ->
          Draft.all(List.of(new MergeQuestions(draft, merge).replaced(word)));
      default -> List.of();
    };
  }
}
