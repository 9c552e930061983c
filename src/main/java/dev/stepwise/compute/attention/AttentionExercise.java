package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.attention.AttentionProblem.Names;
import dev.stepwise.compute.attention.AttentionProblem.Origin;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import dev.stepwise.compute.linear.RandomMatrices;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The self-attention exercise.
public final class AttentionExercise implements Exercise<AttentionProblem, AttentionFrame> {
  private static final int STANDARD_MODEL_WIDTH = 8;
  private static final long STANDARD_KEY_WIDTH = 4;
  private static final List<String> MATRICES = List.of("W_q", "W_k", "W_v");

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
    var inputs = new ArrayList<>(Sequence.inputs());
    for (var name : MATRICES) {
      inputs.add(new Field(name, name, new Kind.Matrix(Sequence.LARGEST), Standing.FILE_ONLY));
    }
    inputs.add(new Field("features", "Columns of X", new Kind.Strings(), Standing.FILE_ONLY));
    inputs.add(new Field("channels", "Columns of Q and K", new Kind.Strings(), Standing.FILE_ONLY));
    var parameters = new ArrayList<Field>();
    parameters.add(
        new Field("scale", "Divide by √d_k", new Kind.Flag(true), Standing.PROMINENT).asVariant());
    parameters.add(maskField());
    parameters.add(
        new Field(
                "softmax",
                "Softmax",
                new Kind.Choice(
                    List.of(SoftmaxKind.STABLE.word(), SoftmaxKind.NAIVE.word()),
                    SoftmaxKind.STABLE.word()),
                Standing.PROMINENT)
            .asVariant());
    parameters.add(Sequence.modelWidth(Standing.FURTHER));
    parameters.add(
        new Field(
            "d_k",
            "d_k",
            new Kind.Whole(1, Sequence.WIDEST, STANDARD_KEY_WIDTH),
            Standing.FURTHER));
    parameters.addAll(Sequence.parameters());
    return new Schema(inputs, parameters);
  }

  /// The parameter for the mask.
  public static Field maskField() {
    return new Field(
        "mask",
        "Mask",
        new Kind.Choice(List.of(Mask.NONE.word(), Mask.CAUSAL.word()), Mask.NONE.word()),
        Standing.PROMINENT);
  }

  /// The mask that a scenario states.
  public static Mask mask(Given given) {
    return given.parameter("mask", String.class).filter(Mask.CAUSAL.word()::equals).isPresent()
        ? Mask.CAUSAL
        : Mask.NONE;
  }

  /// {@inheritDoc}
  ///
  /// Without X the tokens are embedded, as `embedding` says. Matrices that are left out are random,
  /// with standard deviation 1/√d_model. Without tokens, X's rows are numbered; without X too,
  /// there are `seq_len` of them, or a sentence. `features` and `channels` name columns for people.
  @Override
  public AttentionProblem complete(Given given) {
    var sequence = Sequence.of(given, standardWidth(given));
    int model = sequence.x()[0].length;
    int width = keyWidth(given);
    var matrices = new ArrayList<double[][]>();
    for (int index = 0; index < MATRICES.size(); index++) {
      matrices.add(matrix(given, MATRICES.get(index), model, width, sequence.seed(), index));
    }
    var settings =
        new Settings(
            given.parameter("scale", Boolean.class).orElse(true),
            mask(given),
            given.parameter("softmax", String.class).filter("naive"::equals).isPresent()
                ? SoftmaxKind.NAIVE
                : SoftmaxKind.STABLE);
    return new AttentionProblem(
        sequence.tokens(),
        sequence.x(),
        matrices.get(0),
        matrices.get(1),
        matrices.get(2),
        settings,
        new Origin(sequence.stated(), sequence.embedding(), sequence.seed()),
        new Names(names(given, "features", model), names(given, "channels", width)));
  }

  private static int standardWidth(Given given) {
    return MATRICES.stream()
        .flatMap(name -> given.input(name, double[][].class).stream())
        .mapToInt(rows -> rows.length)
        .findFirst()
        .orElse(STANDARD_MODEL_WIDTH);
  }

  /// d_k: what `d_k` says, else how wide the first stated matrix is.
  private static int keyWidth(Given given) {
    return given
        .parameter("d_k", Long.class)
        .orElseGet(() ->
            MATRICES.stream()
                .flatMap(name -> given.input(name, double[][].class).stream())
                .map(rows -> (long) rows[0].length)
                .findFirst()
                .orElse(STANDARD_KEY_WIDTH))
        .intValue();
  }

  /// A matrix that is stated, or a random one.
  ///
  /// @param stream which of the matrices it is
  private static double[][] matrix(
      Given given, String name, int rows, int columns, long seed, int stream) {
    var stated = given.input(name, double[][].class);
    stated.ifPresent(matrix -> checkShape(matrix, name, rows, columns));
    return stated.orElseGet(() -> random(rows, columns, seed, stream));
  }

  /// A random matrix with standard deviation 1/√rows, so that what it makes of a vector is about as
  /// long as the vector.
  ///
  /// @param stream which of the matrices of a seed it is
  public static double[][] random(int rows, int columns, long seed, int stream) {
    return RandomMatrices.gaussian(
        rows, columns, 1 / Math.sqrt(rows), Embeddings.generator(seed, 2 + stream));
  }

  /// Checks the shape of a stated matrix.
  ///
  /// @throws InvalidInput where it has another shape
  public static void checkShape(double[][] matrix, String name, int rows, int columns) {
    if (matrix.length != rows || matrix[0].length != columns) {
      throw new InvalidInput(
          "/inputs/" + name,
          "%s is %s, but X has %s and d_k is %d"
              .formatted(name, Words.shape(matrix), Words.count(rows, "column"), columns),
          "give %d×%d numbers, or leave %s out for random ones".formatted(rows, columns, name));
    }
  }

  private static List<String> names(Given given, String name, int wanted) {
    @SuppressWarnings("unchecked")
    var names = (Optional<List<String>>) (Optional<?>) given.input(name, List.class);
    if (names.isPresent() && names.get().size() != wanted) {
      throw new InvalidInput(
          "/inputs/" + name,
          "has %s, but there are %s"
              .formatted(Words.count(names.get().size(), "name"), Words.count(wanted, "column")),
          "give a name for each column, or none");
    }
    return names.orElse(List.of());
  }

  /// {@inheritDoc}
  ///
  /// What was generated is left out: the seed makes it again.
  @Override
  public Given given(AttentionProblem problem) {
    var stated = problem.origin().stated();
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("tokens", problem.tokens());
    putStated(inputs, "X", problem.x(), problem);
    putStated(inputs, "W_q", problem.queries(), problem);
    putStated(inputs, "W_k", problem.keys(), problem);
    putStated(inputs, "W_v", problem.values(), problem);
    if (stated.contains("features")) {
      inputs.put("features", problem.names().features());
    }
    if (stated.contains("channels")) {
      inputs.put("channels", problem.names().channels());
    }
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("d_model", (long) problem.modelWidth());
    parameters.put("d_k", (long) problem.keyWidth());
    parameters.put("scale", problem.settings().scale());
    parameters.put("mask", problem.settings().mask().word());
    parameters.put("softmax", problem.settings().softmax().word());
    parameters.put("embedding", problem.origin().embedding().word());
    parameters.put("seed", problem.origin().seed());
    return new Given(inputs, parameters);
  }

  private static void putStated(
      SequencedMap<String, Object> inputs,
      String name,
      double[][] matrix,
      AttentionProblem problem) {
    if (problem.origin().stated().contains(name)) {
      inputs.put(name, matrix);
    }
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
    if (!(last.focus() instanceof Focus.Finished)) {
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
  public List<Condition> conditions() {
    return AttentionConditions.ALL;
  }
}
