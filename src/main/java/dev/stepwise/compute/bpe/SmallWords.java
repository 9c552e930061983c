package dev.stepwise.compute.bpe;

import static dev.stepwise.compute.bpe.BpeParameters.NUM_MERGES;
import static dev.stepwise.compute.bpe.BpeParameters.WORDS;

import dev.stepwise.compute.exercise.Given;
import java.util.LinkedHashMap;
import java.util.random.RandomGenerator;

/// Few words of few different letters.
final class SmallWords {
  private static final String LETTERS = "abc";
  private static final int LONGEST = 5;
  private static final int MOST_OFTEN = 3;
  private static final int MERGES = 3;

  private SmallWords() {}

  /// @param size how many letters the different words have in all; a word that is drawn again
  ///   becomes more frequent
  static Given of(int size, RandomGenerator random) {
    var words = new LinkedHashMap<String, Long>();
    int left = size;
    while (left > 0) {
      int length = random.nextInt(1, Math.min(left, LONGEST) + 1);
      words.merge(word(length, random), random.nextLong(1, MOST_OFTEN + 1), Long::sum);
      left -= length;
    }
    return Given.nothing().with(WORDS, words).with(NUM_MERGES, MERGES);
  }

  private static String word(int length, RandomGenerator random) {
    var word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }
}
