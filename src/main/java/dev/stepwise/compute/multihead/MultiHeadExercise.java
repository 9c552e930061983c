package dev.stepwise.compute.multihead;

import static dev.stepwise.compute.attention.SequenceParameters.D_MODEL;
import static dev.stepwise.compute.attention.SequenceParameters.EMBEDDING;
import static dev.stepwise.compute.attention.SequenceParameters.MASK;
import static dev.stepwise.compute.attention.SequenceParameters.SEED;
import static dev.stepwise.compute.attention.SequenceParameters.TOKENS;
import static dev.stepwise.compute.attention.SequenceParameters.X;
import static dev.stepwise.compute.multihead.MultiHeadParameters.HABITS;
import static dev.stepwise.compute.multihead.MultiHeadParameters.MISTAKE;
import static dev.stepwise.compute.multihead.MultiHeadParameters.NUM_HEADS;
import static dev.stepwise.compute.multihead.MultiHeadParameters.RESHAPE;
import static dev.stepwise.compute.multihead.MultiHeadParameters.W_K;
import static dev.stepwise.compute.multihead.MultiHeadParameters.W_O;
import static dev.stepwise.compute.multihead.MultiHeadParameters.W_Q;
import static dev.stepwise.compute.multihead.MultiHeadParameters.W_V;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.attention.AttentionConditions;
import dev.stepwise.compute.attention.AttentionProblem.Origin;
import dev.stepwise.compute.attention.Sequence;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The multi-head attention exercise.
public final class MultiHeadExercise implements Exercise<MultiHeadProblem, MultiHeadFrame> {
  private static final int STANDARD_WIDTH = 8;

  @Override
  public String id() {
    return "multi-head-attention";
  }

  @Override
  public String title() {
    return "Multi-head attention";
  }

  @Override
  public Schema schema() {
    return MultiHeadParameters.SCHEMA;
  }

  /// {@inheritDoc}
  ///
  /// d_model must be divisible by `num_heads`. Tokens, X and matrices that are left out are
  /// generated as in self-attention. `habits` says in words what each head was built to do.
  @Override
  public MultiHeadProblem complete(Given given) {
    int standardWidth =
        Stream.of(W_Q, W_K, W_V, W_O)
            .flatMap(input -> input.in(given).stream())
            .findFirst()
            .map(rows -> rows.length)
            .orElse(STANDARD_WIDTH);
    var sequence = Sequence.of(given, standardWidth);
    int width = sequence.x()[0].length;
    int heads = NUM_HEADS.of(given);
    checkHeads(width, heads);
    var because = "d_model is " + width;
    return new MultiHeadProblem(
        sequence.tokens(),
        sequence.x(),
        sequence.matrix(given, W_Q, width, width, 0, because),
        sequence.matrix(given, W_K, width, width, 1, because),
        sequence.matrix(given, W_V, width, width, 2, because),
        sequence.matrix(given, W_O, width, width, 3, because),
        heads,
        MASK.of(given),
        RESHAPE.of(given),
        // What was built for other heads says nothing of these.
        HABITS.in(given).filter(list -> list.size() == heads).orElse(List.of()),
        new Origin(sequence.stated(), sequence.embedding(), sequence.seed()),
        MISTAKE.of(given));
  }

  private static void checkHeads(int width, int heads) {
    if (width % heads != 0) {
      var divisors =
          IntStream.rangeClosed(1, width)
              .filter(divisor -> width % divisor == 0)
              .limit(12)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(", "));
      throw new InvalidInput(
          NUM_HEADS.place(),
          "d_model %d is not divisible by %d heads: %d columns would be left over"
              .formatted(width, heads, width % heads),
          "choose num_heads from " + divisors);
    }
  }

  /// {@inheritDoc}
  ///
  /// What was generated is left out: the seed makes it again.
  @Override
  public Given given(MultiHeadProblem problem) {
    var stated = problem.origin().stated();
    return Given.nothing()
        .with(TOKENS, problem.tokens())
        .withKnown(X, Optional.of(problem.x()).filter(_ -> stated.contains(X.name())))
        .withKnown(W_Q, Optional.of(problem.queries()).filter(_ -> stated.contains(W_Q.name())))
        .withKnown(W_K, Optional.of(problem.keys()).filter(_ -> stated.contains(W_K.name())))
        .withKnown(W_V, Optional.of(problem.values()).filter(_ -> stated.contains(W_V.name())))
        .withKnown(W_O, Optional.of(problem.output()).filter(_ -> stated.contains(W_O.name())))
        .withKnown(HABITS, Optional.of(problem.habits()).filter(habits -> !habits.isEmpty()))
        .with(D_MODEL, problem.modelWidth())
        .with(NUM_HEADS, problem.heads())
        .with(MASK, problem.mask())
        .with(RESHAPE, problem.intended())
        .with(MISTAKE, problem.mistake())
        .with(EMBEDDING, problem.origin().embedding())
        .with(SEED, problem.origin().seed());
  }

  @Override
  public Run<MultiHeadFrame> run(MultiHeadProblem problem) {
    return MultiHeadRun.of(problem);
  }

  /// {@inheritDoc}
  ///
  /// @throws IllegalArgumentException if the frame is not the last one of a run: a defect
  @Override
  public SequencedMap<String, Value> result(MultiHeadFrame last) {
    if (!(last.focus() instanceof MixFocus.Finished)) {
      throw new IllegalArgumentException("the run ends with a Finished step");
    }
    var result = new LinkedHashMap<String, Value>();
    result.put(
        "attention_weights", MultiHeadVariables.many(last.pass().heads(), Attention.Pass::weights));
    result.put("output", new Value.Matrix(last.pass().output()));
    return result;
  }

  @Override
  public Optional<Derivation> why(MultiHeadFrame frame, Ref ref) {
    return new MultiHeadDerivations(frame).of(ref);
  }

  @Override
  public List<String> grains(MultiHeadProblem problem) {
    return List.of("operation", "head", "matrix", "row", "cell", "term");
  }

  @Override
  public Map<String, Double> sizes(MultiHeadProblem problem) {
    return Map.of(
        "n", (double) problem.length(),
        "d_model", (double) problem.modelWidth(),
        "d_k", (double) problem.headWidth(),
        "h", (double) problem.heads());
  }

  @Override
  public Outcome outcome(MultiHeadFrame frame) {
    return new MultiHeadOutcome(frame).outcome();
  }

  /// {@inheritDoc}
  ///
  /// Tokens, one more than the size.
  @Override
  public Optional<Given> small(int size, RandomGenerator random) {
    return Optional.of(SmallHeads.of(size, random));
  }

  @Override
  public List<Condition> conditions() {
    return List.of(AttentionConditions.SATURATED, AttentionConditions.UNIFORM);
  }
}
