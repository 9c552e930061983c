package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.cosine.CosineProblem.Source;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.job.JobDialog;
import dev.stepwise.owndata.Answer;
import dev.stepwise.owndata.ImportDialog;
import dev.stepwise.owndata.ImportedData;
import dev.stepwise.owndata.TextDialog;
import dev.stepwise.owndata.TextPrompt;
import dev.stepwise.owndata.TextReading;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.TextFile;
import dev.stepwise.view.DataSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/// A query and documents of one's own: typed, pasted, or from a table.
final class CosineData implements DataSource<CosineProblem> {
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");

  private final CosineExercise exercise = new CosineExercise();

  @Override
  public List<MenuItem> items(Target<CosineProblem> target) {
    var query = new MenuItem("Type a query…");
    query.setOnAction(_ -> typeQuery(target));
    var texts = new MenuItem("Type or paste documents…");
    texts.setOnAction(_ -> typeTexts(target));
    var table = new MenuItem("Import vectors from a table…");
    table.setOnAction(_ -> {
      var before = target.problem();
      ImportDialog.show(
          target.window(),
          data -> withVectors(before, data),
          data -> target.use(withVectors(before, data), data.title()));
    });
    var file = new MenuItem("Open a file of documents…");
    file.setOnAction(_ -> open(target));
    return List.of(query, texts, file, table);
  }

  @Override
  public List<FromTable<CosineProblem>> tables() {
    return List.of(new FromTable<>("documents", Answer.NONE, this::withVectors));
  }

  @Override
  public Optional<FromText<CosineProblem>> text() {
    return Optional.of(new FromText<>(this::ofTexts));
  }

  private void open(Target<CosineProblem> target) {
    var chooser = new FileChooser();
    chooser.setTitle("Choose a text file with a document on each line");
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter("Texts", "*.txt", "*.md"), new ExtensionFilter("All files", "*"));
    var chosen = chooser.showOpenDialog(target.window());
    if (chosen == null) {
      return;
    }
    var path = chosen.toPath();
    var before = target.problem();
    JobDialog.<CosineProblem>show(
        target.window(),
        "Reading " + path.getFileName(),
        _ -> ofFile(before, path),
        made -> target.use(made, String.valueOf(path.getFileName())));
  }

  /// The documents of a file, a line each.
  ///
  /// @throws IllegalStateException where it cannot be used, with the reason
  CosineProblem ofFile(CosineProblem before, Path path) {
    try {
      return ofTexts(before, TextFile.read(path));
    } catch (ScenarioException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (InvalidInput e) {
      throw new IllegalStateException(path.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private void typeQuery(Target<CosineProblem> target) {
    var problem = target.problem();
    boolean isText = problem.texts().isPresent();
    var prompt =
        new TextPrompt(
            "Type a query",
            isText ? "Search for" : "A query of %d numbers".formatted(problem.dimensions()),
            isText
                ? "The words are weighed and projected like those of the documents. Words that no"
                    + " document holds count for nothing."
                : "Numbers, separated by spaces or commas.",
            problem.texts().map(Source.Texts::query).orElseGet(() -> numbers(problem.query())),
            "Search");
    TextDialog.show(
        target.window(),
        prompt,
        typed -> isText ? queryText(problem, typed) : queryNumbers(problem, typed),
        // At the result: the rows travel there from where the search before has left them.
        searched -> target.use(searched, title(searched), Optional.empty()));
  }

  private static String title(CosineProblem problem) {
    return problem.texts().map(texts -> "“" + texts.query().strip() + "”").orElse("Own query");
  }

  private static String numbers(double[] values) {
    return String.join(" ", Arrays.stream(values).mapToObj(Double::toString).toList());
  }

  /// A query in words.
  static TextReading<CosineProblem> queryText(CosineProblem before, String typed) {
    var problem = before.withQueryText(typed.strip());
    var model = problem.texts().orElseThrow().model();
    int known = model.weights(typed).terms().length;
    if (typed.isBlank()) {
      return new TextReading.Unusable<>("Type a few words.");
    }
    return new TextReading.Usable<>(
        problem,
        known == 0
            ? "no known word: the query will be the zero vector"
            : known == 1 ? "1 known word" : known + " known words");
  }

  /// A query in numbers.
  static TextReading<CosineProblem> queryNumbers(CosineProblem before, String typed) {
    var parts = SEPARATORS.split(typed.strip(), -1);
    var query = new double[parts.length];
    for (int j = 0; j < parts.length; j++) {
      try {
        query[j] = Double.parseDouble(parts[j]);
      } catch (NumberFormatException e) {
        return new TextReading.Unusable<>("“%s” is not a number.".formatted(parts[j]));
      }
      if (!Double.isFinite(query[j])) {
        return new TextReading.Unusable<>("“%s” is not finite.".formatted(parts[j]));
      }
    }
    if (query.length != before.dimensions()) {
      return new TextReading.Unusable<>(
          "These are %d numbers; the documents have %d."
              .formatted(query.length, before.dimensions()));
    }
    return new TextReading.Usable<>(before.withQuery(query), query.length + " numbers");
  }

  private void typeTexts(Target<CosineProblem> target) {
    var problem = target.problem();
    var prompt =
        new TextPrompt(
            "Type documents",
            "A document a line",
            "Type sentences, or paste a text file with a document on each line. They become vectors"
                + " by their words.",
            problem.texts().map(texts -> String.join("\n", texts.model().texts())).orElse(""));
    TextDialog.show(
        target.window(),
        prompt,
        typed -> texts(problem, typed),
        made -> target.use(made, "Own documents"));
  }

  /// Documents in words, a line each.
  TextReading<CosineProblem> texts(CosineProblem before, String typed) {
    if (typed.isBlank()) {
      return new TextReading.Unusable<>("Type at least one document.");
    }
    var problem = ofTexts(before, typed);
    return new TextReading.Usable<>(
        problem, problem.count() == 1 ? "1 document" : problem.count() + " documents");
  }

  /// Documents in words, a line each. The query stays where it shares a word with them; else it is
  /// the first document, which finds itself.
  ///
  /// @throws InvalidInput where no line holds a word
  CosineProblem ofTexts(CosineProblem before, String text) {
    var lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      throw new InvalidInput("/inputs/texts", "holds no document", "give one on each line");
    }
    var problem =
        exercise.problem(
            Given.nothing()
                .withInputs(Map.of("texts", lines, "query_text", lines.getFirst()))
                .withParameters(settings(before, lines.size())));
    var model = problem.texts().orElseThrow().model();
    return before
        .texts()
        .map(Source.Texts::query)
        .filter(query -> model.weights(query).terms().length > 0)
        .map(problem::withQueryText)
        .orElse(problem);
  }

  /// The rows of a table; the first is the query as well, so that it finds itself.
  ///
  /// @throws dev.stepwise.compute.exercise.InvalidInput where the numbers are too large
  CosineProblem withVectors(CosineProblem before, ImportedData data) {
    var given =
        Given.nothing()
            .withInputs(Map.of("documents", data.rows(), "query", data.rows()[0].clone()))
            .withParameters(settings(before, data.rows().length));
    return exercise.problem(given);
  }

  private static Map<String, Object> settings(CosineProblem before, int documents) {
    return Map.of(
        "k",
        (long) Math.min(before.k(), documents),
        "metric",
        before.metric().word(),
        "epsilon",
        before.epsilon(),
        "selection",
        before.selection().word());
  }
}
