package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Tokens;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.multihead.MultiHeadProblem;
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

/// Data of one's own for multi-head attention: a sentence, or matrices.
final class MultiHeadData implements DataSource<MultiHeadProblem> {
  private static final MultiHeadExercise EXERCISE = new MultiHeadExercise();

  /// Its matrices as text.
  static final PastedMatrices<MultiHeadProblem> PASTED =
      new PastedMatrices<>(
          EXERCISE, MultiHeadData::matrices, MultiHeadData::fitted, MultiHeadData::summary);

  @Override
  public List<MenuItem> items(Target<MultiHeadProblem> target) {
    var sentence = new MenuItem("Type a sentence…");
    sentence.setOnAction(_ -> {
      var before = target.problem();
      TextDialog.show(
          target.window(),
          new TextPrompt(
              "Type a sentence",
              "A sentence of your own",
              "Every word is a token, and so is every punctuation mark or bracket. Their vectors"
                  + " and all matrices are random, from the seed.",
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
  public Optional<PastedMatrices<MultiHeadProblem>> matrices() {
    return Optional.of(PASTED);
  }

  @Override
  public List<FromTable<MultiHeadProblem>> tables() {
    return List.of(new FromTable<>("X", Answer.NONE, MultiHeadData::withRows));
  }

  @Override
  public Optional<FromText<MultiHeadProblem>> text() {
    return Optional.of(new FromText<>(MultiHeadData::ofSentence));
  }

  private static MultiHeadProblem ofSentence(MultiHeadProblem before, String text) {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("tokens", Tokens.of(text));
    return EXERCISE.problem(new Given(inputs, settings(before)));
  }

  /// The problem of a typed sentence, with sizes and settings as before.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where there are no tokens or too many
  static TextReading<MultiHeadProblem> sentence(MultiHeadProblem before, String text) {
    var problem = ofSentence(before, text);
    int n = problem.length();
    return new TextReading.Usable<>(
        problem,
        "%s, %s of %s"
            .formatted(
                Phrases.count(n, "token"),
                Phrases.count(problem.heads(), "head"),
                Phrases.count(problem.headWidth(), "column")));
  }

  private static Given fitted(Given given, Set<String> others, Set<String> reshaped) {
    var parameters = new LinkedHashMap<>(given.parameters());
    if (!reshaped.isEmpty()) {
      parameters.remove("d_model");
    }
    var fitting = new Given(given.inputs(), parameters);
    // The heads' habits were built into other weights.
    boolean weights = others.stream().anyMatch(name -> !name.equals("X")) || !reshaped.isEmpty();
    var still = weights ? fitting.withoutInputs("habits") : fitting;
    return reshaped.contains("X") ? still.withoutInputs("tokens") : still;
  }

  private static SequencedMap<String, double[][]> matrices(MultiHeadProblem problem) {
    var matrices = new LinkedHashMap<String, double[][]>();
    matrices.put("X", problem.x());
    matrices.put("W_q", problem.queries());
    matrices.put("W_k", problem.keys());
    matrices.put("W_v", problem.values());
    matrices.put("W_o", problem.output());
    return matrices;
  }

  private static String summary(MultiHeadProblem problem) {
    return "X is %d×%d, %s of %s"
        .formatted(
            problem.length(),
            problem.modelWidth(),
            Phrases.count(problem.heads(), "head"),
            Phrases.count(problem.headWidth(), "column"));
  }

  /// A table's rows as X, with as many heads as before where they divide its width, else with one.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where there are too many rows or columns
  static MultiHeadProblem withRows(MultiHeadProblem before, ImportedData data) {
    var parameters = settings(before);
    // X of another width brings its own.
    parameters.remove("d_model");
    if (data.columns().size() % before.heads() != 0) {
      parameters.put("num_heads", 1L);
    }
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("X", data.rows());
    return EXERCISE.problem(new Given(inputs, parameters));
  }

  private static SequencedMap<String, Object> settings(MultiHeadProblem before) {
    return new LinkedHashMap<>(EXERCISE.schema().rightWay(EXERCISE.given(before)).parameters());
  }
}
