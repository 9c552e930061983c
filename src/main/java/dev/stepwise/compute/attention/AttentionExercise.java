package dev.stepwise.compute.attention;

import static dev.stepwise.compute.attention.AttentionParameters.CHANNELS;
import static dev.stepwise.compute.attention.AttentionParameters.D_K;
import static dev.stepwise.compute.attention.AttentionParameters.FEATURES;
import static dev.stepwise.compute.attention.AttentionParameters.MISTAKE;
import static dev.stepwise.compute.attention.AttentionParameters.SCALE;
import static dev.stepwise.compute.attention.AttentionParameters.SOFTMAX;
import static dev.stepwise.compute.attention.AttentionParameters.W_K;
import static dev.stepwise.compute.attention.AttentionParameters.W_Q;
import static dev.stepwise.compute.attention.AttentionParameters.W_V;
import static dev.stepwise.compute.attention.SequenceParameters.D_MODEL;
import static dev.stepwise.compute.attention.SequenceParameters.EMBEDDING;
import static dev.stepwise.compute.attention.SequenceParameters.MASK;
import static dev.stepwise.compute.attention.SequenceParameters.SEED;
import static dev.stepwise.compute.attention.SequenceParameters.TOKENS;
import static dev.stepwise.compute.attention.SequenceParameters.X;

import dev.stepwise.compute.attention.AttentionProblem.Names;
import dev.stepwise.compute.attention.AttentionProblem.Origin;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.Outcome;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Shapes;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// The self-attention exercise.
public final class AttentionExercise implements Exercise<AttentionProblem, AttentionFrame> {
  private static final int STANDARD_MODEL_WIDTH = 8;

  @Override
  public String id() {
    return "self-attention";
  }

  @Override
  public String title() {
    return "Self-attention";
  }

  @Override
  public Schema schema() {
    return AttentionParameters.SCHEMA;
  }

  /// {@inheritDoc}
  ///
  /// Without X the tokens are embedded, as `embedding` says. Matrices that are left out are random,
  /// with standard deviation 1/√d_model. Without tokens, X's rows are numbered; without X too,
  /// there are `seq_len` of them, or a sentence. `features` and `channels` name columns for people.
  @Override
  public AttentionProblem complete(Given given) {
    var matrices = List.of(W_Q, W_K, W_V);
    var stated = matrices.stream().flatMap(input -> input.in(given).stream()).findFirst();
    int standardWidth = stated.map(matrix -> matrix.length).orElse(STANDARD_MODEL_WIDTH);
    var sequence = Sequence.of(given, standardWidth);
    int model = sequence.x()[0].length;
    // What `d_k` says, else how wide the first stated matrix is.
    int width =
        D_K.stated(given)
            .or(() -> stated.map(matrix -> matrix[0].length))
            .orElseGet(() -> D_K.of(given));
    var because = "X has %s and d_k is %d".formatted(Phrases.count(model, "column"), width);
    return new AttentionProblem(
        sequence.tokens(),
        sequence.x(),
        sequence.matrix(given, W_Q, model, width, 0, because),
        sequence.matrix(given, W_K, model, width, 1, because),
        sequence.matrix(given, W_V, model, width, 2, because),
        new Settings(SCALE.of(given), MASK.of(given), SOFTMAX.of(given), MISTAKE.of(given)),
        new Origin(sequence.stated(), sequence.embedding(), sequence.seed()),
        new Names(names(given, FEATURES, model), names(given, CHANNELS, width)));
  }

  private static List<String> names(Given given, Input<List<String>> input, int columns) {
    var names = input.in(given);
    names.ifPresent(list ->
        Shapes.length(
            input.place(),
            list.size(),
            columns,
            "name",
            "there %s".formatted(columns == 1 ? "is 1 column" : "are " + columns + " columns")));
    return names.orElse(List.of());
  }

  /// {@inheritDoc}
  ///
  /// What was generated is left out: the seed makes it again.
  @Override
  public Given given(AttentionProblem problem) {
    return Given.nothing()
        .with(TOKENS, problem.tokens())
        .withKnown(X, stated(problem, X, problem.x()))
        .withKnown(W_Q, stated(problem, W_Q, problem.queries()))
        .withKnown(W_K, stated(problem, W_K, problem.keys()))
        .withKnown(W_V, stated(problem, W_V, problem.values()))
        .withKnown(FEATURES, stated(problem, FEATURES, problem.names().features()))
        .withKnown(CHANNELS, stated(problem, CHANNELS, problem.names().channels()))
        .with(D_MODEL, problem.modelWidth())
        .with(D_K, problem.keyWidth())
        .with(SCALE, problem.settings().scale())
        .with(MASK, problem.settings().mask())
        .with(SOFTMAX, problem.settings().softmax())
        .with(MISTAKE, problem.settings().mistake())
        .with(EMBEDDING, problem.origin().embedding())
        .with(SEED, problem.origin().seed());
  }

  private static <T> Optional<T> stated(AttentionProblem problem, Input<T> input, T value) {
    return Optional.of(value).filter(_ -> problem.origin().stated().contains(input.name()));
  }

  @Override
  public Run<AttentionFrame> run(AttentionProblem problem) {
    return AttentionRun.of(problem);
  }

  /// {@inheritDoc}
  ///
  /// @throws IllegalArgumentException if the frame is not the last one of a run: a defect
  @Override
  public SequencedMap<String, Value> result(AttentionFrame last) {
    if (!(last.focus() instanceof OutputFocus.Finished)) {
      throw new IllegalArgumentException("the run ends with a Finished step");
    }
    var pass = last.pass();
    var result = new LinkedHashMap<String, Value>();
    result.put("Q", new Value.Matrix(pass.q()));
    result.put("K", new Value.Matrix(pass.k()));
    result.put("V", new Value.Matrix(pass.v()));
    result.put("scores", new Value.Matrix(pass.scores()));
    result.put("attention_weights", new Value.Matrix(pass.weights()));
    result.put("output", new Value.Matrix(pass.output()));
    return result;
  }

  @Override
  public Optional<Derivation> why(AttentionFrame frame, Ref ref) {
    return new AttentionDerivations(frame).of(ref);
  }

  @Override
  public List<String> grains(AttentionProblem problem) {
    return List.of("matrix", "row", "cell", "term");
  }

  @Override
  public Map<String, Double> sizes(AttentionProblem problem) {
    return Map.of(
        "n", (double) problem.length(),
        "d_model", (double) problem.modelWidth(),
        "d_k", (double) problem.keyWidth());
  }

  @Override
  public Outcome outcome(AttentionFrame frame) {
    return new AttentionOutcome(frame).outcome();
  }

  /// {@inheritDoc}
  ///
  /// Tokens, one more than the size.
  @Override
  public Optional<Given> small(int size, RandomGenerator random) {
    return Optional.of(SmallSequences.of(size, random));
  }

  @Override
  public List<Condition> conditions() {
    return AttentionConditions.ALL;
  }
}
