package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.testing.OneAtATime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

@OneAtATime
class ColourTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);

  /// Relative luminance as WCAG 2 defines it.
  private static double lightness(Color colour) {
    double[] channels = {colour.getRed(), colour.getGreen(), colour.getBlue()};
    for (int i = 0; i < 3; i++) {
      double channel = channels[i];
      channels[i] = channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
  }

  @Test
  void sequential_maps_grow_lighter_all_the_way() {
    for (var map : List.of(ColourMap.VIRIDIS, ColourMap.CIVIDIS)) {
      for (int i = 1; i < 64; i++) {
        assertThat(lightness(map.colour(i / 63.0)))
            .isGreaterThan(lightness(map.colour((i - 1) / 63.0)));
      }
    }
  }

  @Test
  void a_centred_scale_gives_zero_the_middle_colour() {
    var scale =
        ColourScale.centred(
            ColourMap.diverging(Palette.LIGHT), new double[][] {{-1, Double.NaN}, {7, 0}});
    assertThat(scale.values()).isEqualTo(new LinearScale(-7, 7));
    assertThat(lightness(scale.colour(0))).isGreaterThan(0.97);
    assertThat(scale.colour(-7).getBlue()).isGreaterThan(scale.colour(-7).getRed());
    assertThat(scale.colour(7).getRed()).isGreaterThan(scale.colour(7).getBlue());
  }

  @Test
  void the_key_of_a_low_bar_has_two_numbers() {
    var scale = new ColourScale(ColourMap.diverging(Palette.LIGHT), new LinearScale(-4.5, 4.5));
    assertThat(words(new ColourBar(scale, "score"), 60)).contains("−4", "4");
  }

  @Test
  void a_stretched_map_has_the_same_ends_and_tells_small_values_apart() {
    var even = ColourMap.CIVIDIS;
    var stretched = even.stretched(0.25);
    assertThat(stretched.argb(0)).isEqualTo(even.argb(0));
    assertThat(stretched.argb(1)).isEqualTo(even.argb(1));
    assertThat(even.argb(1 / 512.0)).isEqualTo(even.argb(0));
    assertThat(lightness(stretched.colour(1 / 512.0)) - lightness(stretched.colour(0)))
        .isGreaterThan(0.03);
  }

  private static List<String> words(ColourBar bar, double height) {
    var surface = new RecordingSurface();
    bar.draw(surface, new Box(0, 0, 60, height), LOOK);
    return surface.texts.stream().map(RecordingSurface.Words::text).toList();
  }

  @Test
  void words_on_any_colour_can_be_read() {
    for (var map :
        List.of(
            ColourMap.VIRIDIS,
            ColourMap.CIVIDIS,
            ColourMap.diverging(Palette.LIGHT),
            ColourMap.diverging(Palette.DARK),
            ColourMap.diverging(Palette.LIGHT).paled(Palette.LIGHT.background(), 0.6),
            ColourMap.diverging(Palette.DARK).paled(Palette.DARK.background(), 0.8))) {
      var scale = new ColourScale(map, new LinearScale(0, 1));
      for (double value = 0; value <= 1; value += 1 / 1024.0) {
        double ground = lightness(scale.colour(value));
        double ink = lightness(scale.textOn(value));
        double contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
        assertThat(contrast).as("on %s", scale.colour(value)).isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @Test
  void the_better_of_black_and_white_is_chosen_on_every_grey() {
    for (int grey = 0; grey <= 255; grey++) {
      var ground = Color.grayRgb(grey);
      double chosen = Contrast.ratio(Contrast.textOn(ground), ground);
      assertThat(chosen)
          .isGreaterThanOrEqualTo(4.5)
          .isEqualTo(
              Math.max(Contrast.ratio(Color.BLACK, ground), Contrast.ratio(Color.WHITE, ground)));
    }
    assertThat(Contrast.ratio(Color.WHITE, Color.BLACK)).isCloseTo(21, within(1e-9));
    // The grey of WCAG's examples that white just passes on.
    assertThat(Contrast.ratio(Color.web("#767676"), Color.WHITE)).isCloseTo(4.54, within(0.005));
  }

  @Test
  void heatmap_cells_tile_the_grid() {
    var random = new Random(5);
    for (int n = 1; n < 30; n++) {
      var values = new double[n][2 * n];
      var mark =
          new HeatmapMark(
              values, ColourScale.over(ColourMap.VIRIDIS, values), List.of("row"), List.of());
      var area = new Box(3.3, 7.7, 80 + 300 * random.nextDouble(), 211.5);
      var grid = mark.grid(area, LOOK);
      double right = grid.x();
      for (int column = 0; column < 2 * n; column++) {
        var cell = mark.cell(area, LOOK, n - 1, column);
        assertThat(cell.x()).isEqualTo(right);
        right = cell.right();
      }
      assertThat(right).isEqualTo(grid.right());
    }
  }

  @Test
  void ragged_rows_are_refused() {
    var ragged = new double[][] {{1, 2}, {3}};
    var scale = ColourScale.over(ColourMap.VIRIDIS, ragged);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HeatmapMark(ragged, scale, List.of(), List.of()));
  }

  @Test
  void stamping_over_an_opaque_ground_leaves_it_opaque() {
    var frame = new PlotFrame(new Box(0, 0, 40, 40), new LinearScale(0, 1), new LinearScale(0, 1));
    var scatter = new ScatterMark(new double[] {0.5, 0.53}, new double[] {0.5, 0.5}, new int[2]);
    var pixels = new SpriteStamp(LOOK, 6, SpriteStamp.Placing.DENSE).stamp(scatter, frame);
    assertThat(pixels.argb()[20 * 40 + 20] >>> 24).isEqualTo(255);
    assertThat(pixels.argb()[0]).isZero();
    assertThat(Arrays.stream(pixels.argb()).filter(argb -> argb != 0).count())
        .isBetween(113L, 220L);
  }
}
