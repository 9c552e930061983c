package dev.stepwise.view.bpe;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.LineChart;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Scale;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Spot;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.StageOption;
import dev.stepwise.view.bpe.BpeElement.OfSize;
import java.util.List;
import java.util.stream.IntStream;

/// Draws how the tokens per word fall, or the vocabulary grows, with the merges so far.
final class CurvePainter {
  static final String TOKENS = "Tokens per word";
  static final String VOCABULARY = "Vocabulary";

  /// What the curve shows.
  static final StageOption CURVE = new StageOption("curve", "Curve", List.of(TOKENS, VOCABULARY));

  private final Sheet<BpeFrame> sheet;
  private final Pen pen;
  private final BpeFrame frame;

  CurvePainter(Sheet<BpeFrame> sheet) {
    this.sheet = sheet;
    this.pen = sheet.pen();
    this.frame = sheet.frame();
  }

  void paint(Box box) {
    boolean vocabulary = sheet.shown().choice(CURVE).equals(VOCABULARY);
    pen.heading(box, vocabulary ? VOCABULARY : TOKENS, note());
    double[] values = values(frame, vocabulary);
    int last = values.length - 1;
    var series =
        new LineChart.Series(
            "", pen.palette().accent(), 0, values, last, Numbers.text(values[last]));
    var kind = Scale.Kind.LINEAR;
    int all =
        Math.min(frame.problem().numMerges(), frame.training().total().orElse(Integer.MAX_VALUE));
    var chart = new LineChart(new Axes("", ""), kind, Math.max(1, all), List.of(series));
    var below = pen.below(box);
    chart.draw(
        pen.surface(),
        below,
        pen.look(),
        sheet.shown().hits(),
        k -> new Spot(new OfSize(k), "after %d merges: %s".formatted(k, Numbers.text(values[k]))));
    var plot = chart.frame(below, pen.look());
    // At the left, since the last number at the right is worth more than the name.
    pen.write(
        "merges",
        plot.box().x() - pen.px(Space.SMALL),
        plot.box().bottom() + Axes.baseline(pen.look()),
        pen.type(Role.AXIS).right());
    sheet
        .shown()
        .hits()
        .track(plot.box(), x -> new OfSize(Math.clamp(Math.round(plot.dataX(x)), 0, all)));
  }

  static double[] values(BpeFrame frame, boolean vocabulary) {
    double words = frame.training().words().total();
    long[] sizes =
        vocabulary
            ? frame.training().vocabularies(frame.applied())
            : frame.training().tokenCounts(frame.applied());
    return IntStream.range(0, sizes.length)
        .mapToDouble(k -> vocabulary ? sizes[k] : sizes[k] / words)
        .toArray();
  }

  private String note() {
    int now = frame.applied();
    int before = Math.max(0, now - 1);
    var training = frame.training();
    if (now == 0 || frame.merge().isEmpty()) {
      return "%s, %s"
          .formatted(
              Phrases.count(training.tokens(now), "token"),
              Phrases.count(training.vocabulary(now), "symbol"));
    }
    return "merge %s: %s → %s tokens, %s → %s symbols"
        .formatted(
            Phrases.number(now),
            Phrases.number(training.tokens(before)),
            Phrases.number(training.tokens(now)),
            Phrases.number(training.vocabulary(before)),
            Phrases.number(training.vocabulary(now)));
  }
}
