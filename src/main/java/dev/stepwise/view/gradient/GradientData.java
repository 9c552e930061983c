package dev.stepwise.view.gradient;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.gradient.GradientProblem;
import dev.stepwise.compute.gradient.GradientProblem.Model;
import dev.stepwise.compute.gradient.NetworkProblem;
import dev.stepwise.compute.gradient.ProbeProblem;
import dev.stepwise.compute.gradient.RegressionProblem;
import dev.stepwise.compute.gradient.Trainer;
import dev.stepwise.owndata.Answer;
import dev.stepwise.owndata.ImportDialog;
import dev.stepwise.owndata.ImportedData;
import dev.stepwise.owndata.PastedMatrices;
import dev.stepwise.view.DataSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.control.MenuItem;

/// Samples of one's own for gradient descent: a table one of whose columns is the answer, and
/// weights drawn anew.
///
/// @param exercise makes the problems
record GradientData(GradientExercise exercise) implements DataSource<GradientProblem> {
  private static final int MOST_CLASSES = 20;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

  /// Starts that show what goes wrong without a good one.
  private static final Set<String> POOR_STARTS = Set.of("zero", "small");

  @Override
  public List<MenuItem> items(Target<GradientProblem> target) {
    var classes = new MenuItem("Import a table to classify…");
    classes.setOnAction(_ -> importing(target, Model.MLP));
    var line = new MenuItem("Import a table for regression…");
    line.setOnAction(_ -> importing(target, Model.LINEAR_REGRESSION));
    var drawn = new MenuItem("Draw all weights from the seed");
    drawn.setOnAction(_ -> target.use(drawn(target.problem()), "weights drawn"));
    var matrices = new MenuItem("Paste matrices…");
    matrices.setOnAction(_ ->
        pasted().show(target.window(), target.problem(), made -> target.use(made, "own matrices")));
    return List.of(classes, line, matrices, drawn);
  }

  @Override
  public Optional<PastedMatrices<GradientProblem>> matrices() {
    return Optional.of(pasted());
  }

  @Override
  public List<FromTable<GradientProblem>> tables() {
    return List.of(
        new FromTable<>(
            Model.MLP.word(), Answer.CLASS, (before, data) -> withSamples(before, data, Model.MLP)),
        new FromTable<>(
            Model.LINEAR_REGRESSION.word(),
            Answer.TARGET,
            (before, data) -> withSamples(before, data, Model.LINEAR_REGRESSION)));
  }

  /// Its matrices as text: those that a network starts with, or the samples of a regression.
  PastedMatrices<GradientProblem> pasted() {
    return new PastedMatrices<>(
        exercise, GradientData::matrices, GradientData::fitted, GradientData::summary);
  }

  private static SequencedMap<String, double[][]> matrices(GradientProblem problem) {
    var matrices = new LinkedHashMap<String, double[][]>();
    switch (problem) {
      case NetworkProblem network -> {
        var start = Trainer.initialise(network);
        matrices.put("W1", start.w1());
        matrices.put("b1", PastedMatrices.row(start.b1()));
        matrices.put("W2", start.w2());
        matrices.put("b2", PastedMatrices.row(start.b2()));
      }
      case RegressionProblem regression -> {
        matrices.put("X", regression.x());
        matrices.put("y", PastedMatrices.row(regression.y()));
      }
      case ProbeProblem probe -> matrices.put("X", probe.x());
    }
    return matrices;
  }

  private static Given fitted(Given given, Set<String> others, Set<String> reshaped) {
    var parameters = new LinkedHashMap<>(given.parameters());
    if (!reshaped.isEmpty()) {
      parameters.remove("hidden_size");
    }
    boolean drawn = !given.inputs().containsKey("W1") || !given.inputs().containsKey("W2");
    if (drawn) {
      parameters.remove("init", "given");
    }
    var fitting = new Given(given.inputs(), parameters);
    return reshaped.contains("X") ? fitting.withoutInputs("columns", "draws") : fitting;
  }

  private static String summary(GradientProblem problem) {
    return switch (problem) {
      case NetworkProblem network ->
          "%d inputs, %d hidden units, %d classes"
              .formatted(network.data().dimensions(), network.hidden(), network.data().classes());
      case RegressionProblem regression -> "%d samples".formatted(regression.y().length);
      case ProbeProblem probe -> "%d samples".formatted(probe.x().length);
    };
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
    var settings = GradientExercise.withoutWeights(exercise.given(before));
    var parameters = new LinkedHashMap<>(exercise.schema().rightWay(settings).parameters());
    // A rate belongs to the data that it was chosen for.
    parameters.remove("learning_rate");
    if (POOR_STARTS.contains(String.valueOf(parameters.get("init")))) {
      parameters.remove("init");
    }
    parameters.put("model", model.word());
    var inputs = new LinkedHashMap<String, Object>();
    inputs.put("X", data.rows());
    inputs.put("columns", data.columns());
    inputs.put("answer", data.answer());
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
    return Double.parseDouble(answer);
  }
}
