package dev.stepwise.view.attention;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.attention.AttentionProblem;
import dev.stepwise.compute.attention.Tokens;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.importing.ImportDialog;
import dev.stepwise.view.importing.TextDialog;
import dev.stepwise.view.importing.TextPrompt;
import dev.stepwise.view.importing.TextReading;
import dev.stepwise.view.matrices.MatrixText;
import dev.stepwise.view.matrices.PastedMatrices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.scene.control.MenuItem;

/// Data of one's own for self-attention: a sentence, matrices, or a table as X.
final class AttentionData implements DataSource<AttentionProblem> {
  private static final AttentionExercise EXERCISE = new AttentionExercise();
  private static final List<String> MATRICES = List.of("X", "W_q", "W_k", "W_v");

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
              "Every word is a token, and so is every punctuation mark. Each becomes a random vector with a wave for its place added, and W_q, W_k, W_v are random too: the arithmetic is real, the meaning is not learned.",
              String.join(" ", before.tokens())),
          text -> sentence(before, text),
          problem -> target.use(problem, "own sentence"));
    });
    var matrices =
        new PastedMatrices<>(MATRICES, AttentionProblem::x, AttentionData::matrices).item(target);
    var table = new MenuItem("Import a table as X…");
    table.setOnAction(_ -> {
      var before = target.problem();
      ImportDialog.show(
          target.window(),
          data -> withRows(before, data.rows()),
          data -> target.use(withRows(before, data.rows()), data.title()));
    });
    return List.of(sentence, matrices, table);
  }

  /// The problem of a typed sentence, with settings and sizes as before.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where there are no tokens or too many
  static TextReading<AttentionProblem> sentence(AttentionProblem before, String text) {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("tokens", Tokens.of(text));
    var problem = EXERCISE.problem(new Given(inputs, settings(before)));
    int n = problem.length();
    return new TextReading.Usable<>(
        problem, "%s, %,d scores".formatted(Words.count(n, "token"), (long) n * n));
  }

  private static SequencedMap<String, Object> settings(AttentionProblem before) {
    var parameters = new LinkedHashMap<String, Object>(EXERCISE.given(before).parameters());
    // X of another width, or another hot embedding, brings its own.
    parameters.remove("d_model");
    return parameters;
  }

  /// The problem of pasted matrices.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where they are no matrices or don't fit
  static TextReading<AttentionProblem> matrices(AttentionProblem before, String text) {
    var inputs = new LinkedHashMap<String, Object>(MatrixText.read(MATRICES, text));
    var parameters = settings(before);
    if (inputs.containsKey("W_q")) {
      parameters.remove("d_k");
    }
    var problem = EXERCISE.problem(new Given(inputs, parameters));
    return new TextReading.Usable<>(
        problem,
        "X is %d×%d, d_k is %d"
            .formatted(problem.length(), problem.modelWidth(), problem.keyWidth()));
  }

  /// A table's rows as X.
  static AttentionProblem withRows(AttentionProblem before, double[][] rows) {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("X", rows);
    return EXERCISE.problem(new Given(inputs, settings(before)));
  }
}
