package dev.stepwise.quiz.attention;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.MaskFocus;
import dev.stepwise.compute.attention.OutputFocus;
import dev.stepwise.compute.attention.ScaleFocus;
import dev.stepwise.compute.attention.ScoreFocus;
import dev.stepwise.compute.attention.SoftmaxFocus;
import dev.stepwise.compute.run.Step;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What can be predicted of self-attention: which key fits a query, what scaling and masking do to
/// the scores, which key wins a row of softmax and with how much, what comes out.
public final class AttentionQuestions implements QuestionSource<AttentionFrame> {
  @Override
  public SequencedMap<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("agrees", "Which key fits a query best?");
    kinds.put("terms", "How many products in a score?");
    kinds.put("quadratic", "Scores for twice the tokens?");
    kinds.put("scale", "What does scaling make of it?");
    kinds.put("sees", "How many keys does it see?");
    kinds.put("hidden-scores", "How many scores are hidden?");
    kinds.put("winner", "Which key wins the row?");
    kinds.put("sharpest", "Who looks most decidedly?");
    kinds.put("row-sum", "What does a row sum to?");
    kinds.put("column-sum", "What do columns sum to?");
    kinds.put("hidden-weight", "What weight has a hidden key?");
    kinds.put("even", "What if all scores are equal?");
    kinds.put("exponential", "How large is the exponential?");
    kinds.put("output", "What comes out?");
    return kinds;
  }

  @Override
  public List<Question> before(String path, Step<AttentionFrame> step) {
    var draft = new Draft<>(path, step);
    var scores = new ScoreQuestions(draft);
    var softmax = new SoftmaxQuestions(draft);
    var output = new OutputQuestions(draft);
    return switch (step.frame().focus()) {
      case ScoreFocus.Scored _ ->
          Draft.all(List.of(scores.agrees(), scores.quadratic(), scores.terms()));
      case ScoreFocus.RowScored(int query) -> Draft.all(List.of(scores.agrees(query)));
      case ScaleFocus.Scaled _ -> Draft.all(List.of(scores.scaled()));
      case ScaleFocus.RowScaled(int query) -> Draft.all(List.of(scores.scaled(query)));
      case MaskFocus.Masked _ -> Draft.all(List.of(scores.hidden()));
      case MaskFocus.RowMasked(int query) -> Draft.all(List.of(scores.sees(query)));
      case SoftmaxFocus.Weighed _ ->
          Draft.all(
              List.of(softmax.winner(), softmax.sharpest(), softmax.rowSum(), softmax.columnSum()));
      case SoftmaxFocus.RowWeighed(int query) ->
          Draft.all(
              List.of(
                  softmax.winner(query),
                  softmax.even(query),
                  softmax.hiddenWeight(query),
                  softmax.rowSum(query)));
      case SoftmaxFocus.PartWeighed(int query, var part) when part == Part.EXP ->
          Draft.all(List.of(softmax.exponential(query)));
      case OutputFocus.Mixed _ -> Draft.all(List.of(output.mixed()));
      case OutputFocus.RowMixed(int query) -> Draft.all(List.of(output.mixed(query)));
      default -> List.of();
    };
  }
}
