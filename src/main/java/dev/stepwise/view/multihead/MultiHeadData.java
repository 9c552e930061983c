package dev.stepwise.view.multihead;

import dev.stepwise.compute.attention.Tokens;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.multihead.MultiHeadProblem;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.importing.TextDialog;
import dev.stepwise.view.importing.TextPrompt;
import dev.stepwise.view.importing.TextReading;
import dev.stepwise.view.matrices.MatrixText;
import dev.stepwise.view.matrices.PastedMatrices;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.scene.control.MenuItem;

/// Data of one's own for multi-head attention: a sentence, or matrices.
final class MultiHeadData implements DataSource<MultiHeadProblem> {
  private static final MultiHeadExercise EXERCISE = new MultiHeadExercise();
  private static final List<String> MATRICES = List.of("X", "W_q", "W_k", "W_v", "W_o");

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
              "Every word is a token, and so is every punctuation mark or bracket. Their vectors and all matrices are random, from the seed.",
              String.join(" ", before.tokens())),
          text -> sentence(before, text),
          problem -> target.use(problem, "own sentence"));
    });
    var matrices =
        new PastedMatrices<>(MATRICES, MultiHeadProblem::x, MultiHeadData::matrices).item(target);
    return List.of(sentence, matrices);
  }

  /// The problem of a typed sentence, with sizes and settings as before.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where there are no tokens or too many
  static TextReading<MultiHeadProblem> sentence(MultiHeadProblem before, String text) {
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("tokens", Tokens.of(text));
    var problem = EXERCISE.problem(new Given(inputs, EXERCISE.given(before).parameters()));
    int n = problem.length();
    return new TextReading.Usable<>(
        problem,
        "%s, %s of %s"
            .formatted(
                Words.count(n, "token"),
                Words.count(problem.heads(), "head"),
                Words.count(problem.headWidth(), "column")));
  }

  /// The problem of pasted matrices, with the settings of the one before. The heads' habits were
  /// built into other matrices and are not kept.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where they are no matrices, don't fit, or
  ///   cannot be cut into as many heads
  static TextReading<MultiHeadProblem> matrices(MultiHeadProblem before, String text) {
    var inputs = new LinkedHashMap<String, Object>(MatrixText.read(MATRICES, text));
    var parameters = new LinkedHashMap<String, Object>(EXERCISE.given(before).parameters());
    // X of another width brings its own.
    parameters.remove("d_model");
    var problem = EXERCISE.problem(new Given(inputs, parameters));
    return new TextReading.Usable<>(
        problem,
        "X is %d×%d, %s of %s"
            .formatted(
                problem.length(),
                problem.modelWidth(),
                Words.count(problem.heads(), "head"),
                Words.count(problem.headWidth(), "column")));
  }
}
