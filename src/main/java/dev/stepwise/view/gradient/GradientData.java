package dev.stepwise.view.gradient;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.gradient.GradientProblem.Model;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.importing.Answer;
import dev.stepwise.view.importing.ImportDialog;
import dev.stepwise.view.importing.ImportedData;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.control.MenuItem;

/// Samples of one's own for gradient descent: a table one of whose columns is the answer, and
/// weights drawn anew.
///
/// @param exercise makes the problems
record GradientData(GradientExercise exercise) implements DataSource<GradientProblem> {
  private static final int MOST_CLASSES = 20;
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d*[.,]?\\d+([eE][+-]?\\d+)?");

  @Override
  public List<MenuItem> items(Target<GradientProblem> target) {
    var classes = new MenuItem("Import a table to classify…");
    classes.setOnAction(_ -> importing(target, Model.MLP));
    var line = new MenuItem("Import a table for regression…");
    line.setOnAction(_ -> importing(target, Model.LINEAR_REGRESSION));
    var drawn = new MenuItem("Draw all weights from the seed");
    drawn.setOnAction(_ -> target.use(drawn(target.problem()), "weights drawn"));
    return List.of(classes, line, drawn);
  }

  private void importing(Target<GradientProblem> target, Model model) {
    var before = target.problem();
    ImportDialog.show(
        target.window(),
        model == Model.MLP ? Answer.CLASS : Answer.TARGET,
        data -> withSamples(before, data, model),
        data -> target.use(withSamples(before, data, model), data.title()));
  }

  /// The same without parameters that are given.
  GradientProblem drawn(GradientProblem problem) {
    return exercise.problem(GradientExercise.withoutWeights(exercise.given(problem)));
  }

  /// The samples of a table. To classify, its different answers become the classes 0, 1, 2 … in
  /// ascending order. Settings stay as far as they fit.
  ///
  /// @throws InvalidInput where there are too many classes or the numbers are too large
  GradientProblem withSamples(GradientProblem before, ImportedData data, Model model) {
    var parameters =
        new LinkedHashMap<>(GradientExercise.withoutWeights(exercise.given(before)).parameters());
    parameters.put("model", model.word());
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("X", data.rows());
    inputs.put("y", model == Model.MLP ? classes(data.answers()) : numbers(data.answers()));
    return exercise.problem(new Given(inputs, parameters));
  }

  private static int[] classes(List<String> answers) {
    var distinct = new TreeSet<>(order(answers));
    distinct.addAll(answers);
    if (distinct.size() > MOST_CLASSES) {
      throw new InvalidInput(
          "/inputs/y",
          "the column of classes holds %,d different ones".formatted(distinct.size()),
          "choose a column with at most %d, or import the table for regression"
              .formatted(MOST_CLASSES));
    }
    return answers.stream().mapToInt(answer -> distinct.headSet(answer).size()).toArray();
  }

  /// Numbers by their value, words as a dictionary has them.
  private static Comparator<String> order(List<String> answers) {
    return answers.stream().allMatch(answer -> NUMBER.matcher(answer).matches())
        ? Comparator.comparingDouble(GradientData::number)
        : Comparator.naturalOrder();
  }

  private static double[] numbers(List<String> answers) {
    return answers.stream().mapToDouble(GradientData::number).toArray();
  }

  private static double number(String answer) {
    return Double.parseDouble(answer.replace(',', '.'));
  }
}
