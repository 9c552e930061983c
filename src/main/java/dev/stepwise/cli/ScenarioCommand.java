package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.scenario.Nearest;
import dev.stepwise.scenario.ScenarioWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "scenario",
    description = "Writes a preset as a scenario file, to be changed and run.",
    footer = {
      "%nExamples:",
      "  stepwise scenario k-means --preset bad-start -o bad.json",
      "  stepwise scenario bpe"
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
    var scenario = preset(exercise).scenario(exercise);
    context.output().write(output, out -> ScenarioWriter.write(scenario, out));
    return ExitStatus.DONE;
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
