package dev.stepwise.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir private Path folder;
  private final Logger logger = quiet();

  private static Logger quiet() {
    var logger = Logger.getAnonymousLogger();
    logger.setUseParentHandlers(false);
    return logger;
  }

  @Test
  void warnings_are_in_the_file_and_what_is_less_is_not() throws IOException {
    try (var log = LogFile.open(folder.resolve("50 % full/logs"), logger).orElseThrow()) {
      logger.warning("ein Käfer");
      logger.info("all is well");
      assertThat(Files.readString(log.path())).contains("ein Käfer").doesNotContain("well");
    }
  }

  @Test
  void a_later_start_goes_on_with_the_file() throws IOException {
    for (var word : new String[] {"first", "second"}) {
      try (var log = LogFile.open(folder, logger).orElseThrow()) {
        logger.warning(word);
        assertThat(Files.readString(log.path())).contains("first");
      }
    }
    assertThat(Files.readString(folder.resolve("window.0.log"))).contains("first", "second");
  }

  @Test
  void however_much_is_written_it_stays_small() throws IOException {
    try (var _ = LogFile.open(folder, logger).orElseThrow()) {
      for (int i = 0; i < 60; i++) {
        logger.warning("x".repeat(100_000));
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      long bytes = files.mapToLong(file -> file.toFile().length()).sum();
      assertThat(bytes).isBetween(1_000_000L, 3_500_000L);
    }
  }

  @Test
  void where_a_file_stands_in_the_place_of_the_folder_there_is_no_log() throws IOException {
    var file = Files.writeString(folder.resolve("home"), "");
    assertThat(LogFile.open(file.resolve("stepwise"), logger)).isEmpty();
    assertThat(LogFile.open(file, logger)).isEmpty();
    assertThat(logger.getHandlers()).isEmpty();
  }
}
