package dev.stepwise.compute.multihead;

import static dev.stepwise.compute.attention.SequenceParameters.D_MODEL;
import static dev.stepwise.compute.attention.SequenceParameters.EMBEDDING;
import static dev.stepwise.compute.attention.SequenceParameters.MASK;
import static dev.stepwise.compute.attention.SequenceParameters.SEED;
import static dev.stepwise.compute.attention.SequenceParameters.SEQ_LEN;
import static dev.stepwise.compute.attention.SequenceParameters.TEXT;
import static dev.stepwise.compute.attention.SequenceParameters.TOKENS;
import static dev.stepwise.compute.attention.SequenceParameters.X;

import dev.stepwise.compute.attention.Sequence;
import dev.stepwise.compute.attention.SequenceParameters;
import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Parameter;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Standing;
import java.util.List;

/// What a scenario of multi-head attention may hold, each declared once.
final class MultiHeadParameters {
  static final Input<double[][]> W_Q = SequenceParameters.learned("W_q");
  static final Input<double[][]> W_K = SequenceParameters.learned("W_k");
  static final Input<double[][]> W_V = SequenceParameters.learned("W_v");
  static final Input<double[][]> W_O = SequenceParameters.learned("W_o");
  static final Input<List<String>> HABITS = Input.strings("habits", "Habits of heads");

  static final Parameter<Integer> NUM_HEADS =
      Parameter.count("num_heads", "Heads", 1, Sequence.WIDEST)
          .otherwise(2)
          .standing(Standing.PROMINENT);
  static final Parameter<Reshape> RESHAPE =
      Parameter.choice(
              "reshape", "Reshape", Reshape.values(), Reshape::word, Reshape.WITH_TRANSPOSE)
          .standing(Standing.PROMINENT)
          .variant(Reshape.WITHOUT_TRANSPOSE, "reshape without transpose");

  static final Parameter<MultiHeadMistake> MISTAKE =
      Mistakes.parameter(
          MultiHeadMistake.values(),
          MultiHeadMistake::id,
          MultiHeadMistake::title,
          MultiHeadMistake.NONE);

  static final Schema SCHEMA =
      Schema.of(
          List.of(TOKENS, TEXT, X, W_Q, W_K, W_V, W_O, HABITS),
          List.of(NUM_HEADS, MASK, RESHAPE, D_MODEL, EMBEDDING, SEQ_LEN, SEED, MISTAKE));

  private MultiHeadParameters() {}
}
