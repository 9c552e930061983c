package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.NetworkFrame.Focus;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The variables of the listing at a step of a network's training.
final class NetworkVariables {
  private NetworkVariables() {}

  static SequencedMap<String, Value> of(NetworkFrame frame) {
    var variables = new LinkedHashMap<String, Value>();
    var problem = frame.problem();
    var moment = frame.moment();
    moment
        .pass()
        .ifPresentOrElse(
            pass -> {
              variables.put("X", new Value.Matrix(pass.forward().x()));
              variables.put("y", new Value.Labels(pass.forward().y()));
            },
            () -> {
              variables.put("X", new Value.Matrix(problem.data().rows(problem.data().training())));
              variables.put(
                  "y", new Value.Labels(problem.data().labels(problem.data().training())));
            });
    if (moment.epoch() == 0) {
      variables.put("init", new Value.Text(problem.start().word()));
    }
    var parameters = moment.parameters();
    variables.put("W1", new Value.Matrix(parameters.w1()));
    variables.put("b1", new Value.Vector(parameters.b1()));
    variables.put("W2", new Value.Matrix(parameters.w2()));
    variables.put("b2", new Value.Vector(parameters.b2()));
    if (moment.epoch() > 0) {
      variables.put("epoch", new Value.Whole(moment.epoch()));
      variables.put("rate", new Value.Scalar(problem.descent().rateIn(moment.epoch())));
    }
    moment
        .pass()
        .ifPresent(pass -> {
          variables.put("i", new Value.Labels(pass.samples()));
          for (var tensor : Tensor.values()) {
            if (tensor.compareTo(Tensor.Y) > 0 && pass.knows(tensor)) {
              variables.put(tensor.code(), Tensors.variable(pass, tensor));
            }
          }
        });
    addFocus(variables, frame);
    return variables;
  }

  private static void addFocus(SequencedMap<String, Value> variables, NetworkFrame frame) {
    switch (frame.focus()) {
      case Focus.Ordered(var order) -> variables.put("order", new Value.Labels(order));
      case Focus.EpochDone(double loss, _, _) -> variables.put("losses", new Value.Scalar(loss));
      case Focus.Finished(var training, var held) -> {
        variables.put("losses", new Value.Vector(frame.moment().curves().epochs().toArray()));
        variables.put("accuracy", new Value.Scalar(training.accuracy()));
        held.ifPresent(
            other -> variables.put("held-out accuracy", new Value.Scalar(other.accuracy())));
      }
      case Focus.Stopped(var trouble, _) -> variables.put("loss", new Value.Scalar(trouble.loss()));
      default -> {}
    }
  }
}
