package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.Attention.Pass;
import dev.stepwise.compute.attention.Attention.Projections;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.linear.Matrices;
import java.util.Arrays;

/// A mistake that people make in attention, in the place of one step of the right way. What each
/// does instead is [MistakenAttention].
public enum AttentionMistake {
  /// None.
  NONE("none", "", Step.OUTPUT, ""),
  /// Queries meet queries.
  QUERIES_FOR_KEYS(
      "queries-for-keys",
      "queries times queries",
      Step.SCORES,
      "Queries are multiplied with queries: W_k is computed with, but its keys are never asked."),
  /// K·Qᵀ.
  SWAPPED(
      "queries-and-keys-swapped",
      "K·Qᵀ for Q·Kᵀ",
      Step.SCORES,
      "Keys are multiplied with queries, K·Qᵀ: each row belongs to a key, where a query's row"
          + " should stand."),
  /// The scores stay as they are.
  NO_SCALING("no-scaling", "scores not divided by √dₖ", Step.SCALE, ""),
  /// Divided by d_k.
  DIVIDES_BY_D_K(
      "divides-by-d_k",
      "divided by dₖ, without the root",
      Step.SCALE,
      "The scores are divided by d_k itself, where its square root belongs."),
  /// Multiplied by √d_k.
  MULTIPLIES_BY_THE_ROOT(
      "multiplies-by-the-root",
      "multiplied by √dₖ",
      Step.SCALE,
      "The scores are multiplied by √d_k, where they should be divided by it."),
  /// What comes before is hidden.
  MASKS_THE_PAST(
      "masks-the-past",
      "the mask hides the past",
      Step.MASK,
      "The keys before the query are hidden, j < i, and those that come later are seen."),
  /// Hidden scores become 0.
  MASKS_WITH_ZERO(
      "masks-with-zero",
      "masked with 0",
      Step.MASK,
      "The scores of later keys become 0, where −∞ belongs: e to the power of 0 is 1, so nothing is"
          + " hidden."),
  /// Softmax down the columns.
  ALONG_COLUMNS(
      "softmax-along-columns",
      "softmax along the columns",
      Step.SOFTMAX,
      "The exponentials are divided by the sum of their column: each key shares 1 among the"
          + " queries, and the rows need not sum to 1."),
  /// Exponentials without their sum.
  NOT_DIVIDED(
      "softmax-not-divided",
      "exponentials not divided by their sum",
      Step.SOFTMAX,
      "The exponentials are taken for weights as they are: nobody divides them by their sum, and"
          + " the greatest of each row is 1."),
  /// Scaled after softmax.
  SCALES_THE_WEIGHTS(
      "scales-the-weights",
      "weights divided by √dₖ, not scores",
      Step.SOFTMAX,
      "The weights are divided by √d_k after softmax, where the scores should have been before it:"
          + " each row sums to 1/√d_k."),
  /// A·K.
  KEYS_FOR_VALUES(
      "keys-for-values",
      "keys for values",
      Step.OUTPUT,
      "The weights mix the keys, where the values belong."),
  /// No weights.
  SUM_FOR_MEAN(
      "sum-for-mean",
      "the sum of the values",
      Step.OUTPUT,
      "The values are added up as they are, and the weights are left out: every row comes out the"
          + " same."),
  /// The same weight for all.
  PLAIN_MEAN(
      "plain-mean",
      "the plain mean of the values",
      Step.OUTPUT,
      "Every value counts alike, whatever its weight is: every row comes out the same."),
  /// Aᵀ·V.
  WEIGHTS_TRANSPOSED(
      "weights-transposed",
      "weights transposed",
      Step.OUTPUT,
      "A column of the weights mixes the values, where the row of the query belongs.");

  /// Which step goes wrong.
  enum Step {
    SCORES,
    SCALE,
    MASK,
    SOFTMAX,
    OUTPUT
  }

  private final String id;
  private final String title;
  private final Step step;
  private final String said;

  AttentionMistake(String id, String title, Step step, String said) {
    this.id = id;
    this.title = title;
    this.step = step;
    this.said = said;
  }

  /// Its name in files.
  public String id() {
    return id;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// Which step goes wrong.
  Step step() {
    return step;
  }

  /// What is done, in a sentence or two; empty where the steps of a setting say it.
  public String said() {
    return said;
  }

  /// Whether softmax goes wrong: no row goes through its parts.
  public boolean inSoftmax() {
    return this != NONE && step == Step.SOFTMAX;
  }

  /// Whether a step computes what the mistake gets wrong, in a way that no setting shows.
  public boolean changes(AttentionFrame frame) {
    if (said.isEmpty()) {
      return false;
    }
    return switch (frame.focus()) {
      case ProjectionFocus _, ScaleFocus.Unscaled _, MaskFocus.Unmasked _ -> false;
      case ScoreFocus _ -> step == Step.SCORES;
      case ScaleFocus _ -> step == Step.SCALE;
      case MaskFocus _ -> step == Step.MASK;
      case SoftmaxFocus _ -> step == Step.SOFTMAX;
      case OutputFocus _ -> step == Step.OUTPUT;
    };
  }

  /// Whether scores, or the output, come to be in another way than the usual formula says.
  public boolean spoils(Tensor tensor) {
    return !said.isEmpty()
        && switch (tensor) {
          case SCORES -> step == Step.SCORES || step == Step.SCALE;
          case WEIGHTS -> step == Step.SOFTMAX;
          case OUTPUT -> step == Step.OUTPUT;
          default -> false;
        };
  }

  /// The pass from queries, keys and values on, with the mistake in it.
  public Pass pass(Projections projections, Settings settings) {
    return this == NONE
        ? Attention.pass(projections, settings)
        : MistakenAttention.pass(projections, settings);
  }

  /// What asks in the scores: Q, unless that is the mistake.
  Tensor asking() {
    return this == SWAPPED ? Tensor.K : Tensor.Q;
  }

  /// What answers in the scores: K, unless that is the mistake.
  Tensor answering() {
    return this == SWAPPED || this == QUERIES_FOR_KEYS ? Tensor.Q : Tensor.K;
  }

  /// What is mixed: V, unless that is the mistake.
  Tensor mixed() {
    return this == KEYS_FOR_VALUES ? Tensor.K : Tensor.V;
  }

  /// How much of what is mixed each row takes: the weights, unless that is the mistake.
  double[][] shares(double[][] weights) {
    return switch (this) {
      case SUM_FOR_MEAN -> alike(weights.length, 1);
      case PLAIN_MEAN -> alike(weights.length, 1.0 / weights.length);
      case WEIGHTS_TRANSPOSED -> Matrices.transpose(weights);
      default -> weights;
    };
  }

  private static double[][] alike(int n, double share) {
    var shares = new double[n][n];
    for (double[] row : shares) {
      Arrays.fill(row, share);
    }
    return shares;
  }
}
