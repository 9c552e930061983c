package dev.stepwise.quiz.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.NetworkFocus;
import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.ProbeFocus;
import dev.stepwise.compute.gradient.ProbeFrame;
import dev.stepwise.compute.gradient.RegressionFocus;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What can be predicted of gradient descent: what the loss does, what passes a unit forward and
/// back, which sign a gradient has, and which way a weight goes.
public final class GradientQuestions implements QuestionSource<GradientFrame> {
  @Override
  public SequencedMap<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("loss", "What does the loss do?");
    kinds.put("gradient-sign", "What is the gradient's sign?");
    kinds.put("direction", "Which way does a weight go?");
    kinds.put("update", "Where does a weight land?");
    kinds.put("activation", "What does ReLU make of it?");
    kinds.put("winner", "Which class wins?");
    kinds.put("probability", "How probable is a class?");
    kinds.put("sample-loss", "What does a sample cost?");
    kinds.put("error", "What is the error of a class?");
    kinds.put("passes-back", "What passes back through ReLU?");
    kinds.put("dead-unit", "What does a dead unit learn?");
    kinds.put("zero-weights", "What learns from all zeros?");
    kinds.put("updates", "How many updates an epoch?");
    kinds.put("parameters", "How many parameters?");
    kinds.put("signal", "What becomes of the signal?");
    kinds.put("largest-signal", "Which start keeps most signal?");
    return kinds;
  }

  @Override
  public List<Question> before(String path, Step<GradientFrame> step) {
    var draft = new Draft<>(path, step);
    return switch (step.frame()) {
      case NetworkFrame frame -> ofNetwork(draft, frame);
      case RegressionFrame frame -> ofRegression(draft, frame);
      case ProbeFrame frame -> ofProbe(draft, frame);
    };
  }

  private static List<Question> ofNetwork(Draft<GradientFrame> draft, NetworkFrame frame) {
    var training = new TrainingQuestions(draft);
    return switch (frame.focus()) {
      case NetworkFocus.EpochDone done ->
          Draft.all(List.of(training.loss(frame.moment().epoch(), done.before(), done.loss())));
      case NetworkFocus.Ordered(int[] order) ->
          Draft.all(
              List.of(
                  training.updates(
                      frame.moment().epoch(), order.length, frame.problem().descent())));
      case NetworkFocus.Whole whole -> ofPass(draft, frame, whole);
      case NetworkFocus.Computed(var tensor) -> {
        var forward = new ForwardQuestions(draft, frame);
        var backward = new BackwardQuestions(draft, frame);
        yield switch (tensor) {
          case A1 -> Draft.all(List.of(forward.activation()));
          case P -> Draft.all(List.of(forward.winner(0), forward.probability(0)));
          case LOSS -> Draft.all(List.of(forward.loss(0)));
          case DZ2 -> Draft.all(List.of(backward.error()));
          case DB2 -> Draft.all(List.of(backward.sign()));
          case DZ1 -> Draft.all(List.of(backward.passes()));
          case DW1 -> Draft.all(List.of(backward.dead()));
          default -> List.of();
        };
      }
      case NetworkFocus.Cell(var tensor, int row, int column) -> {
        var forward = new ForwardQuestions(draft, frame);
        var backward = new BackwardQuestions(draft, frame);
        yield switch (tensor) {
          case A1 -> Draft.all(List.of(forward.activation(row, column)));
          case P -> Draft.all(List.of(forward.winner(row), forward.probability(row)));
          case LOSS -> Draft.all(List.of(forward.loss(row)));
          case DZ2 -> Draft.all(List.of(backward.error(row, column)));
          case DB2 -> Draft.all(List.of(backward.sign(column)));
          case DZ1 -> Draft.all(List.of(backward.passes(row, column)));
          case DW1 -> Draft.all(List.of(backward.dead(row, column)));
          default -> List.of();
        };
      }
      case NetworkFocus.ParameterUpdated(var place) -> {
        var update = new UpdateQuestions(draft);
        yield Draft.all(List.of(update.direction(frame, place), update.landing(frame, place)));
      }
      case NetworkFocus.Drawn _, NetworkFocus.Finished _, NetworkFocus.Stopped _ -> List.of();
    };
  }

  private static List<Question> ofPass(
      Draft<GradientFrame> draft, NetworkFrame frame, NetworkFocus.Whole whole) {
    var backward = new BackwardQuestions(draft, frame);
    var update = new UpdateQuestions(draft);
    return switch (whole) {
      case BACKWARD ->
          Draft.all(List.of(backward.zeroWeights(), backward.error(), backward.sign()));
      case UPDATED ->
          Draft.all(
              List.of(update.direction(frame), update.landing(frame), update.parameters(frame)));
      case INITIALISED, BATCH, FORWARD -> List.of();
    };
  }

  private static List<Question> ofRegression(Draft<GradientFrame> draft, RegressionFrame frame) {
    var training = new TrainingQuestions(draft);
    var line = new LineQuestions(draft, frame);
    var update = new UpdateQuestions(draft);
    return switch (frame.focus()) {
      case RegressionFocus.EpochDone done ->
          Draft.all(List.of(training.loss(frame.epoch(), done.before(), frame.losses().last())));
      case RegressionFocus.Measured measured ->
          Draft.all(
              List.of(training.loss(frame.epoch(), measured.before(), frame.losses().last())));
      case RegressionFocus.Ordered(int[] order) ->
          Draft.all(
              List.of(training.updates(frame.epoch(), order.length, frame.problem().descent())));
      case RegressionFocus.Whole whole ->
          switch (whole) {
            case GRADIENT -> Draft.all(List.of(line.sign()));
            case UPDATED -> Draft.all(List.of(update.direction(frame), update.landing(frame)));
            case INITIALISED, BATCH, PREDICTED, LOSS -> List.of();
          };
      case RegressionFocus.DerivativeTaken(int parameter, int _) ->
          Draft.all(List.of(line.sign(parameter)));
      case RegressionFocus.SamplePredicted _,
          RegressionFocus.Finished _,
          RegressionFocus.Stopped _ ->
          List.of();
    };
  }

  private static List<Question> ofProbe(Draft<GradientFrame> draft, ProbeFrame frame) {
    var probe = new ProbeQuestions(draft, frame);
    return frame.focus() instanceof ProbeFocus.AllOf(int layer)
        ? Draft.all(List.of(probe.signal(layer), probe.largest(layer)))
        : List.of();
  }
}
