package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.playback.Speed;
import dev.stepwise.testing.OneAtATime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OneAtATime
class SettingsStoreTest {
  @TempDir private Path folder;

  @Test
  void what_is_saved_is_read_again() throws IOException {
    var file = folder.resolve("deep/settings.json");
    var settings =
        Settings.DEFAULTS
            .withTheme(Settings.Theme.DARK)
            .withTextScale(1.25)
            .withSpeed(Speed.AS_DRAWN)
            .withMotion(Settings.Motion.REDUCED)
            .withPanel(Settings.Panel.FOLDED)
            .withPanelWidth(412)
            .withWindow(new WindowPlace(-1200, 30, 1100, 700, WindowPlace.State.MAXIMIZED))
            .withCode(
                new Settings.Code(Optional.of("/usr/bin/python3"), Map.of("lstm", "/home/a/b.py")))
            .withPlace("k-means", new Settings.Place("iris", "3.1", "Iteration 2, assign", 0.5));

    new SettingsStore(file).save(settings);
    var loaded = new SettingsStore(file).load();

    assertThat(loaded.settings()).isEqualTo(settings);
    assertThat(loaded.remark()).isEmpty();
    try (var left = Files.list(file.getParent())) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void without_a_file_the_defaults_hold_silently() {
    var loaded = new SettingsStore(folder.resolve("none.json")).load();

    assertThat(loaded.settings()).isEqualTo(Settings.DEFAULTS);
    assertThat(loaded.remark()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"theme\": \"pink\"}", "\u0000\u0001"})
  void a_broken_file_is_kept_aside_and_the_defaults_hold(String content) throws IOException {
    var file = folder.resolve("settings.json");
    Files.writeString(file, content);

    var loaded = new SettingsStore(file).load();

    assertThat(loaded.settings()).isEqualTo(Settings.DEFAULTS);
    assertThat(loaded.remark().orElseThrow()).contains("settings.json.bak");
    assertThat(folder.resolve("settings.json.bak")).hasContent(content);
    assertThat(file).doesNotExist();
  }

  @Test
  void a_text_scale_out_of_range_is_brought_into_it() throws IOException {
    var file = folder.resolve("settings.json");
    Files.writeString(file, "{\"text_scale\": 40}");

    assertThat(new SettingsStore(file).load().settings().textScale())
        .isEqualTo(Settings.MOST_SCALE);
  }
}
