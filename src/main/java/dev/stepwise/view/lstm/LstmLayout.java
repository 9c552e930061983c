package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.view.StageOption;
import java.util.List;
import java.util.Optional;

/// Where the two pictures are: the cell above, the traces below. It depends on the room and the
/// choice alone, never on the step.
record LstmLayout(Optional<Box> diagram, Optional<Box> traces) {
  static final StageOption VIEW =
      new StageOption("view", "Show", List.of("Both", "Cell", "Traces"));

  private static final double GAP = 10;

  static LstmLayout of(Cell cell, String choice, Look look, Box area) {
    if (look.density() == Look.Density.THUMBNAIL) {
      return new LstmLayout(Optional.empty(), Optional.of(area.inset(4)));
    }
    var body = area.inset(look.px(10), look.px(12), look.px(6), look.px(14));
    return switch (choice) {
      case "Cell" -> new LstmLayout(Optional.of(centred(body, look)), Optional.empty());
      case "Traces" -> new LstmLayout(Optional.empty(), Optional.of(body));
      default -> {
        boolean presents = look.density() == Look.Density.PRESENT;
        double share = cell == Cell.RNN ? 0.34 : presents ? 0.38 : 0.43;
        double upper = Math.min(body.height() * share, look.px(cell == Cell.RNN ? 230 : 330));
        double gap = look.px(GAP);
        yield new LstmLayout(
            Optional.of(new Box(body.x(), body.y(), body.width(), upper)),
            Optional.of(
                new Box(
                    body.x(), body.y() + upper + gap, body.width(), body.height() - upper - gap)));
      }
    };
  }

  private static Box centred(Box body, Look look) {
    double height = Math.min(body.height(), Math.max(look.px(300), body.width() * 0.62));
    return new Box(body.x(), body.y() + (body.height() - height) / 2, body.width(), height);
  }
}
