package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import java.util.List;

/// What a step of the probe looks at.
public sealed interface ProbeFocus extends Focus<ProbeFrame> {

  /// The input.
  record Input() implements ProbeFocus {
    static final StepKind KIND = StepKind.of("input").at("probe-input").reads("X");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(ProbeFrame frame) {
      return ProbeNarration.input(frame);
    }

    @Override
    public List<Ref> written(ProbeFrame frame) {
      return AllOf.KIND.writes().stream().map(variances -> Ref.of(variances, 0)).toList();
    }
  }

  /// A layer of every start.
  record AllOf(int layer) implements ProbeFocus {
    static final StepKind KIND =
        StepKind.of("layer")
            .at("probe-variance")
            .reads("X")
            .writes("variances (small)", "variances (xavier)", "variances (he)");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(ProbeFrame frame) {
      return ProbeNarration.layer(frame, layer);
    }

    @Override
    public List<Ref> written(ProbeFrame frame) {
      return KIND.writes().stream().map(variances -> Ref.of(variances, layer)).toList();
    }
  }

  /// A layer of one start.
  record OneOf(int layer, Start start) implements ProbeFocus {
    static final StepKind KIND = StepKind.of("start").at("probe-layer").reads("X");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(ProbeFrame frame) {
      return new ProbeDerivations(frame).variance(start, layer).narration();
    }

    @Override
    public List<Ref> written(ProbeFrame frame) {
      return List.of(ProbeDerivations.variances(start, layer));
    }
  }

  /// The end.
  record Compared() implements ProbeFocus {
    static final StepKind KIND = StepKind.of("compared").at("probe-end").reads("X");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(ProbeFrame frame) {
      return ProbeNarration.compared(frame);
    }

    @Override
    public List<Ref> written(ProbeFrame frame) {
      return new AllOf(frame.problem().layers()).written(frame);
    }
  }
}
