package dev.stepwise.compute.attention;

import java.util.List;
import java.util.Set;

/// Everything that determines a run of self-attention over n tokens. The arrays are shared and
/// never written to.
///
/// @param tokens n names of the rows of X, for people
/// @param x n×d_model, a row a token
/// @param queries W_q, d_model×d_k
/// @param keys W_k, d_model×d_k
/// @param values W_v, d_model×d_k
/// @param settings how it is computed
/// @param origin where the matrices are from
/// @param names of the columns, and of rows that are no tokens
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record AttentionProblem(
    List<String> tokens,
    double[][] x,
    double[][] queries,
    double[][] keys,
    double[][] values,
    Settings settings,
    Origin origin,
    Names names) {

  /// Copies the list.
  public AttentionProblem {
    tokens = List.copyOf(tokens);
  }

  /// How attention is computed.
  ///
  /// @param scale whether scores are to be divided by √d_k
  /// @param mistake what is done wrong on purpose
  public record Settings(boolean scale, Mask mask, SoftmaxKind softmax, AttentionMistake mistake) {
    /// Scaled, without a mask, stable.
    public static final Settings STANDARD = new Settings(true, Mask.NONE, SoftmaxKind.STABLE);

    /// Without a mistake.
    public Settings(boolean scale, Mask mask, SoftmaxKind softmax) {
      this(scale, mask, softmax, AttentionMistake.NONE);
    }

    /// The same with a mistake.
    public Settings making(AttentionMistake other) {
      return new Settings(scale, mask, softmax, other);
    }

    /// Whether scores are divided by √d_k, or by what a mistake takes for it.
    public boolean scales() {
      return scale
          && mistake != AttentionMistake.NO_SCALING
          && mistake != AttentionMistake.SCALES_THE_WEIGHTS;
    }

    /// Whether the greatest score is subtracted before the exponentials. A softmax that goes wrong
    /// in another way is stable.
    public boolean isStable() {
      return softmax == SoftmaxKind.STABLE || mistake.inSoftmax();
    }

    /// How softmax is computed.
    SoftmaxKind effective() {
      return isStable() ? SoftmaxKind.STABLE : SoftmaxKind.NAIVE;
    }

    /// Whether keys that come later are hidden.
    public boolean hides() {
      return mask == Mask.CAUSAL;
    }

    /// Whether they really are: a mistake may hide others.
    public boolean hidesTheFuture() {
      return hides() && mistake.step() != AttentionMistake.Step.MASK;
    }
  }

  /// Which keys a query may look at.
  public enum Mask {
    /// All of them.
    NONE("none"),
    /// Those up to its own place: j > i is hidden.
    CAUSAL("causal");

    private final String word;

    Mask(String word) {
      this.word = word;
    }

    /// Its word in a scenario.
    public String word() {
      return word;
    }
  }

  /// How softmax is computed.
  public enum SoftmaxKind {
    /// With the greatest score subtracted first.
    STABLE("stable"),
    /// As the formula stands.
    NAIVE("naive");

    private final String word;

    SoftmaxKind(String word) {
      this.word = word;
    }

    /// Its word in a scenario.
    public String word() {
      return word;
    }
  }

  /// How tokens become the rows of X where no X is stated.
  public enum Embedding {
    /// A seeded random vector a word, and waves for its place.
    RANDOM("random"),
    /// A column for each different word; nothing tells its place.
    ONE_HOT("one-hot"),
    /// A column for each different word and one for each place.
    TWO_HOT("two-hot");

    private final String word;

    Embedding(String word) {
      this.word = word;
    }

    /// Its word in a scenario.
    public String word() {
      return word;
    }
  }

  /// Where the matrices are from: what was not stated was generated.
  ///
  /// @param stated names of the inputs that were stated
  /// @param embedding how X was generated
  /// @param seed of all that was generated
  public record Origin(Set<String> stated, Embedding embedding, long seed) {
    /// Copies the set.
    public Origin {
      stated = Set.copyOf(stated);
    }
  }

  /// What columns stand for, where it is known.
  ///
  /// @param features of the d_model columns of X; empty where they have no names
  /// @param channels of the d_k columns of Q and K; empty where they have no names
  /// @param pieces what the rows are where they are no tokens; empty where they are
  public record Names(List<String> features, List<String> channels, List<Piece> pieces) {
    /// No names.
    public static final Names NONE = new Names(List.of(), List.of());

    /// Copies the lists.
    public Names {
      features = List.copyOf(features);
      channels = List.copyOf(channels);
      pieces = List.copyOf(pieces);
    }

    /// Names of columns; each row is a token.
    public Names(List<String> features, List<String> channels) {
      this(features, channels, List.of());
    }
  }

  /// What a row of Q, K and V is that a wrong reshape has cut: not a token, but a piece of one.
  ///
  /// @param token the token that it was cut from
  /// @param number which of the token's pieces it is, from 0
  public record Piece(int token, int number) {}

  /// How many tokens: n.
  public int length() {
    return x.length;
  }

  /// The width of X: d_model.
  public int modelWidth() {
    return x[0].length;
  }

  /// The width of Q, K and V: d_k.
  public int keyWidth() {
    return queries[0].length;
  }

  /// The same under other settings.
  public AttentionProblem with(Settings other) {
    return new AttentionProblem(tokens, x, queries, keys, values, other, origin, names);
  }
}
