package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Space;
import dev.stepwise.view.StageOption;
import java.util.List;
import java.util.Optional;

/// Where the two pictures are: the cell above, the traces below. It depends on the room and the
/// choice alone, never on the step.
record LstmLayout(Optional<Box> diagram, Optional<Box> traces) {
  static final StageOption VIEW =
      new StageOption("view", "Show", List.of("Both", "Cell", "Traces"));

  /// How high the cell is at most beside its traces, and at least alone.
  private static final double HIGHEST = 330;

  private static final double HIGHEST_RNN = 230;
  private static final double LEAST_ALONE = 300;

  /// The share of the height that the cell takes beside its traces; of little height less, since
  /// the traces have more rows to be told apart.
  private static final double SHARE = 0.43;

  private static final double SHARE_OF_LITTLE = 0.38;
  private static final double SHARE_RNN = 0.34;

  /// Less height than this has no room for both: the cell has the numbers of the step.
  private static final double LEAST_FOR_BOTH = 350;

  /// Less height than this is little.
  private static final double LITTLE = 520;

  static LstmLayout of(Cell cell, String choice, Look look, Box area) {
    if (!look.speaks()) {
      return new LstmLayout(Optional.empty(), Optional.of(area.inset(look.px(Space.TIGHT))));
    }
    var body = area.inset(look.px(Space.GAP));
    return switch (choice) {
      case "Cell" -> new LstmLayout(Optional.of(centred(body, look)), Optional.empty());
      case "Traces" -> new LstmLayout(Optional.empty(), Optional.of(body));
      case String _ when body.height() < look.px(LEAST_FOR_BOTH) ->
          new LstmLayout(Optional.of(centred(body, look)), Optional.empty());
      default -> {
        double share = isLittle(body, look) ? SHARE_OF_LITTLE : SHARE;
        double upper =
            cell == Cell.RNN
                ? Math.min(body.height() * SHARE_RNN, look.px(HIGHEST_RNN))
                : Math.min(body.height() * share, look.px(HIGHEST));
        yield new LstmLayout(
            Optional.of(body.inset(0, 0, body.height() - upper, 0)),
            Optional.of(body.inset(upper + look.px(Space.GAP), 0, 0, 0)));
      }
    };
  }

  private static boolean isLittle(Box body, Look look) {
    return body.height() < look.px(LITTLE);
  }

  private static Box centred(Box body, Look look) {
    double height = Math.min(body.height(), Math.max(look.px(LEAST_ALONE), body.width() * 0.62));
    return body.inset((body.height() - height) / 2, 0, (body.height() - height) / 2, 0);
  }
}
