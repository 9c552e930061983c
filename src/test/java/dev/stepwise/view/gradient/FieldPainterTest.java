package dev.stepwise.view.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientMistake;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.Trainer;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pictures;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.testing.OneAtATime;
import java.awt.Color;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The regions against the network's own forward pass, at places where nothing is interpolated.
@OneAtATime
class FieldPainterTest {
  private static final int SIDE = 40;
  private static final int EVERY = 4;
  private static final PlotFrame PLOT =
      new PlotFrame(new Box(0, 0, SIDE, SIDE), new LinearScale(-2, 2), new LinearScale(-2, 2));

  /// A network over two inputs whose samples are the places that are looked at. Two of its three
  /// units are off over much of the plane.
  private static NetworkProblem problem(GradientMistake mistake) {
    int across = SIDE / EVERY;
    double[][] places =
        IntStream.range(0, across * across)
            .mapToObj(
                i -> new double[] {PLOT.dataX(i % across * EVERY), PLOT.dataY(i / across * EVERY)})
            .toArray(double[][]::new);
    var given =
        Given.nothing()
            .withInputs(
                Map.of(
                    "X", places,
                    "y", IntStream.range(0, places.length).map(i -> i % 2).toArray(),
                    "W1", new double[][] {{1, -1, 0.5}, {0.3, 0.8, -1.2}},
                    "b1", new double[] {-0.4, 0.2, 0.1},
                    "W2", new double[][] {{0.9, -0.6}, {-0.7, 0.8}, {0.4, -0.5}},
                    "b2", new double[] {0.1, -0.1}))
            .withParameters(Map.of(Mistakes.PARAMETER, mistake.id()));
    return (NetworkProblem) new GradientExercise().problem(given);
  }

  @ParameterizedTest
  @EnumSource(
      value = GradientMistake.class,
      names = {"NONE", "RELU_PASSES_NEGATIVES", "NO_TARGET"})
  void each_place_has_the_colours_of_the_probabilities_that_the_network_gives_it(
      GradientMistake mistake) {
    var problem = problem(mistake);
    var at = Trainer.initialise(problem);
    var look = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
    var picture =
        Pictures.drawn(
            SIDE,
            SIDE,
            look,
            surface -> new FieldPainter().draw(surface, PLOT, at, problem.leak(), look.palette()));
    double[][] p = Trainer.forward(problem, problem.data().training(), at).p();
    int across = SIDE / EVERY;
    int compared = 0;
    for (int i = 0; i < p.length; i++) {
      var pixel = new Color(picture.getRGB(i % across * EVERY, i / across * EVERY));
      var seen = new double[] {pixel.getRed(), pixel.getGreen(), pixel.getBlue()};
      if (seen[0] + seen[1] + seen[2] < 3 * 255) { // no seam
        double[] expected = colour(p[i]);
        for (int c = 0; c < 3; c++) {
          assertThat(seen[c]).isBetween(expected[c] - 2, expected[c] + 2);
        }
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(80);
  }

  private static double[] colour(double[] p) {
    var mixed = new double[3];
    for (int c = 0; c < p.length; c++) {
      var pure = Palette.LIGHT.category(c);
      mixed[0] += p[c] * 255 * (1 + 0.3 * (pure.getRed() - 1));
      mixed[1] += p[c] * 255 * (1 + 0.3 * (pure.getGreen() - 1));
      mixed[2] += p[c] * 255 * (1 + 0.3 * (pure.getBlue() - 1));
    }
    return mixed;
  }
}
