package dev.stepwise.view.lstm.lab;

import dev.stepwise.compute.lstm.LstmLab.Fade;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LineChart;
import dev.stepwise.draw.Scale;
import dev.stepwise.draw.Space;
import dev.stepwise.view.lab.Drawing;
import dev.stepwise.view.lab.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Draws and lists how gradients fade with the distance.
final class FadeChart {
  /// The distance at which the cells are compared.
  static final int AT = 100;

  private static final int[] LISTED = {1, 2, 5, 10, 20, 50, 100, 200, 400};

  private FadeChart() {}

  /// The chart of the full Jacobians, and where there are any, of the direct paths.
  static List<Finding.Picture> pictures(List<Fade> fades) {
    var direct = fades.stream().filter(fade -> fade.flow().direct().length > 0).toList();
    return List.of(
        new Finding.Picture("Full Jacobian", chart(fades, fade -> fade.flow().full())),
        new Finding.Picture("Direct path", chart(direct, fade -> fade.flow().direct())));
  }

  private static Drawing chart(List<Fade> fades, Function<Fade, double[]> values) {
    return (surface, area, look) -> {
      var series = new ArrayList<LineChart.Series>();
      for (var fade : fades) {
        series.add(
            new LineChart.Series(
                fade.name(),
                look.palette().category(COLOURS[series.size() % COLOURS.length]),
                0,
                values.apply(fade),
                -1,
                ""));
      }
      var chart = new LineChart(new Axes("steps back", "gradient"), Scale.Kind.LOG, AT, series);
      chart.draw(surface, area, look);
      // Dashes of the first above the others: where it runs with one of them, both are seen.
      if (series.size() > 1) {
        var first = series.getFirst();
        var frame = chart.frame(area, look);
        double[] gradients = first.values();
        surface.line(
            IntStream.range(0, gradients.length).mapToDouble(frame::pixelX).toArray(),
            Arrays.stream(gradients).map(frame::pixelY).toArray(),
            new Ink.Stroke(
                first.colour(), look.px(Space.LINE), look.px(Space.SMALL), look.px(Space.SMALL)));
      }
    };
  }

  private static final int[] COLOURS = {0, 2, 4, 3};

  /// The gradients at a few distances, a line each.
  static String numbers(List<Fade> fades) {
    var lines = new ArrayList<String>();
    for (var fade : fades) {
      double[] full = fade.flow().full();
      double[] direct = fade.flow().direct();
      for (int distance : LISTED) {
        if (distance < full.length) {
          lines.add(
              "%-16s %3d steps back   full %-9s%s"
                  .formatted(
                      fade.name(),
                      distance,
                      Numbers.text(full[distance]),
                      direct.length == 0 ? "" : "   direct " + Numbers.text(direct[distance])));
        }
      }
    }
    return String.join("\n", lines);
  }

  /// How large the full gradient is at the distance of comparison, in words.
  static String at(Fade fade) {
    return Numbers.text(fade.flow().full()[AT]);
  }
}
