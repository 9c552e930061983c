package dev.stepwise.view.lstm;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.lstm.LstmProblem;
import dev.stepwise.compute.text.Phrases;
import dev.stepwise.owndata.Answer;
import dev.stepwise.owndata.ImportDialog;
import dev.stepwise.owndata.ImportedData;
import dev.stepwise.owndata.PastedMatrices;
import dev.stepwise.owndata.TextDialog;
import dev.stepwise.owndata.TextPrompt;
import dev.stepwise.owndata.TextReading;
import dev.stepwise.view.DataSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.control.MenuItem;

/// Sequences of one's own: a typed word, pasted numbers, or a table with a row a time step.
final class LstmData implements DataSource<LstmProblem> {
  private static final int WORD_SHOWN = 24;
  private static final Pattern LETTER = Pattern.compile("\\X");

  private final LstmExercise exercise = new LstmExercise();

  /// Its matrices as text.
  final PastedMatrices<LstmProblem> pasted =
      new PastedMatrices<>(exercise, LstmData::matrices, LstmData::fitted, LstmData::summary);

  @Override
  public List<MenuItem> items(Target<LstmProblem> target) {
    var word = new MenuItem("Type a word…");
    word.setOnAction(_ ->
        TextDialog.show(
            target.window(),
            new TextPrompt(
                "Type a word",
                "A word, letter by letter",
                "Each letter becomes one time step: a 1 in the column of that letter, 0 elsewhere.",
                target.problem().labels().isEmpty() ? "banana" : word(target.problem())),
            text -> readWord(target.problem(), text),
            problem -> target.use(problem, "‘" + shortened(word(problem)) + "’")));
    var numbers = new MenuItem("Paste numbers…");
    numbers.setOnAction(_ ->
        TextDialog.show(
            target.window(),
            new TextPrompt(
                "Paste numbers",
                "A sequence of numbers",
                "One line a time step, its numbers with spaces, commas or semicolons between them.",
                "1 0\n0 1\n1 1"),
            text -> readNumbers(target.problem(), text),
            problem -> target.use(problem, "pasted numbers")));
    var table = new MenuItem("Import a table…");
    table.setOnAction(_ -> {
      var before = target.problem();
      ImportDialog.show(
          target.window(),
          data -> withTable(before, data),
          data -> target.use(withTable(before, data), data.title()));
    });
    var matrices = new MenuItem("Paste matrices…");
    matrices.setOnAction(_ ->
        pasted.show(target.window(), target.problem(), made -> target.use(made, "own matrices")));
    return List.of(word, numbers, matrices, table);
  }

  @Override
  public Optional<PastedMatrices<LstmProblem>> matrices() {
    return Optional.of(pasted);
  }

  @Override
  public List<FromTable<LstmProblem>> tables() {
    return List.of(new FromTable<>("X", Answer.NONE, this::withTable));
  }

  @Override
  public Optional<FromText<LstmProblem>> text() {
    return Optional.of(
        new FromText<>((before, text) -> problem(before, Map.of("text", text.strip()))));
  }

  private static SequencedMap<String, double[][]> matrices(LstmProblem problem) {
    var matrices = new LinkedHashMap<String, double[][]>();
    matrices.put("X", problem.x());
    var layers = problem.cell().layers();
    layers.forEach(
        each -> matrices.put(each.weights(), problem.recurrentCell().layer(each).weights()));
    layers.forEach(each ->
        matrices.put(each.bias(), PastedMatrices.row(problem.recurrentCell().layer(each).bias())));
    matrices.put("h_0", PastedMatrices.row(problem.start().h()));
    if (problem.cell().hasCellState()) {
      matrices.put("c_0", PastedMatrices.row(problem.start().c()));
    }
    return matrices;
  }

