package dev.stepwise.compute.gradient;

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
          if (pass.knows(Tensor.LOSS)) {
            variables.put(Tensors.SAMPLE_LOSS, new Value.Vector(pass.forward().losses()));
          }
          for (var tensor : Tensor.values()) {
            if (tensor.compareTo(Tensor.Y) > 0 && pass.knows(tensor)) {
              variables.put(tensor.code(), Tensors.variable(pass, tensor));
            }
          }
        });
    frame.focus().addTo(variables, frame);
    return variables;
  }
}
