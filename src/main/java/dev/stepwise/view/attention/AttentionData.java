package dev.stepwise.view.attention;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.attention.Tokens;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.owndata.Answer;
import dev.stepwise.owndata.ImportDialog;
import dev.stepwise.owndata.ImportedData;
import dev.stepwise.owndata.PastedMatrices;
import dev.stepwise.owndata.TextDialog;
import dev.stepwise.owndata.TextPrompt;
import dev.stepwise.owndata.TextReading;
import dev.stepwise.view.DataSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import javafx.scene.control.MenuItem;

/// Data of one's own for self-attention: a sentence, matrices, or a table as X.
final class AttentionData implements DataSource<AttentionProblem> {
  private static final AttentionExercise EXERCISE = new AttentionExercise();

  /// Its matrices as text.
  static final PastedMatrices<AttentionProblem> PASTED =
      new PastedMatrices<>(
          EXERCISE, AttentionData::matrices, AttentionData::fitted, AttentionData::summary);

  @Override
  public List<MenuItem> items(Target<AttentionProblem> target) {
    var sentence = new MenuItem("Type a sentence…");
    sentence.setOnAction(_ -> {
      var before = target.problem();
      TextDialog.show(
          target.window(),
          new TextPrompt(
              "Type a sentence",
              "A sentence of your own",
              "Every word is a token, and so is every punctuation mark. Each becomes a random"
                  + " vector with a wave for its place added, and W_q, W_k, W_v are random too: the"
                  + " arithmetic is real, the meaning is not learned.",
              String.join(" ", before.tokens())),
          text -> sentence(before, text),
          problem -> target.use(problem, "own sentence"));
    });
    var matrices = new MenuItem("Paste matrices…");
    matrices.setOnAction(_ ->
        PASTED.show(target.window(), target.problem(), made -> target.use(made, "own matrices")));
    var table = new MenuItem("Import a table as X…");
    table.setOnAction(_ -> {
      var before = target.problem();
      ImportDialog.show(
          target.window(),
          data -> withRows(before, data),
          data -> target.use(withRows(before, data), data.title()));
    });
    return List.of(sentence, matrices, table);
  }

  @Override
  public Optional<PastedMatrices<AttentionProblem>> matrices() {
    return Optional.of(PASTED);
  }

  @Override
  public List<FromTable<AttentionProblem>> tables() {
    return List.of(new FromTable<>("X", Answer.NONE, AttentionData::withRows));
  }

  @Override
  public Optional<FromText<AttentionProblem>> text() {
    return Optional.of(new FromText<>(AttentionData::ofSentence));
  }

  private static AttentionProblem ofSentence(AttentionProblem before, String text) {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("tokens", Tokens.of(text));
    return EXERCISE.problem(new Given(inputs, settings(before)));
  }

  /// The problem of a typed sentence, with settings and sizes as before.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where there are no tokens or too many
  static TextReading<AttentionProblem> sentence(AttentionProblem before, String text) {
    var problem = ofSentence(before, text);
    int n = problem.length();
    return new TextReading.Usable<>(
        problem, "%s, %,d scores".formatted(Phrases.count(n, "token"), (long) n * n));
  }

  /// The settings of a problem without its teaching variants, for another X.
  private static SequencedMap<String, Object> settings(AttentionProblem before) {
    var parameters =
        new LinkedHashMap<>(EXERCISE.schema().rightWay(EXERCISE.given(before)).parameters());
    // X of another width, or another hot embedding, brings its own.
    parameters.remove("d_model");
    return parameters;
  }

  private static SequencedMap<String, double[][]> matrices(AttentionProblem problem) {
    var matrices = new LinkedHashMap<String, double[][]>();
    matrices.put("X", problem.x());
    matrices.put("W_q", problem.queries());
    matrices.put("W_k", problem.keys());
    matrices.put("W_v", problem.values());
    return matrices;
  }

  /// Names of tokens and columns stay with the numbers that they were given for.
  private static Given fitted(Given given, Set<String> others, Set<String> reshaped) {
    var parameters = new LinkedHashMap<>(given.parameters());
    if (!reshaped.isEmpty()) {
      parameters.remove("d_model");
      parameters.remove("d_k");
    }
    var fitting = new Given(given.inputs(), parameters);
    return reshaped.isEmpty()
        ? fitting
        : fitting.withoutInputs(
            reshaped.contains("X")
                ? new String[] {"tokens", "features", "channels"}
                : new String[] {"channels"});
  }

  private static String summary(AttentionProblem problem) {
    return "X is %d×%d, d_k is %d"
        .formatted(problem.length(), problem.modelWidth(), problem.keyWidth());
  }

  /// A table's rows as X.
  static AttentionProblem withRows(AttentionProblem before, ImportedData data) {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("X", data.rows());
    inputs.put("features", data.columns());
    return EXERCISE.problem(new Given(inputs, settings(before)));
  }
}
