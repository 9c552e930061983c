package dev.stepwise.compute.cosine.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.util.FastMath;

/// How much a word says about a text: its count there, times its inverse document frequency `ln((1
/// + n) / (1 + df)) + 1`, where df of the n texts hold the word; the weights of a text are then
///   divided by their norm.
///
/// K. Spärck Jones, "A statistical interpretation of term specificity and its application in
/// retrieval", Journal of Documentation 28 (1972), with the smoothing that scikit-learn uses.
public final class TfIdf {
  private final List<String> vocabulary;
  private final Map<String, Integer> terms;
  private final int[] documentFrequency;
  private final double[] idf;
  private final int texts;

  private TfIdf(List<String> vocabulary, int[] documentFrequency, int texts) {
    this.vocabulary = vocabulary;
    this.documentFrequency = documentFrequency;
    this.texts = texts;
    this.terms = new HashMap<>();
    for (int term = 0; term < vocabulary.size(); term++) {
      terms.put(vocabulary.get(term), term);
    }
    this.idf =
        Arrays.stream(documentFrequency)
            .mapToDouble(df -> FastMath.log((1.0 + texts) / (1.0 + df)) + 1)
            .toArray();
  }

  /// Learns vocabulary and frequencies.
  ///
  /// @param bags the words of each text
  public static TfIdf of(List<List<String>> bags) {
    var counts = new TreeMap<String, Integer>();
    for (var bag : bags) {
      for (var word : new HashSet<>(bag)) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    var frequencies = counts.values().stream().mapToInt(Integer::intValue).toArray();
    return new TfIdf(List.copyOf(counts.keySet()), frequencies, bags.size());
  }

  /// The words, in alphabetical order.
  public List<String> vocabulary() {
    return vocabulary;
  }

  /// The index of a word in the vocabulary; -1 for a word that no text holds.
  public int term(String word) {
    return terms.getOrDefault(word, -1);
  }

  /// In how many texts a word of the vocabulary stands.
  public int documentFrequency(int term) {
    return documentFrequency[term];
  }

  /// The inverse document frequency of a word of the vocabulary, at least 1.
  public double idf(int term) {
    return idf[term];
  }

  /// How many texts were learnt from.
  public int texts() {
    return texts;
  }

  /// The weights of a text, of norm 1; all 0 where it holds no word of the vocabulary.
  ///
  /// @param bag its words
  public SparseVector weights(List<String> bag) {
    var counts = new TreeMap<Integer, Integer>();
    for (var word : bag) {
      int term = term(word);
      if (term >= 0) {
        counts.merge(term, 1, Integer::sum);
      }
    }
    var places = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
    var values = new double[places.length];
    double squares = 0;
    for (int e = 0; e < places.length; e++) {
      values[e] = counts.getOrDefault(places[e], 0) * idf[places[e]];
      squares += values[e] * values[e];
    }
    for (int e = 0; e < places.length; e++) {
      values[e] /= Math.sqrt(squares);
    }
    return new SparseVector(places, values);
  }
}