  private static Given fitted(Given given, Set<String> others, Set<String> reshaped) {
    var parameters = new LinkedHashMap<>(given.parameters());
    if (reshaped.stream().anyMatch(name -> !name.equals("X"))) {
      parameters.remove("hidden_size");
    }
    var fitting = new Given(given.inputs(), parameters);
    // Letters say what the rows of X were.
    var still = others.contains("X") ? fitting.withoutInputs("text") : fitting;
    return reshaped.contains("X") ? still.withoutInputs("text", "features") : still;
  }

  private static String summary(LstmProblem problem) {
    return "%s of %s, %s"
        .formatted(
            timeSteps(problem),
            Phrases.count(problem.inputs(), "number"),
            Phrases.count(problem.hidden(), "unit"));
  }

  private static String word(LstmProblem problem) {
    return problem.stated().input("text", String.class).orElse("banana");
  }

  /// The first letters of a word, each whole.
  private static String shortened(String word) {
    var letters =
        LETTER.matcher(word).results().map(MatchResult::group).limit(WORD_SHOWN + 1L).toList();
    return letters.size() <= WORD_SHOWN
        ? word
        : String.join("", letters.subList(0, WORD_SHOWN)) + "…";
  }

  TextReading<LstmProblem> readWord(LstmProblem before, String text) {
    var word = text.strip();
    if (word.isEmpty()) {
      return new TextReading.Unusable<>("There is no letter yet; type a word.");
    }
    try {
      var problem = problem(before, Map.of("text", word));
      return new TextReading.Usable<>(
          problem,
          "%s, %s"
              .formatted(
                  timeSteps(problem),
                  problem.inputs() == 1 ? "1 letter" : problem.inputs() + " different letters"));
    } catch (InvalidInput e) {
      return new TextReading.Unusable<>("The word " + e.getMessage() + ".");
    }
  }

  TextReading<LstmProblem> readNumbers(LstmProblem before, String text) {
    var rows = new ArrayList<double[]>();
    var lines = text.lines().toList();
    for (int number = 1; number <= lines.size(); number++) {
      var line = lines.get(number - 1).strip();
      if (line.isEmpty()) {
        continue;
      }
      var words = line.split("[\\s,;]+");
      for (var word : words) {
        if (!isNumber(word)) {
          return new TextReading.Unusable<>(
              "Line %d: ‘%s’ is no number; write it like 0.5 or -1."
                  .formatted(number, shortened(word)));
        }
      }
      rows.add(Arrays.stream(words).mapToDouble(Double::parseDouble).toArray());
      if (rows.getLast().length != rows.getFirst().length) {
        return new TextReading.Unusable<>(
            "Line %d has %s, but the first has %d; give all lines as many."
                .formatted(
                    number,
                    Phrases.count(rows.getLast().length, "number"),
                    rows.getFirst().length));
      }
    }
    if (rows.isEmpty()) {
      return new TextReading.Unusable<>("There is no number yet; give one line a time step.");
    }
    try {
      var problem = problem(before, Map.of("X", rows.toArray(double[][]::new)));
      return new TextReading.Usable<>(
          problem,
          "%s of %s".formatted(timeSteps(problem), Phrases.count(problem.inputs(), "number")));
    } catch (InvalidInput e) {
      return new TextReading.Unusable<>(e.getMessage() + ".");
    }
  }

  private static String timeSteps(LstmProblem problem) {
    return Phrases.count(problem.x().length, "time step");
  }

  private static boolean isNumber(String word) {
    return word.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")
        && Double.isFinite(Double.parseDouble(word));
  }

  LstmProblem withTable(LstmProblem before, ImportedData data) {
    return problem(before, Map.of("X", data.rows(), "features", data.columns()));
  }

  /// Another sequence for the same settings. Weights made by hand belong to the sequence that they
  /// were made for, so these come from the seed.
  private LstmProblem problem(LstmProblem before, Map<String, ?> inputs) {
    var settings = exercise.schema().rightWay(exercise.given(before)).parameters();
    return exercise.problem(new Given(new LinkedHashMap<>(inputs), settings));
  }
}
