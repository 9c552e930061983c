package dev.stepwise.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void a_failure_half_way_leaves_the_old_content_and_nothing_else() throws IOException {
    var file = folder.resolve("a.txt");
    Files.writeString(file, "old");

    assertThatThrownBy(() ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(new byte[100_000]);
                  throw new IOException("the disk is full");
                }))
        .hasMessage("the disk is full");

    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void the_old_content_stays_until_the_new_one_is_complete() throws IOException {
    var file = folder.resolve("a.txt");
    Files.writeString(file, "old");

    AtomicFile.write(
        file,
        out -> {
          out.write('n');
          out.flush();
          assertThat(file).hasContent("old");
        });

    assertThat(file).hasContent("n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_link_keeps_pointing_at_the_file_that_is_written() throws IOException {
    var file = folder.resolve("a.txt");
    Files.writeString(file, "old");
    var link = Files.createSymbolicLink(folder.resolve("link.txt"), file);

    AtomicFile.write(link, out -> out.write('n'));

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("n");
  }

  @Test
  void a_missing_folder_and_a_folder_in_the_way_are_said() {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/a.txt"), out -> out.write('n')))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the folder " + folder.resolve("no") + " does not exist");
    assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write('n')))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is a folder");
  }
}
