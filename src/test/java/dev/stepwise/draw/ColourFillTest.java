package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of pixels against the colour of each value.
class ColourFillTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void a_row_has_the_colours_of_its_values(long seed) {
    var random = new Random(seed);
    double size = Math.pow(10, random.nextInt(600) - 300);
    var row = random.doubles(300, -size, size).toArray();
    row[3] = Double.NaN;
    row[4] = Double.POSITIVE_INFINITY;
    row[5] = Double.NEGATIVE_INFINITY;
    row[6] = Double.MAX_VALUE;
    row[7] = -Double.MAX_VALUE;
    row[8] = 0;
    int[] columns = IntStream.range(0, 300).map(_ -> random.nextInt(300)).toArray();
    var within = Arrays.copyOfRange(row, 20, 60); // others lie outside of the scale
    for (var map :
        new ColourMap[] {
          ColourMap.CIVIDIS,
          ColourMap.diverging(Palette.LIGHT),
          ColourMap.VIRIDIS.stretched(0.4).paled(Color.WHITE, 0.5)
        }) {
      for (var scale :
          new ColourScale[] {
            ColourScale.over(map, new double[][] {within}),
            ColourScale.centred(map, new double[][] {within}),
            new ColourScale(map, new LinearScale(Double.NaN, Double.NaN))
          }) {
        var pixels = new int[302];
        scale.fill(row, columns, pixels, 2);
        for (int x = 0; x < 300; x++) {
          double value = row[columns[x]];
          assertThat(pixels[2 + x]).isEqualTo(Double.isFinite(value) ? scale.argb(value) : 0);
        }
      }
    }
  }
}
