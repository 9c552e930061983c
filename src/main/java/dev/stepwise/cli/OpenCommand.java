package dev.stepwise.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "open",
    description = "Opens the window on a scenario or a lecture.",
    footer = {"%nExample:", "  stepwise open blobs.json"})
final class OpenCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "FILE", description = "The scenario or the lecture.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  OpenCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    // Read here, so that a broken file is reported here and not in a window.
    context.launcher().launch(Opening.of(context.lectures().load(file), file));
    return ExitStatus.DONE;
  }
}
