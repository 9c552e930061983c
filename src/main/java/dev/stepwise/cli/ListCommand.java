package dev.stepwise.cli;

import dev.stepwise.lesson.Presets;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    description = "Lists the exercises and their presets: exercise, preset and title, with tabs.",
    footer = {"%nExample:", "  stepwise list | grep bpe"})
final class ListCommand implements Callable<Integer> {
  private final Context context;

  ListCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    var lines = new StringBuilder();
    for (var exercise : context.exercises()) {
      for (var preset : Presets.of(exercise.id())) {
        lines.append(String.join("\t", exercise.id(), preset.id(), preset.title())).append('\n');
      }
    }
    context
        .output()
        .write(null, out -> out.write(lines.toString().getBytes(StandardCharsets.UTF_8)));
    return ExitStatus.DONE;
  }
}
