package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.attention.AttentionProblem.Origin;
import dev.stepwise.compute.attention.AttentionProblem.Piece;
import java.util.List;
import java.util.stream.IntStream;

/// Everything that determines a run of multi-head attention over n tokens. The arrays are shared
/// and never written to.
///
/// @param tokens n names of the rows of X
/// @param x n×d_model
/// @param queries W_q, d_model×d_model
/// @param keys W_k, d_model×d_model
/// @param values W_v, d_model×d_model
/// @param output W_o, d_model×d_model
/// @param heads how many; divides d_model
/// @param habits what each head was built to do; empty where nobody knows
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record MultiHeadProblem(
    List<String> tokens,
    double[][] x,
    double[][] queries,
    double[][] keys,
    double[][] values,
    double[][] output,
    int heads,
    Mask mask,
    Reshape reshape,
    List<String> habits,
    Origin origin) {

  /// How projections are cut into heads.
  public enum Reshape {
    /// To n×heads×d_k, then transposed: each head gets columns.
    WITH_TRANSPOSE("with-transpose"),
    /// Straight to heads×n×d_k: the shape is right, the numbers are in wrong places.
    WITHOUT_TRANSPOSE("without-transpose");

    private final String word;

    Reshape(String word) {
      this.word = word;
    }

    /// Its word in a scenario.
    public String word() {
      return word;
    }
  }

  /// Copies the lists.
  public MultiHeadProblem {
    tokens = List.copyOf(tokens);
    habits = List.copyOf(habits);
  }

  /// How many tokens: n.
  public int length() {
    return x.length;
  }

  /// The width of X: d_model.
  public int modelWidth() {
    return x[0].length;
  }

  /// The width of a head: d_k = d_model / heads.
  public int headWidth() {
    return modelWidth() / heads;
  }

  /// Whether the reshape puts numbers in wrong places: the wrong one does, except that of one head
  /// or of one token there is only one order.
  public boolean misplaces() {
    return reshape == Reshape.WITHOUT_TRANSPOSE && heads > 1 && length() > 1;
  }

  /// What the rows of a head are where the wrong reshape cuts them: row i of head a is one of the
  /// pieces into which a token's row falls. Empty where rows are tokens.
  public List<Piece> pieces(int head) {
    if (!misplaces()) {
      return List.of();
    }
    return IntStream.range(head * length(), (head + 1) * length())
        .mapToObj(order -> new Piece(order / heads, order % heads))
        .toList();
  }

  /// How many numbers training would learn: 4·d_model².
  public long parameters() {
    return 4L * modelWidth() * modelWidth();
  }
}
