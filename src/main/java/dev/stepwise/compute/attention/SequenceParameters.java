package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionProblem.Embedding;
import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.Parameter;
import dev.stepwise.compute.exercise.Schema.Standing;
import java.util.List;

/// What scenarios of both attention exercises may hold, each declared once.
public final class SequenceParameters {
  /// Whole numbers of a file are exact doubles for whoever reads it.
  private static final long EXACT = 1L << 53;

  /// The names of the rows of X.
  public static final Input<List<String>> TOKENS = Input.strings("tokens", "Tokens");

  /// A text to be split into tokens.
  public static final Input<String> TEXT = Input.text("text", "Text");

  /// The tokens as vectors.
  public static final Input<double[][]> X = Input.matrix("X", "Embeddings", Sequence.LARGEST);

  /// Which keys a query may look at.
  public static final Parameter<Mask> MASK =
      Parameter.choice("mask", "Mask", Mask.values(), Mask::word, Mask.NONE)
          .standing(Standing.PROMINENT);

  /// d_model.
  public static final Parameter<Integer> D_MODEL =
      Parameter.count("d_model", "d_model", 1, Sequence.WIDEST).otherwise(8);

  /// How tokens become vectors.
  public static final Parameter<Embedding> EMBEDDING =
      Parameter.choice(
          "embedding", "Embedding", Embedding.values(), Embedding::word, Embedding.RANDOM);

  /// How many tokens there are where none are given.
  public static final Parameter<Integer> SEQ_LEN =
      Parameter.count("seq_len", "Tokens, where none are given", 1, Sequence.LONGEST)
          .standing(Standing.FILE_ONLY);

  /// What everything that is not stated is generated from.
  public static final Parameter<Long> SEED =
      Parameter.whole("seed", "Seed", -EXACT, EXACT).otherwise(Sequence.STANDARD_SEED);

  private SequenceParameters() {}

  /// A matrix that training would learn, by its name in the listing.
  public static Input<double[][]> learned(String name) {
    return Input.matrix(name, name, Sequence.LARGEST);
  }
}
