package dev.stepwise.compute.lstm;

import dev.stepwise.compute.linear.RandomMatrices;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.random.Well19937c;

/// What a scenario leaves out, made from its seed. Each matrix has a stream of its own, so that one
/// that is stated changes no other.
final class Generated {
  private static final int FEATURES = 2;
  private static final int SEQUENCE_STREAM = 'X';

  private Generated() {}

  /// T×2 independent normal numbers, rounded to three decimals.
  static double[][] sequence(int timeSteps, long seed) {
    double[][] x = RandomMatrices.gaussian(timeSteps, FEATURES, 1, random(seed, SEQUENCE_STREAM));
    for (double[] row : x) {
      Arrays.setAll(row, k -> Math.rint(row[k] * 1000) / 1000);
    }
    return x;
  }

  /// hidden×(input+hidden) independent normal numbers of variance 1/(input+hidden), so that a
  /// weighted sum of numbers of variance 1 has variance 1.
  static double[][] weights(Quantity layer, int hidden, int inputs, long seed) {
    double deviation = 1 / Math.sqrt(inputs + hidden);
    return RandomMatrices.gaussian(
        hidden, inputs + hidden, deviation, random(seed, layer.suffix().charAt(0)));
  }

  /// The biases: the forget gate's are as told, all others 0.
  static double[] bias(Quantity layer, int hidden, double forgetBias) {
    var bias = new double[hidden];
    if (layer == Quantity.F) {
      Arrays.fill(bias, forgetBias);
    }
    return bias;
  }

  private static Well19937c random(long seed, int stream) {
    return new Well19937c(new int[] {(int) seed, (int) (seed >>> 32), stream});
  }

  /// A text as one row a letter: 1 in the column of that letter, 0 elsewhere. Columns are in the
  /// order in which the letters first appear.
  static double[][] oneHot(int[] letters) {
    int[] alphabet = alphabet(letters);
    var x = new double[letters.length][alphabet.length];
    for (int t = 0; t < letters.length; t++) {
      for (int k = 0; k < alphabet.length; k++) {
        x[t][k] = letters[t] == alphabet[k] ? 1 : 0;
      }
    }
    return x;
  }

  /// The different letters, in the order in which they first appear.
  static int[] alphabet(int[] letters) {
    return Arrays.stream(letters).distinct().toArray();
  }

  /// A letter as it is written on a label; white space by its name.
  static String label(int letter) {
    return switch (letter) {
      case ' ' -> "␣";
      case '\n' -> "↵";
      case '\t' -> "⇥";
      default ->
          Character.isISOControl(letter)
              ? String.format(Locale.ROOT, "U+%04X", letter)
              : Character.toString(letter);
    };
  }
}
