package dev.stepwise.view.gradient;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.gradient.GradientProblem.Model;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.importing.ImportDialog;
import dev.stepwise.view.importing.ImportedData;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.control.MenuItem;

/// Samples of one's own for gradient descent: a table whose last column is the answer, and weights
/// drawn anew.
///
/// @param exercise makes the problems
record GradientData(GradientExercise exercise) implements DataSource<GradientProblem> {
  private static final int MOST_CLASSES = 20;

  @Override
  public List<MenuItem> items(Target<GradientProblem> target) {
    var classes = new MenuItem("Import a table to classify (last column: the class)…");
    classes.setOnAction(_ -> importing(target, Model.MLP));
    var line = new MenuItem("Import a table for regression (last column: the target)…");
    line.setOnAction(_ -> importing(target, Model.LINEAR_REGRESSION));
    var drawn = new MenuItem("Draw all weights from the seed");
    drawn.setOnAction(_ -> target.use(drawn(target.problem()), "weights drawn"));
    return List.of(classes, line, drawn);
  }

  private void importing(Target<GradientProblem> target, Model model) {
    ImportDialog.show(
        target.window(),
        data -> target.use(withSamples(target.problem(), data, model), data.title()));
  }

  /// The same without parameters that are given.
  GradientProblem drawn(GradientProblem problem) {
    return exercise.problem(GradientExercise.withoutWeights(exercise.given(problem)));
  }

  /// The last column as answers. To classify, its different values become the classes 0, 1, 2 … in
  /// ascending order. A single column is its own answer. Settings stay as far as they fit.
  GradientProblem withSamples(GradientProblem before, ImportedData data, Model model) {
    int last = data.rows()[0].length - 1;
    int inputs = Math.max(1, last);
    var x =
        Arrays.stream(data.rows()).map(row -> Arrays.copyOf(row, inputs)).toArray(double[][]::new);
    double[] answers = Arrays.stream(data.rows()).mapToDouble(row -> row[last]).toArray();
    var given = GradientExercise.withoutWeights(exercise.given(before));
    var parameters = new LinkedHashMap<>(given.parameters());
    var values = new LinkedHashMap<String, Object>();
    values.put("X", x);
    var distinct = new TreeSet<Double>();
    Arrays.stream(answers).forEach(distinct::add);
    boolean classify = model == Model.MLP && distinct.size() <= MOST_CLASSES;
    parameters.put("model", (classify ? Model.MLP : Model.LINEAR_REGRESSION).word());
    if (classify) {
      values.put(
          "y",
          Arrays.stream(answers).mapToInt(answer -> distinct.headSet(answer).size()).toArray());
    } else {
      values.put("y", answers);
    }
    return exercise.problem(new Given(values, parameters));
  }
}
