package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.gradient.probe.Layer;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What the probe shows at a step. Everything is shared and never written to.
///
/// @param problem samples and settings
/// @param lanes the starts compared, and of each the input and the layers computed so far
/// @param focus what the step looks at
public record ProbeFrame(ProbeProblem problem, List<Lane> lanes, ProbeFocus focus)
    implements GradientFrame {

  /// Copies the list.
  public ProbeFrame {
    lanes = List.copyOf(lanes);
  }

  /// One start.
  ///
  /// @param layers the input, then each layer computed so far
  public record Lane(Start start, List<Layer> layers) {
    /// Copies the list.
    public Lane {
      layers = List.copyOf(layers);
    }
  }

  @Override
  public SequencedMap<String, Value> variables() {
    var variables = new LinkedHashMap<String, Value>();
    variables.put("X", new Value.Matrix(problem.x()));
    for (var lane : lanes) {
      var name = lane.start().word();
      variables.put(
          "a (%s)".formatted(name), new Value.Matrix(lane.layers().getLast().activations()));
      variables.put(
          "variances (%s)".formatted(name),
          new Value.Vector(lane.layers().stream().mapToDouble(Layer::variance).toArray()));
    }
    return variables;
  }

  @Override
  public Narration narration() {
    return focus.narration(this);
  }

  @Override
  public List<Ref> written() {
    return focus.written(this);
  }
}
