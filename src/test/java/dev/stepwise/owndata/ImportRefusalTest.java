package dev.stepwise.owndata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What cannot be imported is refused with its place, and nothing is left of what was there.
@OneAtATime
class ImportRefusalTest extends ImportPaneHarness {

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("", "is empty"),
        Arguments.of("x,y\n", "is the only row"),
        Arguments.of("x,y\n1,2\n3\n", "row 3: has 1 cell, but the first row has 2"),
        Arguments.of("x,y\n\"1,2\n", "quotation mark that is never closed"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void
      a_table_with_a_mistake_is_refused_with_place_and_remedy_and_nothing_is_left_of_the_one_before(
          String text, String message) {
    Fx.run(() -> {
      read("good.csv", "x,y\n1,2\n");
      read("bad.csv", text);
      assertThat(label("#import-problem").isVisible()).isTrue();
      assertThat(label("#import-problem").getText()).startsWith("bad: ").contains(message);
      assertThat(stage.isShowing()).isTrue();
      assertThat(((TableView<?>) pane.lookup("#import-preview")).getItems()).isEmpty();
      assertThat(pane.lookup("#import-column-1")).isNull();
      assertThat(button("#import-accept").isDisabled()).isTrue();
      accept();
      assertThat(imported).isEmpty();
      read("good.csv", "x,y\n1,2\n");
      accept();
    });
    assertThat(imported.getFirst().columns()).containsExactly("x", "y");
  }

  @Test
  void bytes_that_are_no_text_are_refused() throws IOException {
    var file = Files.write(folder.resolve("a.csv"), new byte[] {'x', 0, 1, 2});
    refused(file, "byte 2: is 0, as in no text");
  }

  @Test
  void a_folder_is_refused() {
    refused(folder, "is a folder; give a file");
  }

  @Test
  void a_file_that_is_gone_is_refused() {
    refused(folder.resolve("gone.csv"), "cannot be read");
  }

  private void refused(Path file, String message) {
    Fx.run(() -> {
      pane.read(new Source.File(file));
      worker.runAll();
      assertThat(label("#import-problem").getText()).contains(message);
      assertThat(button("#import-accept").isDisabled()).isTrue();
    });
  }
}
