package dev.stepwise.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFileTest {
  @TempDir private Path folder;

  @Test
  void another_content_is_noticed_and_the_same_written_again_is_not() throws IOException {
    var file = Files.writeString(folder.resolve("a"), "one");
    var known = KnownFile.now(file);
    assertThat(known.isChanged()).isFalse();
    Files.writeString(file, "one");
    assertThat(known.isChanged()).isFalse();
    Files.writeString(file, "two");
    assertThat(known.isChanged()).isTrue();
  }

  @Test
  void a_file_that_is_gone_holds_nothing_to_lose() throws IOException {
    var known = KnownFile.now(Files.writeString(folder.resolve("a"), "one"));
    Files.delete(known.path());
    assertThat(known.isChanged()).isFalse();
  }
}
