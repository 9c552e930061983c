package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.testing.OneAtATime;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OneAtATime
class RegionMarkTest {
  private static final Box BOX = new Box(10, 20, 300, 200);

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  private static int nearest(double[] xs, double[] ys, double x, double y) {
    int nearest = 0;
    for (int i = 1; i < xs.length; i++) {
      if (Math.hypot(xs[i] - x, ys[i] - y) < Math.hypot(xs[nearest] - x, ys[nearest] - y)) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static double area(RegionMark.Cell cell) {
    double twice = 0;
    for (int i = 0; i < cell.xs().length; i++) {
      int next = (i + 1) % cell.xs().length;
      twice += cell.xs()[i] * cell.ys()[next] - cell.xs()[next] * cell.ys()[i];
    }
    return Math.abs(twice) / 2;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_place_of_a_cell_is_nearest_to_its_centroid(int seed) {
    var random = new Random(seed);
    int k = 1 + random.nextInt(64);
    var xs = random.doubles(k, -4, 4).toArray();
    var ys = random.doubles(k, 0, 100).toArray();
    // Axes of different units, so that a cell is not what it would be in pixels.
    var frame = new PlotFrame(BOX, new LinearScale(-5, 5), new LinearScale(-10, 90));
    var cells = new RegionMark(xs, ys).cells(frame);
    double total = 0;
    for (int i = 0; i < k; i++) {
      total += area(cells[i]);
      for (int sample = 0; sample < 50 && !cells[i].isEmpty(); sample++) {
        var weights = random.doubles(cells[i].xs().length, 0.01, 1).toArray();
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int corner = 0; corner < weights.length; corner++) {
          sum += weights[corner];
          x += weights[corner] * cells[i].xs()[corner];
          y += weights[corner] * cells[i].ys()[corner];
        }
        assertThat(nearest(xs, ys, frame.dataX(x / sum), frame.dataY(y / sum))).isEqualTo(i);
      }
    }
    assertThat(total).as("the cells cover the plot").isCloseTo(300 * 200, within(1e-3));
  }

  @Test
  void of_equal_centroids_the_first_has_the_cell() {
    var frame = new PlotFrame(BOX, new LinearScale(0, 1), new LinearScale(0, 1));
    var cells =
        new RegionMark(new double[] {0.5, 0.5, Double.NaN}, new double[] {0.5, 0.5, 0})
            .cells(frame);
    assertThat(area(cells[0])).isCloseTo(300 * 200, within(1e-6));
    assertThat(cells[1].isEmpty()).isTrue();
    assertThat(cells[2].isEmpty()).isTrue();
  }

  @Test
  void huge_coordinates_do_not_overflow() {
    var frame = new PlotFrame(BOX, new LinearScale(-1e300, 1e300), new LinearScale(-1e300, 1e300));
    var cells = new RegionMark(new double[] {-1e299, 1e299}, new double[] {0, 0}).cells(frame);
    assertThat(area(cells[0])).isCloseTo(300 * 200 / 2.0, within(1e-3));
    assertThat(area(cells[1])).isCloseTo(300 * 200 / 2.0, within(1e-3));
  }

  @Test
  void a_logarithmic_axis_is_refused() {
    var frame = new PlotFrame(BOX, new LogScale(1, 10), new LinearScale(0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegionMark(new double[] {1}, new double[] {1}).cells(frame));
  }
}
