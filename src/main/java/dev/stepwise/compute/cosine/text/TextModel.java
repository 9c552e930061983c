package dev.stepwise.compute.cosine.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Texts as vectors of a few numbers, and the way for any other text to become one.
///
/// @param texts as they were given
/// @param bags their words
/// @param tfIdf what the words weigh
/// @param rows the weights of each text
/// @param space the directions that are kept
public record TextModel(
    List<String> texts,
    List<List<String>> bags,
    TfIdf tfIdf,
    List<SparseVector> rows,
    LatentSpace space) {

  /// A word and its loading on a component.
  public record Loading(String word, double loading) {}

  /// Copies the lists.
  public TextModel {
    texts = List.copyOf(texts);
    bags = List.copyOf(bags);
    rows = List.copyOf(rows);
  }

  /// Learns from texts.
  ///
  /// @param components how many numbers a text becomes; fewer where the texts span fewer directions
  /// @throws java.util.concurrent.CancellationException soon after the thread is interrupted
  public static TextModel of(List<String> texts, int components) {
    var bags = texts.stream().map(Tokens::of).toList();
    var tfIdf = TfIdf.of(bags);
    var rows = bags.stream().map(tfIdf::weights).toList();
    var space = LatentSpace.of(rows, tfIdf.vocabulary().size(), components);
    return new TextModel(texts, bags, tfIdf, rows, space);
  }

  /// The weights of any text.
  public SparseVector weights(String text) {
    return tfIdf.weights(Tokens.of(text));
  }

  /// The vector of any text, in the same way as those of the texts learnt from.
  public double[] vector(String text) {
    return space.project(weights(text));
  }

  /// The vectors of the texts learnt from, n×components.
  public double[][] vectors() {
    return rows.stream().map(space::project).toArray(double[][]::new);
  }

  /// The words that a component is made of most, by the size of their loading.
  public List<Loading> topWords(int component, int count) {
    var loadings = space.components()[component];
    return IntStream.range(0, loadings.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer term) -> -Math.abs(loadings[term])))
        .limit(count)
        .map(term -> new Loading(tfIdf.vocabulary().get(term), loadings[term]))
        .toList();
  }
}
