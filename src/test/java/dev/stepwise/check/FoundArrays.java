package dev.stepwise.check;

import dev.stepwise.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;

/// What the readers of this package make of a file, for tests elsewhere.
public final class FoundArrays {
  private FoundArrays() {}

  /// How many arrays a file of arrays has.
  public static int in(Path file) throws ScenarioException {
    return ArrayFiles.read(file).size();
  }

  /// Whether a folder that a traced process left makes sense.
  public static boolean traced(Path folder) throws IOException {
    return TraceReader.read(folder).isPresent();
  }
}
