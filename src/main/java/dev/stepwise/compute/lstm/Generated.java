package dev.stepwise.compute.lstm;

import dev.stepwise.compute.linear.RandomMatrices;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.math3.random.Well19937c;

/// What a scenario leaves out, made from its seed. Each matrix has a stream of its own, so that one
/// that is stated changes no other.
final class Generated {
  private static final int FEATURES = 2;
  private static final int SEQUENCE_STREAM = 'X';

  private static final Pattern LETTER = Pattern.compile("\\X");

  /// Control characters, joiners and the like, marks without a letter, white space.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{M}\\p{Z}]+");

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
  static double[][] oneHot(List<String> letters) {
    var alphabet = alphabet(letters);
    var columns = new HashMap<String, Integer>();
    alphabet.forEach(letter -> columns.put(letter, columns.size()));
    var x = new double[letters.size()][alphabet.size()];
    for (int t = 0; t < x.length; t++) {
      x[t][columns.get(letters.get(t))] = 1;
    }
    return x;
  }

  /// The letters of a text as people count them: a letter with its marks, or a picture of several
  /// code points, is one (*Unicode Text Segmentation*, Unicode Standard Annex 29, section 3). In
  /// normalisation form C, so that é is é however it was typed.
  static List<String> letters(String text) {
    return LETTER
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /// The different letters, in the order in which they first appear.
  static List<String> alphabet(List<String> letters) {
    return letters.stream().distinct().toList();
  }

  /// A letter as it is written on a label; white space by its name, what shows nothing by its code
  /// points.
  static String label(String letter) {
    return switch (letter) {
      case " " -> "␣";
      case "\n", "\r\n" -> "↵";
      case "\t" -> "⇥";
      default ->
          UNSEEN.matcher(letter).matches()
              ? letter
                  .codePoints()
                  .mapToObj(point -> String.format(Locale.ROOT, "U+%04X", point))
                  .collect(Collectors.joining(" "))
              : letter;
    };
  }
}
