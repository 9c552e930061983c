package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRowTest {
  @TempDir private Path folder;

  @Test
  void a_short_log_is_shown_whole() throws IOException {
    var file = Files.writeString(folder.resolve("log"), "one\ntwö\n");
    assertThat(LogRow.end(file)).isEqualTo("one\ntwö\n");
  }

  @Test
  void of_a_long_log_the_last_lines_are_shown_each_whole() throws IOException {
    var file = Files.writeString(folder.resolve("log"), "ärger am morgen\n".repeat(10_000));
    var end = LogRow.end(file);
    assertThat(end.length()).isBetween(50_000, 1 << 16);
    assertThat(end.lines()).containsOnly("ärger am morgen");
  }
}
