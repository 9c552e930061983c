package dev.stepwise.draw;

import java.util.Arrays;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Colours for magnitudes: 256 steps, straight lines in sRGB between published control values.
public final class ColourMap {
  private static final int STEPS = 256;

  /// Viridis, perceptually uniform, by van der Walt and Smith (matplotlib 2.0, CC0).
  public static final ColourMap VIRIDIS =
      new ColourMap(
          "#440154", "#482878", "#3e4a89", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6dcd59",
          "#b4de2c", "#fde725");

  /// Cividis, which looks the same to people with red-green blindness, by Nuñez, Anderton and
  /// Renslow, "Optimizing colormaps with consideration for color vision deficiency", PLOS ONE 13
  /// (2018).
  public static final ColourMap CIVIDIS =
      new ColourMap(
          "#00204d", "#00336f", "#39486b", "#575c6d", "#707173", "#8a8779", "#a69d75", "#c4b56c",
          "#e4cf5b", "#ffea46");

  private static final ColourMap DIVERGING_LIGHT =
      new ColourMap("#08458c", "#4a90cd", "#ffffff", "#f0993e", "#a84300");
  private static final ColourMap DIVERGING_DARK =
      new ColourMap("#a8d4ff", "#3f8fd6", "#1c2128", "#d67a1c", "#ffd29b");

  private final int[] argb = new int[STEPS];
  private final double power;

  private ColourMap(String... controls) {
    power = 1;
    for (int i = 0; i < STEPS; i++) {
      double at = i * (controls.length - 1) / (STEPS - 1.0);
      int below = Math.min((int) at, controls.length - 2);
      var colour =
          Color.web(controls[below]).interpolate(Color.web(controls[below + 1]), at - below);
      argb[i] = Argb.premultiplied(colour, 1);
    }
  }

  private ColourMap(int[] opaque, double power) {
    System.arraycopy(opaque, 0, argb, 0, STEPS);
    this.power = power;
  }

  /// The colours that are seen when this much of them is drawn on a ground: what is paled is known
  /// to those who write on it.
  ///
  /// @param share from 0 for the ground alone to 1 for these colours
  public ColourMap paled(Color ground, double share) {
    var paled = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      paled[i] = Argb.premultiplied(ground.interpolate(colour(argb[i]), share), 1);
    }
    return new ColourMap(paled, power);
  }

  /// The same colours with more of them for small places: that of a place p stands at p^power.
  ///
  /// @param power above 0 and at most 1
  public ColourMap stretched(double power) {
    return new ColourMap(argb, this.power * power);
  }

  /// Whether the other one has the same colours.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ColourMap map && power == map.power && Arrays.equals(argb, map.argb);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(argb);
  }

  /// Blue for negative, orange for positive, and zero near the background.
  public static ColourMap diverging(Palette palette) {
    return palette.dark() ? DIVERGING_DARK : DIVERGING_LIGHT;
  }

  /// The opaque colour at a place, as ARGB.
  ///
  /// @param place 0 to 1; what lies outside has the colour of the nearer end
  public int argb(double place) {
    double within = Math.clamp(place, 0.0, 1.0);
    double at = power == 1 ? within : Math.pow(within, power);
    return argb[(int) (at * (STEPS - 1) + 0.5)];
  }

  /// Fills a row of pixels, each with [#argb] of the place of a value; what is not finite leaves
  /// its pixel empty. The operations of both, in one loop without calls: a large heatmap has a
  /// million pixels.
  ///
  /// @param columns which of the values each pixel shows
  /// @param into where the pixels go, from `at` on
  void fill(double[] row, int[] columns, LinearScale values, int[] into, int at) {
    double from = values.from();
    double perStep = (STEPS - 1) / (values.to() - from);
    for (int x = 0; x < columns.length; x++) {
      double value = row[columns[x]];
      int colour = power == 1 ? argb(value, from, perStep) : argb(values.place(value));
      into[at + x] = Double.isFinite(value) ? colour : 0;
    }
  }

  /// The opaque colour of a value, as ARGB.
  int argb(double value, LinearScale values) {
    return power == 1
        ? argb(value, values.from(), (STEPS - 1) / (values.to() - values.from()))
        : argb(values.place(value));
  }

  /// The bounds of a scale are so far from the largest number that what overflows lies outside.
  private int argb(double value, double from, double perStep) {
    int step = (int) ((value - from) * perStep + 0.5);
    return argb[Math.max(0, Math.min(step, STEPS - 1))];
  }

  /// The colour at a place.
  ///
  /// @param place 0 to 1; what lies outside has the colour of the nearer end
  public Color colour(double place) {
    return colour(argb(place));
  }

  private static Color colour(int step) {
    return Color.rgb((step >> 16) & 0xff, (step >> 8) & 0xff, step & 0xff);
  }
}
