package dev.stepwise.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class SourceTest {
  private static final int MOST_LINES = 400;

  @Test
  void no_source_file_is_longer_than_400_lines() throws IOException {
    var tooLong = new ArrayList<String>();
    int read = 0;
    try (var files = Files.walk(Path.of("src"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        read++;
        int lines = Files.readAllLines(file).size();
        if (lines > MOST_LINES) {
          tooLong.add(file + ": " + lines);
        }
      }
    }
    assertThat(read).isPositive();
    assertThat(tooLong).isEmpty();
  }
}
