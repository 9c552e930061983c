package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.attention.AttentionConditions;
import dev.stepwise.compute.attention.AttentionProblem.Origin;
import dev.stepwise.compute.attention.Sequence;
import dev.stepwise.compute.attention.SequenceParameters;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import dev.stepwise.compute.multihead.MultiHeadFrame.Focus;
import dev.stepwise.compute.multihead.MultiHeadProblem.Reshape;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The multi-head attention exercise.
public final class MultiHeadExercise implements Exercise<MultiHeadProblem, MultiHeadFrame> {
  private static final int STANDARD_WIDTH = 8;
  private static final int STANDARD_HEADS = 2;
  private static final List<String> MATRICES = List.of("W_q", "W_k", "W_v", "W_o");

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
    var inputs =
        new ArrayList<>(
            List.of(
                SequenceParameters.TOKENS.field(),
                SequenceParameters.TEXT.field(),
                SequenceParameters.X.field()));
    for (var name : MATRICES) {
      inputs.add(SequenceParameters.learned(name).field());
    }
    inputs.add(new Field("habits", "Habits of heads", new Kind.Strings(), Standing.FILE_ONLY));
    var parameters = new ArrayList<Field>();
    parameters.add(
        new Field(
            "num_heads",
            "Heads",
            new Kind.Whole(1, Sequence.WIDEST, (long) STANDARD_HEADS),
            Standing.PROMINENT));
    parameters.add(SequenceParameters.MASK.field());
    parameters.add(
        new Field(
                "reshape",
                "Reshape",
                new Kind.Choice(
                    List.of(Reshape.WITH_TRANSPOSE.word(), Reshape.WITHOUT_TRANSPOSE.word()),
                    Reshape.WITH_TRANSPOSE.word()),
                Standing.PROMINENT)
            .withVariant(Reshape.WITHOUT_TRANSPOSE.word(), "reshape without transpose"));
    parameters.add(SequenceParameters.D_MODEL.field());
    parameters.add(SequenceParameters.EMBEDDING.field());
    parameters.add(SequenceParameters.SEQ_LEN.field());
    parameters.add(SequenceParameters.SEED.field());
    return new Schema(inputs, parameters);
  }

  /// {@inheritDoc}
  ///
  /// d_model must be divisible by `num_heads`. Tokens, X and matrices that are left out are
  /// generated as in self-attention. `habits` says in words what each head was built to do.
  @Override
  public MultiHeadProblem complete(Given given) {
    var sequence = Sequence.of(given, standardWidth(given));
    int width = sequence.x()[0].length;
    int heads = given.parameter("num_heads", Long.class).orElse((long) STANDARD_HEADS).intValue();
    checkHeads(width, heads);
    var matrices = new ArrayList<double[][]>();
    for (int index = 0; index < MATRICES.size(); index++) {
      var input = SequenceParameters.learned(MATRICES.get(index));
      matrices.add(sequence.matrix(given, input, width, width, index, "d_model is " + width));
    }
    return new MultiHeadProblem(
        sequence.tokens(),
        sequence.x(),
        matrices.get(0),
        matrices.get(1),
        matrices.get(2),
        matrices.get(3),
        heads,
        SequenceParameters.MASK.of(given),
        given
                .parameter("reshape", String.class)
                .filter(Reshape.WITHOUT_TRANSPOSE.word()::equals)
                .isPresent()
            ? Reshape.WITHOUT_TRANSPOSE
            : Reshape.WITH_TRANSPOSE,
        habits(given, heads),
        new Origin(sequence.stated(), sequence.embedding(), sequence.seed()));
  }

  private static int standardWidth(Given given) {
    return MATRICES.stream()
        .flatMap(name -> given.input(name, double[][].class).stream())
        .mapToInt(rows -> rows.length)
        .findFirst()
        .orElse(STANDARD_WIDTH);
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
          "/parameters/num_heads",
          "d_model %d is not divisible by %d heads: %d columns would be left over"
              .formatted(width, heads, width % heads),
          "choose num_heads from " + divisors);
    }
  }

  /// What was built for other heads says nothing of these.
  private static List<String> habits(Given given, int heads) {
    @SuppressWarnings("unchecked")
    var habits = (Optional<List<String>>) (Optional<?>) given.input("habits", List.class);
    return habits.filter(list -> list.size() == heads).orElse(List.of());
  }

  /// {@inheritDoc}
  ///
  /// What was generated is left out: the seed makes it again.
  @Override
  public Given given(MultiHeadProblem problem) {
    var stated = problem.origin().stated();
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("tokens", problem.tokens());
    var matrices = List.of(problem.queries(), problem.keys(), problem.values(), problem.output());
    if (stated.contains("X")) {
      inputs.put("X", problem.x());
    }
    for (int index = 0; index < MATRICES.size(); index++) {
      if (stated.contains(MATRICES.get(index))) {
        inputs.put(MATRICES.get(index), matrices.get(index));
      }
    }
    if (!problem.habits().isEmpty()) {
      inputs.put("habits", problem.habits());
    }
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("d_model", (long) problem.modelWidth());
    parameters.put("num_heads", (long) problem.heads());
    parameters.put("mask", problem.mask().word());
    parameters.put("reshape", problem.reshape().word());
    parameters.put("embedding", problem.origin().embedding().word());
    parameters.put("seed", problem.origin().seed());
    return new Given(inputs, parameters);
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
    if (!(last.focus() instanceof Focus.Finished)) {
      throw new IllegalArgumentException("the run ends with a Finished step");
    }
    var result = new LinkedHashMap<String, Value>();
    result.put(
        "attention_weights",
        new Value.Many(
            last.pass().heads().stream()
                .map(Attention.Pass::weights)
                .<Value>map(Value.Matrix::new)
                .toList()));
    result.put("output", new Value.Matrix(last.pass().output()));
    return result;
  }

  @Override
  public List<String> grains(MultiHeadProblem problem) {
    return List.of("operation", "head", "matrix", "row", "cell", "term");
  }

  @Override
  public List<Condition> conditions() {
    return List.of(AttentionConditions.SATURATED, AttentionConditions.UNIFORM);
  }
}
