package dev.stepwise.quiz.multihead;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.SoftmaxFocus;
import dev.stepwise.compute.multihead.HeadsFocus;
import dev.stepwise.compute.multihead.JoinFocus;
import dev.stepwise.compute.multihead.MixFocus;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.multihead.ProjectFocus;
import dev.stepwise.compute.multihead.ReshapeFocus;
import dev.stepwise.compute.multihead.TransposeFocus;
import dev.stepwise.compute.run.Step;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionSource;
import dev.stepwise.quiz.attention.AttentionQuestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What can be predicted of multi-head attention: where reshape, transpose and concatenate put a
/// number, which head it belongs to, the shape of the weights, what more heads cost, and within a
/// head which key wins.
public final class MultiHeadQuestions implements QuestionSource<MultiHeadFrame> {
  private static final String WINNER = "winner";

  private final AttentionQuestions inHead = new AttentionQuestions();

  @Override
  public SequencedMap<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("whose", "Whose column is it?");
    kinds.put("cut", "Where does reshaping put it?");
    kinds.put("turned", "Where does transposing put it?");
    kinds.put("joined", "Where does joining put it?");
    kinds.put("shape", "What shape are the weights?");
    kinds.put("scale", "What are scores divided by?");
    kinds.put(WINNER, "Which key wins the row?");
    kinds.put("draws", "What may an output draw on?");
    kinds.put("parameters", "How many parameters?");
    kinds.put("more-heads", "What do more heads cost?");
    return kinds;
  }

  @Override
  public List<Question> before(String path, Step<MultiHeadFrame> step) {
    var draft = new Draft<>(path, step);
    var places = new PlaceQuestions(draft);
    var sizes = new SizeQuestions(draft);
    return switch (step.frame().focus()) {
      case ReshapeFocus.Reshaped _ -> Draft.all(List.of(places.cut(), places.whose()));
      case TransposeFocus.Turned _ -> Draft.all(List.of(places.turned()));
      case ReshapeFocus.Straightened _ -> Draft.all(List.of(places.counted()));
      case HeadsFocus.Attended _ -> Draft.all(List.of(sizes.shape(), sizes.scale()));
      case HeadsFocus.Inside(int _, var inner) -> inHead(path, step, inner);
      case JoinFocus.Joined _ -> Draft.all(List.of(places.joined()));
      case MixFocus.Mixed _ -> Draft.all(List.of(sizes.draws()));
      case MixFocus.Finished _ -> Draft.all(List.of(sizes.parameters(), sizes.moreHeads()));
      case ProjectFocus.Projected _,
          ProjectFocus.Projecting _,
          TransposeFocus.Unturned _,
          HeadsFocus.HeadAttended _,
          JoinFocus.TokenJoined _,
          MixFocus.TokenMixed _ ->
          List.of();
    };
  }

  /// What self-attention asks about its softmax, whose scores stand on the stage of the head.
  private List<Question> inHead(String path, Step<MultiHeadFrame> step, AttentionFrame inner) {
    return inner.focus() instanceof SoftmaxFocus
        ? inHead.before(path, Step.of(step.kind(), step.crumb(), inner)).stream()
            .filter(question -> question.kind().equals(WINNER))
            .toList()
        : List.of();
  }
}
