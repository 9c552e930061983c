package dev.stepwise.compute.gradient;

import java.util.LinkedHashMap;
import java.util.Map;

/// Which parameters make no difference to a problem, and why.
final class Idle {
  private static final String REGRESSION = "Linear regression has no hidden units: it starts at 0.";
  private static final String PROBE = "The probe goes forward once and trains nothing.";

  private Idle() {}

  static Map<String, String> of(GradientProblem problem) {
    var idle = new LinkedHashMap<String, String>();
    switch (problem) {
      case NetworkProblem network -> {
        idle.put("layers", "Only the probe has as many layers as one likes.");
        if (network.batches() == 1) {
          idle.put(
              "shuffle", "All samples are one batch: their order changes nothing but rounding.");
        }
      }
      case RegressionProblem regression -> {
        for (var name : new String[] {"hidden_size", "activation", "init"}) {
          idle.put(name, REGRESSION);
        }
        idle.put("held_out", "Linear regression trains on every sample.");
        idle.put("gradient", "The mistake is one of the network's gradients.");
        if (regression.made() != regression.mistake()) {
          idle.put("mistake", "This mistake is one of a network.");
        }
        idle.put("layers", "Only the probe has as many layers as one likes.");
        if (regression.batches() == 1) {
          idle.put("shuffle", "All samples are one batch: their order changes nothing.");
          idle.put("seed", "Nothing is drawn: the data are given and there is one batch.");
        } else if (regression.descent().ordering() == Descent.Ordering.AS_GIVEN) {
          idle.put("seed", "Nothing is drawn: the samples come as they are given.");
        }
      }
      case ProbeProblem probe -> {
        for (var name :
            new String[] {
              "learning_rate", "batch_size", "epochs", "shuffle", "held_out", "gradient", "mistake"
            }) {
          idle.put(name, PROBE);
        }
        idle.put("init", "The probe compares three starts.");
        if (probe.origin() == ProbeProblem.Origin.GIVEN) {
          idle.put("hidden_size", "Every layer is as wide as the samples that are given.");
        }
      }
    }
    return idle;
  }
}
