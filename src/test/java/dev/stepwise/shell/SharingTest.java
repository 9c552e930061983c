package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.kmeans.KMeansView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

@OneAtATime
class SharingTest {
  private static final String NAME = "k-means-random-start-bad-local-minimum";

  @TempDir private Path folder;
  private final FxRobot robot = new FxRobot();
  private TestWindow window;

  @BeforeEach
  void openBadStart() throws TimeoutException {
    window = TestWindow.show(1280, 800, TestWindow.still(UnaryOperator.identity()));
    window.openKMeans("bad-start", "2");
    window.waitUntil(() -> window.text(".counter").startsWith("step 2 of "));
    window.picker.choose(folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void the_menu_saves_the_picture_of_the_step() throws IOException {
    choose("save-picture");
    var image = ImageIO.read(saved(NAME + "-step-2.png").toFile());
    assertThat(image.getWidth()).isEqualTo(1920);
    assertThat(image.getHeight()).isEqualTo(1200);
  }

  @Test
  void ctrl_s_saves_the_picture_too() {
    robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    assertThat(saved(NAME + "-step-2.png")).isNotEmptyFile();
  }

  @Test
  void ctrl_c_copies_the_picture() {
    robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    window.waitUntil(() -> window.find("#toast").isVisible());
    var copied = TestWindow.onFx(() -> Clipboard.getSystemClipboard().getImage());
    assertThat(copied.getWidth()).isEqualTo(1920);
  }

  @Test
  void the_menu_saves_the_run_as_a_moving_picture() throws IOException {
    choose("save-film");
    try (var input = ImageIO.createImageInputStream(saved(NAME + ".gif").toFile())) {
      var reader = ImageIO.getImageReadersByFormatName("gif").next();
      reader.setInput(input);
      assertThat(reader.getNumImages(true)).isGreaterThan(8);
    }
  }

  @Test
  void the_menu_saves_the_trace_with_its_values() throws IOException {
    choose("save-trace");
    assertThat(Files.readString(saved(NAME + "-trace.json")))
        .contains("\"exercise\":\"k-means\"", "\"inertia\":", "\"values\":{\"centroids\":");
  }

  @Test
  void the_menu_saves_the_tables_of_the_step_in_a_folder_of_their_own() throws IOException {
    choose("save-tables");
    try (Stream<Path> tables = Files.list(saved(NAME + "-step-2"))) {
      assertThat(tables)
          .extracting(Path::getFileName)
          .extracting(Path::toString)
          .contains("X.csv", "centroids.csv", "labels.csv", "values.csv");
    }
  }

  @Test
  void a_saved_problem_opens_again_as_it_was() throws Exception {
    choose("save-scenario");
    var exercise = new KMeansView().exercise();
    var loaded = new ScenarioReader(List.of(exercise)).load(saved(NAME + ".stepwise"));
    assertThat(loaded.scenario().title()).isEqualTo("Random start, bad local minimum");
    assertThat(loaded.scenario().given().parameters()).containsEntry("seed", 2L);
  }

  @Test
  void a_place_that_cannot_be_written_is_told_with_a_remedy() {
    window.picker.choose(folder.resolve("missing"));
    choose("save-picture");
    window.waitUntil(() ->
        robot
            .lookup("#job-words")
            .<javafx.scene.control.Label>tryQuery()
            .map(words -> words.getText().contains("does not exist. Choose another place"))
            .orElse(false));
    robot.type(KeyCode.ESCAPE);
    assertThat(window.find("#toast").isVisible()).isFalse();
  }

  private void choose(String item) {
    window.run(() ->
        window.find("#share", MenuButton.class).getItems().stream()
            .filter(each -> item.equals(each.getId()))
            .findFirst()
            .orElseThrow()
            .fire());
  }

  /// The file, once the window says that it is saved.
  private Path saved(String name) {
    var path = folder.resolve(name);
    window.waitUntil(() -> window.text("#toast").equals("Saved: " + path));
    return path;
  }
}
