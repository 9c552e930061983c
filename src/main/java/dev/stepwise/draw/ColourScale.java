package dev.stepwise.draw;

import java.util.Arrays;
import javafx.scene.paint.Color;

/// Which value has which colour.
public record ColourScale(ColourMap map, LinearScale values) {

  /// From the least to the greatest of the finite values.
  public static ColourScale over(ColourMap map, double[][] values) {
    return new ColourScale(map, LinearScale.over(flat(values), 0));
  }

  /// As far below zero as above it, so that the middle colour means zero.
  public static ColourScale centred(ColourMap map, double[][] values) {
    double furthest = 0;
    for (double value : flat(values)) {
      furthest = Double.isFinite(value) ? Math.max(furthest, Math.abs(value)) : furthest;
    }
    double end = furthest == 0 ? 1 : furthest;
    return new ColourScale(map, new LinearScale(-end, end));
  }

  private static double[] flat(double[][] values) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
  }

  /// The same values in the colours that are seen when this much of them is drawn on a ground.
  ///
  /// @param share from 0 for the ground alone to 1 for these colours
  public ColourScale paled(Color ground, double share) {
    return new ColourScale(map.paled(ground, share), values);
  }

  /// The colour of a finite value.
  public Color colour(double value) {
    return map.colour(values.place(value));
  }

  /// The colour of a finite value, as opaque ARGB.
  public int argb(double value) {
    return map.argb(value, values);
  }

  /// Fills a row of pixels, each with the colour of one of some values; one that is not finite
  /// leaves its pixel empty.
  ///
  /// @param columns the value of each pixel
  /// @param into where the pixels go, from `at` on
  void fill(double[] row, int[] columns, int[] into, int at) {
    map.fill(row, columns, values, into, at);
  }

  /// What is read best on the colour of a value.
  public Color textOn(double value) {
    return Contrast.textOn(colour(value));
  }
}
