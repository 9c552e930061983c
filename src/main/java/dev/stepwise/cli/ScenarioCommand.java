package dev.stepwise.cli;

import dev.stepwise.cli.OwnScenario.Reading;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.owndata.TableImport.Missing;
import dev.stepwise.owndata.TableImport.Wanted;
import dev.stepwise.scenario.Nearest;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.scenario.ScenarioWriter;
import dev.stepwise.scenario.Table.Choices;
import dev.stepwise.scenario.Table.Decimal;
import dev.stepwise.scenario.Table.Header;
import dev.stepwise.scenario.Table.Separator;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "scenario",
    description = "Writes a preset, or own data, as a scenario file, to be changed and run.",
    footer = {
      "%nExamples:",
      "  stepwise scenario k-means --preset bad-start -o bad.json",
      "  stepwise scenario bpe",
      "  stepwise scenario k-means --data flowers.csv --columns 1,2 --labels species",
      "  stepwise scenario gradient-descent --data houses.csv --labels price --missing drop",
      "  stepwise scenario cosine-search --data documents.txt -o search.json"
    })
final class ScenarioCommand implements Callable<Integer> {
  private final Context context;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "EXERCISE",
      completionCandidates = Completion.ExerciseIds.class,
      description = "The exercise, such as k-means.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private String exerciseId;

  @Option(
      names = "--preset",
      paramLabel = "ID",
      completionCandidates = Completion.PresetIds.class,
      description = "The preset, as 'list' names it; the first where it is left out.")
  private @Nullable String presetId;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "Own data instead of a preset: a table (CSV, TSV, .npy, .npz) or a text, as the exercise"
              + " takes it.")
  private @Nullable Path data;

  @Option(
      names = "--columns",
      paramLabel = "A,B",
      split = ",",
      description = "The columns to take, by name or number from 1; all with numbers otherwise.")
  private @Nullable List<String> columns;

  @Option(
      names = "--labels",
      paramLabel = "C",
      description =
          "The column with what is known of each row: the target of gradient descent, the colours"
              + " of k-means.")
  private @Nullable String labels;

  @Option(
      names = "--missing",
      paramLabel = "drop|refuse",
      completionCandidates = Completion.Missing.class,
      description = "Whether rows with gaps are left out; refused otherwise.")
  private @Nullable String missing;

  @Option(
      names = "--separator",
      paramLabel = "WORD",
      completionCandidates = Completion.Separators.class,
      description = "What parts the cells: comma, semicolon, tab, bar, blanks.")
  private @Nullable String separator;

  @Option(
      names = "--decimal",
      paramLabel = "point|comma",
      completionCandidates = Completion.Decimals.class,
      description = "The decimal sign.")
  private @Nullable String decimal;

  @Option(
      names = "--header",
      paramLabel = "names|data",
      completionCandidates = Completion.Headers.class,
      description = "What the first row is.")
  private @Nullable String header;

  @Option(
      names = "--model",
      paramLabel = "mlp|linear-regression",
      completionCandidates = Completion.Models.class,
      description = "For gradient descent: whether labels are classes or numbers to be predicted.")
  private @Nullable String model;

  @Option(
      names = "--as",
      paramLabel = "table|text",
      completionCandidates = Completion.Readings.class,
      description = "What the data are read as; by the file's name otherwise.")
  private @Nullable String reading;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write; standard output where it is left out.")
  private @Nullable Path output;

  ScenarioCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    var exercise = exercise();
    if (data == null) {
      checkNothingOfData();
    }
    var scenario = data == null ? preset(exercise).scenario(exercise) : own(data, exercise);
    context.output().write(output, out -> ScenarioWriter.write(scenario, out));
    return ExitStatus.DONE;
  }

  private void checkNothingOfData() {
    boolean stray =
        Stream.of(columns, labels, missing, separator, decimal, header, model, reading)
            .anyMatch(Objects::nonNull);
    if (stray) {
      throw wrong("there are options for data, but no data; name the file with --data");
    }
  }

  private Scenario own(Path file, Exercise<?, ?> exercise) throws Exception {
    if (presetId != null) {
      throw wrong("both --preset and --data are given; give one of them");
    }
    var view =
        new Exercises()
            .views().stream()
                .filter(each -> each.exercise().id().equals(exercise.id()))
                .findFirst()
                .orElseThrow(() -> wrong(exercise.id() + " takes no data of one's own"));
    var choices =
        new Choices(
            word("--separator", separator, Separator.values(), Separator::word),
            word("--decimal", decimal, Decimal.values(), Decimal::word),
            word("--header", header, Header.values(), Header::word));
    var gaps =
        word("--missing", missing, Missing.values(), each -> each.name().toLowerCase(Locale.ROOT));
    var wanted =
        new Wanted(
            Optional.ofNullable(columns).map(List::copyOf),
            Optional.ofNullable(labels),
            gaps.orElse(Missing.REFUSE));
    var as = word("--as", reading, Reading.values(), each -> each.name().toLowerCase(Locale.ROOT));
    return new OwnScenario(file, choices, wanted, model(view), as).of(view);
  }

  private Optional<String> model(ExerciseView<?, ?> view) {
    if (model == null) {
      return Optional.empty();
    }
    var known = view.data().tables().stream().map(DataSource.FromTable::id).toList();
    if (known.size() < 2) {
      throw wrong("%s has no --model to choose; leave it out".formatted(view.exercise().id()));
    }
    if (!known.contains(model)) {
      throw unknown("--model is '" + model + "'", model, known);
    }
    return Optional.of(model);
  }

  private <E> Optional<E> word(
      String option, @Nullable String given, E[] values, Function<E, String> words) {
    if (given == null) {
      return Optional.empty();
    }
    var known = Arrays.stream(values).map(words).toList();
    return Optional.of(
        Arrays.stream(values)
            .filter(value -> words.apply(value).equals(given))
            .findFirst()
            .orElseThrow(() -> unknown(option + " is '" + given + "'", given, known)));
  }

  private Exercise<?, ?> exercise() {
    var ids = context.exercises().stream().map(Exercise::id).toList();
    return context
        .exercise(exerciseId)
        .orElseThrow(() -> unknown("there is no exercise '" + exerciseId + "'", exerciseId, ids));
  }

  private Preset preset(Exercise<?, ?> exercise) {
    var presets = Presets.of(exercise.id());
    if (presets.isEmpty()) {
      throw wrong(exercise.id() + " has no presets; write a scenario by hand");
    }
    if (presetId == null) {
      return presets.getFirst();
    }
    var wanted = presetId;
    return presets.stream()
        .filter(preset -> preset.id().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            unknown(
                exercise.id() + " has no preset '" + wanted + "'",
                wanted,
                presets.stream().map(Preset::id).toList()));
  }

  private ParameterException unknown(String problem, String word, List<String> known) {
    return wrong(problem + "; " + Nearest.remedy(word, known));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
