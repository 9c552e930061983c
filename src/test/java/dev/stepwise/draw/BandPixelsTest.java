package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.testing.OneAtATime;
import java.util.Arrays;
import java.util.Random;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bands of pixels against the areas of the bands.
@OneAtATime
class BandPixelsTest {
  private static final Box ROOM = new Box(10, 20, 40, 30);

  private static Pixels drawn(double[] xs, double[] tops, double[] bottoms) {
    var band = new BandPixels(ROOM);
    band.add(xs, tops, bottoms, xs.length);
    var surface = new RecordingSurface();
    band.draw(surface, Color.BLACK);
    assertThat(surface.pixels).hasSize(1);
    return surface.pixels.getFirst();
  }

  private static int alpha(Pixels pixels, int x, int y) {
    return pixels.argb()[y * pixels.width() + x] >>> 24;
  }

  private static double covered(Pixels pixels) {
    return Arrays.stream(pixels.argb()).mapToDouble(argb -> (argb >>> 24) / 255.0).sum();
  }

  @Test
  void a_pixel_has_as_much_of_the_colour_as_is_covered() {
    var pixels =
        drawn(new double[] {12.5, 17.5}, new double[] {25.25, 25.25}, new double[] {28, 28});
    assertThat(pixels.height()).isEqualTo(3); // only the rows that have something
    assertThat(alpha(pixels, 1, 1)).isZero();
    assertThat(alpha(pixels, 2, 0)).isCloseTo(191, within(1));
    assertThat(alpha(pixels, 2, 1)).isEqualTo(255);
    assertThat(alpha(pixels, 7, 2)).isEqualTo(255);
    assertThat(alpha(pixels, 8, 1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_noisy_band_covers_its_area(long seed) {
    var random = new Random(seed);
    int n = 30;
    var xs = new double[n];
    var tops = new double[n];
    var bottoms = new double[n];
    double area = 0;
    for (int i = 0; i < n; i++) {
      xs[i] = 12 + i * 1.1;
      tops[i] = 21 + 10 * random.nextDouble();
      bottoms[i] = 33 + 15 * random.nextDouble();
      if (i > 0) {
        area += 1.1 * (bottoms[i] - tops[i] + bottoms[i - 1] - tops[i - 1]) / 2;
      }
    }
    area += (bottoms[0] - tops[0] + bottoms[n - 1] - tops[n - 1]) / 2; // half a pixel at each end
    assertThat(covered(drawn(xs, tops, bottoms))).isCloseTo(area, within(0.01 * area));
  }

  @Test
  void what_lies_beyond_the_room_is_left_out() {
    var xs = new double[] {-100, 100};
    var pixels = drawn(xs, new double[] {-1e5, -1e5}, new double[] {1e5, 1e5});
    assertThat(covered(pixels)).isEqualTo(ROOM.width() * ROOM.height());
  }

  @Test
  void nothing_is_drawn_of_a_band_that_is_not_seen() {
    var band = new BandPixels(ROOM);
    band.add(new double[] {60, 70}, new double[] {22, 22}, new double[] {30, 30}, 2);
    band.add(new double[] {12, 30}, new double[] {60, 60}, new double[] {70, 70}, 2);
    var surface = new RecordingSurface();
    band.draw(surface, Color.BLACK);
    assertThat(surface.images).isZero();
  }
}
