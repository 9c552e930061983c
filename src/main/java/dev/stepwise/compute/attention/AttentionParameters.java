package dev.stepwise.compute.attention;

import static dev.stepwise.compute.attention.SequenceParameters.D_MODEL;
import static dev.stepwise.compute.attention.SequenceParameters.EMBEDDING;
import static dev.stepwise.compute.attention.SequenceParameters.MASK;
import static dev.stepwise.compute.attention.SequenceParameters.SEED;
import static dev.stepwise.compute.attention.SequenceParameters.SEQ_LEN;
import static dev.stepwise.compute.attention.SequenceParameters.TEXT;
import static dev.stepwise.compute.attention.SequenceParameters.TOKENS;
import static dev.stepwise.compute.attention.SequenceParameters.X;

import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Parameter;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Standing;
import java.util.List;

/// What a scenario of self-attention may hold, each declared once.
final class AttentionParameters {
  static final Input<double[][]> W_Q = SequenceParameters.learned("W_q");
  static final Input<double[][]> W_K = SequenceParameters.learned("W_k");
  static final Input<double[][]> W_V = SequenceParameters.learned("W_v");
  static final Input<List<String>> FEATURES = Input.strings("features", "Columns of X");
  static final Input<List<String>> CHANNELS = Input.strings("channels", "Columns of Q and K");

  static final Parameter<Boolean> SCALE =
      Parameter.flag("scale", "÷ √dₖ", true)
          .standing(Standing.PROMINENT)
          .hint("Divides the scores by the square root of d_k.")
          .variant(false, "scores not divided by √dₖ");
  static final Parameter<SoftmaxKind> SOFTMAX =
      Parameter.choice(
              "softmax", "Softmax", SoftmaxKind.values(), SoftmaxKind::word, SoftmaxKind.STABLE)
          .standing(Standing.PROMINENT)
          .variant(SoftmaxKind.NAIVE, "naive softmax");
  static final Parameter<Integer> D_K =
      Parameter.count("d_k", "d_k", 1, Sequence.WIDEST).otherwise(4);

  static final Parameter<AttentionMistake> MISTAKE =
      Mistakes.parameter(
          AttentionMistake.values(),
          AttentionMistake::id,
          AttentionMistake::title,
          AttentionMistake.NONE);

  static final Schema SCHEMA =
      Schema.of(
          List.of(TOKENS, TEXT, X, W_Q, W_K, W_V, FEATURES, CHANNELS),
          List.of(SCALE, MASK, SOFTMAX, D_MODEL, D_K, EMBEDDING, SEQ_LEN, SEED, MISTAKE));

  private AttentionParameters() {}
}
