package dev.stepwise.compute.gradient;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.List;

/// What the steps of the probe say.
final class ProbeNarration {
  private ProbeNarration() {}

  static Narration input(ProbeFrame frame) {
    var layer = frame.lanes().getFirst().layers().getFirst();
    return new Narration(
        "The signal goes in",
        "%s of %d numbers with variance %s. Each of %s multiplies them by %d×%d weights."
            .formatted(
                Phrases.count(frame.problem().x().length, "sample"),
                frame.problem().width(),
                Numbers.text(layer.variance()),
                Phrases.count(frame.problem().layers(), "layer"),
                frame.problem().width(),
                frame.problem().width()));
  }

  static Narration layer(ProbeFrame frame, int layer) {
    var rows = new ArrayList<List<String>>();
    for (var lane : frame.lanes()) {
      rows.add(
          List.of(
              lane.start().title(),
              Numbers.text(lane.layers().get(layer - 1).variance()),
              Numbers.text(lane.layers().get(layer).variance())));
    }
    return new Narration(
        "Layer %d of %d".formatted(layer, frame.problem().layers()),
        "The variance of the activations is now %s with the small start, %s with Xavier's and %s with He's."
            .formatted(
                variance(frame, 0, layer), variance(frame, 1, layer), variance(frame, 2, layer)),
        List.of("a_{%d}=f(a_{%d}W)".formatted(layer, layer - 1)),
        new Table(List.of("start", "before", "after"), rows, -1));
  }

  private static String variance(ProbeFrame frame, int lane, int layer) {
    return Numbers.text(frame.lanes().get(lane).layers().get(layer).variance());
  }

  static Narration compared(ProbeFrame frame) {
    int last = frame.problem().layers();
    var rows = new ArrayList<List<String>>();
    for (var lane : frame.lanes()) {
      double first = lane.layers().getFirst().variance();
      double now = lane.layers().get(last).variance();
      rows.add(
          List.of(
              lane.start().title(),
              Numbers.text(first),
              Numbers.text(now),
              first == 0 ? "–" : Numbers.text(now / first)));
    }
    return new Narration(
        "After %s".formatted(Phrases.count(last, "layer")),
        frame.lanes().getFirst().layers().getFirst().meanSquare() == 0
            ? "The input is 0 everywhere, and so is every layer: there is no signal to lose."
            : ("Small weights let the signal die out, to %s. Xavier's halve its mean square in"
                    + " each ReLU layer, to %s. He's factor of 2 makes up for the half that ReLU"
                    + " drops: %s.")
                .formatted(
                    variance(frame, 0, last), variance(frame, 1, last), variance(frame, 2, last)),
        List.of(
            "\\sigma_W^2=\\frac{2}{n_{\\text{in}}}\\;\\Rightarrow\\;\\tfrac12"
                + " n_{\\text{in}}\\sigma_W^2=\\mathbf{1}"),
        new Table(List.of("start", "input", "last layer", "ratio"), rows, 2));
  }
}
