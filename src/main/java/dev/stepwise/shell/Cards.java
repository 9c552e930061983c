package dev.stepwise.shell;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/// The cards of the seven exercises.
public final class Cards {
  /// Exercise 1.
  public static final Card SELF_ATTENTION =
      new Card(
          1,
          "self-attention",
          "Self-attention",
          "Self-attention",
          Feather.EYE,
          "How “it” finds its noun, and why the scores are divided by √dₖ.",
          30);

  /// Exercise 2.
  public static final Card MULTI_HEAD_ATTENTION =
      new Card(
          2,
          "multi-head-attention",
          "Multi-head attention",
          "Multi-head",
          Feather.GRID,
          "Why eight small heads cost no more than one, and where reshaping fails.",
          30);

  /// Exercise 3.
  public static final Card LSTM =
      new Card(
          3,
          "lstm",
          "LSTM cell",
          "LSTM cell",
          Feather.ACTIVITY,
          "How a gate keeps one bit for 40 steps where a plain RNN forgets it.",
          35);

  /// Exercise 4.
  public static final Card K_MEANS =
      new Card(
          4,
          "k-means",
          "K-means",
          "K-means",
          Feather.TARGET,
          "Why the inertia never rises, and how a bad start still traps it.",
          25);

  /// Exercise 5.
  public static final Card GRADIENT_DESCENT =
      new Card(
          5,
          "gradient-descent",
          "Gradient descent",
          "Gradient descent",
          Feather.TRENDING_DOWN,
          "How the error walks back through a network, one weight at a time.",
          45);

  /// Exercise 6.
  public static final Card BPE =
      new Card(
          6,
          "bpe",
          "BPE tokenizer",
          "BPE tokenizer",
          Feather.SCISSORS,
          "How “lowest” becomes low and est, and who decides when two pairs tie.",
          25);

  /// Exercise 7.
  public static final Card COSINE_SEARCH =
      new Card(
          7,
          "cosine-search",
          "Cosine search",
          "Cosine search",
          Feather.SEARCH,
          "When cosine, dot product and distance disagree on who comes first.",
          25);

  /// All of them, in their order.
  public static final List<Card> ALL =
      List.of(
          SELF_ATTENTION,
          MULTI_HEAD_ATTENTION,
          LSTM,
          K_MEANS,
          GRADIENT_DESCENT,
          BPE,
          COSINE_SEARCH);

  private Cards() {}
}
