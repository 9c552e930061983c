package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.attention.AttentionProblem.Names;
import dev.stepwise.compute.attention.AttentionProblem.Origin;
import dev.stepwise.compute.attention.AttentionProblem.Piece;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.multihead.MultiHead.Place;
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
/// @param intended how projections are to be cut into heads
/// @param habits what each head was built to do; empty where nobody knows
/// @param mistake what is done wrong on purpose
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
    Reshape intended,
    List<String> habits,
    Origin origin,
    MultiHeadMistake mistake) {

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

  /// How projections are cut into heads, the mistake included.
  public Reshape reshape() {
    return mistake == MultiHeadMistake.NO_TRANSPOSE ? Reshape.WITHOUT_TRANSPOSE : intended;
  }

  /// Whether the reshape puts numbers in wrong places: the wrong one does, except that of one head
  /// or of one token there is only one order.
  public boolean misplaces() {
    return reshape() == Reshape.WITHOUT_TRANSPOSE && heads > 1 && length() > 1;
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

  /// How each head attends: scaled, stable, unless a mistake changes it.
  public Settings settings() {
    return new Settings(true, mask, SoftmaxKind.STABLE, mistake.inHeads());
  }

  /// The problem that exercise 1 would have for a head: the same tokens and X, and the head's
  /// columns of W_q, W_k and W_v. After a wrong reshape its rows are no tokens, and are not called
  /// so.
  public AttentionProblem single(int head) {
    return new AttentionProblem(
        tokens,
        x,
        MultiHead.columns(queries, heads, head),
        MultiHead.columns(keys, heads, head),
        MultiHead.columns(values, heads, head),
        settings(),
        origin,
        new Names(List.of(), List.of(), pieces(head)));
  }

  /// Where in the n×d_model projection the number comes from that a head has at a place: row and
  /// column.
  public int[] source(Place place) {
    return reshape().source(this, place);
  }

  /// Where a number of the n×d_model projection goes.
  public Place target(int row, int column) {
    return reshape().target(this, row, column);
  }

  /// What a row of the joined heads and of the output is: a token's, but not after a wrong reshape.
  String row(int row) {
    return misplaces() ? "row " + row : Words.token(tokens, row);
  }

  /// Of what there is only one where the wrong reshape puts nothing in a wrong place.
  String onlyOne() {
    return heads == 1 ? "head" : "token";
  }
}
