package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.AttentionMistake;
import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.multihead.MultiHead.Pass;
import dev.stepwise.compute.multihead.MultiHead.Place;

/// A mistake that people make in multi-head attention, in the place of one step of the right way:
/// at the way into the heads, in every head, at the way out of them, or at the last matrix.
public enum MultiHeadMistake {
  /// None.
  NONE("none", "", ""),
  /// Straight to heads×n×d_k.
  NO_TRANSPOSE("no-transpose-at-split", "no transpose at the split", ""),
  /// Every head gets the numbers of the first.
  FIRST_HEAD_FOR_ALL(
      "first-head-for-all",
      "every head gets the first one's numbers",
      "Every head works with the queries, keys and values of head 0, so all heads come out the"
          + " same."),
  /// Straight from heads×n×d_k to n×d_model.
  NO_TRANSPOSE_AT_MERGE(
      "no-transpose-at-merge",
      "no transpose at the merge",
      "The heads' results are counted off into rows as they lie in memory, head after head, without"
          + " the transpose back: a row gets rows of several tokens from one head."),
  /// W_o left out.
  NO_OUTPUT_PROJECTION(
      "no-output-projection",
      "W_o is left out",
      "The joined heads are taken for the output. W_o is left out, so no number draws on more than"
          + " one head."),
  /// Multiplied by W_oᵀ.
  MIXER_TRANSPOSED(
      "output-projection-transposed",
      "W_o transposed",
      "The joined rows are multiplied with rows of W_o, where its columns belong."),
  /// In every head.
  NO_SCALING(
      AttentionMistake.NO_SCALING,
      "The scores of every head stay as they are: nobody divides them by √d_k."),
  /// In every head.
  DIVIDES_BY_D_K(AttentionMistake.DIVIDES_BY_D_K),
  /// In every head.
  QUERIES_FOR_KEYS(AttentionMistake.QUERIES_FOR_KEYS),
  /// In every head.
  MASKS_THE_PAST(AttentionMistake.MASKS_THE_PAST),
  /// In every head.
  MASKS_WITH_ZERO(AttentionMistake.MASKS_WITH_ZERO),
  /// In every head.
  ALONG_COLUMNS(AttentionMistake.ALONG_COLUMNS),
  /// In every head.
  KEYS_FOR_VALUES(AttentionMistake.KEYS_FOR_VALUES);

  private final String id;
  private final String title;
  private final String said;
  private final AttentionMistake inHeads;

  MultiHeadMistake(String id, String title, String said) {
    this.id = id;
    this.title = title;
    this.said = said;
    this.inHeads = AttentionMistake.NONE;
  }

  MultiHeadMistake(AttentionMistake inHeads) {
    this(inHeads, inHeads.said());
  }

  MultiHeadMistake(AttentionMistake inHeads, String said) {
    this.id = inHeads.id();
    this.title = inHeads.title();
    this.said = said;
    this.inHeads = inHeads;
  }

  /// Its name in files.
  public String id() {
    return id;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// What is done, in a sentence or two; empty where the steps of a setting say it.
  String said() {
    return said;
  }

  /// What every head does wrong.
  AttentionMistake inHeads() {
    return inHeads;
  }

  /// Whether a step takes the heads together, or mixes them, in a way that it gets wrong.
  public boolean changes(MultiHeadFrame frame) {
    return switch (frame.focus()) {
      case JoinFocus _ -> this == NO_TRANSPOSE_AT_MERGE;
      case MixFocus _ -> this == NO_OUTPUT_PROJECTION || this == MIXER_TRANSPOSED;
      default -> false;
    };
  }

  /// The pass of a problem, with its mistake in it.
  static Pass pass(MultiHeadProblem problem) {
    return problem.mistake() == NONE ? MultiHead.pass(problem) : MistakenHeads.pass(problem);
  }

  /// Whose queries, keys and values a head works with: its own, unless that is the mistake.
  int slice(int head) {
    return this == FIRST_HEAD_FOR_ALL ? 0 : head;
  }

  /// The row and the column at which the joined heads have a number of a head.
  int[] joined(MultiHeadProblem problem, Place place) {
    int width = problem.headWidth();
    if (this == NO_TRANSPOSE_AT_MERGE) {
      int order = (place.head() * problem.length() + place.token()) * width + place.column();
      return new int[] {order / problem.modelWidth(), order % problem.modelWidth()};
    }
    return new int[] {place.token(), place.head() * width + place.column()};
  }

  /// The opposite: which number of a head stands there.
  Place unjoined(MultiHeadProblem problem, int row, int column) {
    int width = problem.headWidth();
    if (this == NO_TRANSPOSE_AT_MERGE) {
      int order = row * problem.modelWidth() + column;
      int tokens = order / width;
      return new Place(tokens / problem.length(), tokens % problem.length(), order % width);
    }
    return new Place(column / width, row, column % width);
  }

  /// The output that the joined heads become.
  double[][] mix(double[][] joined, double[][] mixer) {
    return switch (this) {
      case NO_OUTPUT_PROJECTION -> joined;
      case MIXER_TRANSPOSED -> Matrices.multiplyByTransposed(joined, mixer);
      default -> Matrices.multiply(joined, mixer);
    };
  }
}
