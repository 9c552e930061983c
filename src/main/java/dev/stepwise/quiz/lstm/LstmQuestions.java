package dev.stepwise.quiz.lstm;

import dev.stepwise.compute.lstm.Focus;
import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.compute.lstm.Operation;
import dev.stepwise.compute.lstm.Part;
import dev.stepwise.compute.run.Step;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What can be predicted of LSTM, GRU and plain RNN: whether a gate opens, which way the memory
/// goes, what is kept and what is shown, and how many weights there are.
public final class LstmQuestions implements QuestionSource<LstmFrame> {
  @Override
  public SequencedMap<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("memory", "Does the memory hold?");
    kinds.put("gate", "Will the gate open?");
    kinds.put("moves", "Which way does the state move?");
    kinds.put("new-state", "What is the new state?");
    kinds.put("shown", "What is shown of the memory?");
    kinds.put("activation", "What does the activation make?");
    kinds.put("width", "How long is [x, h]?");
    kinds.put("parameters", "How many parameters?");
    return kinds;
  }

  @Override
  public List<Question> before(String path, Step<LstmFrame> step) {
    var draft = new Draft<>(path, step);
    var cell = new CellQuestions(draft);
    var layers = new LayerQuestions(draft);
    return switch (step.frame().focus()) {
      case Focus.Whole _ -> Draft.all(List.of(cell.memory()));
      case Focus.Operated(var operation) ->
          switch (operation.kind()) {
            case CONCATENATION -> Draft.all(List.of(layers.width()));
            case NEURONS ->
                Draft.all(List.of(layers.gate(operation.result()), layers.parameters(operation)));
            case SUM -> Draft.all(List.of(cell.moves(), cell.sum()));
            case EXPOSURE -> Draft.all(List.of(cell.shown()));
            case RESET -> List.of();
          };
      case Focus.OfUnit(var operation, int unit) when operation.kind() == Operation.Kind.SUM ->
          Draft.all(List.of(cell.moves(unit), cell.sum(unit)));
      case Focus.OfUnit(var operation, int unit) when operation.kind() == Operation.Kind.EXPOSURE ->
          Draft.all(List.of(cell.shown(unit)));
      case Focus.OfPart(var operation, int unit, var part) when part == Part.ACTIVATION ->
          Draft.all(List.of(layers.activation(operation.result(), unit)));
      default -> List.of();
    };
  }
}
