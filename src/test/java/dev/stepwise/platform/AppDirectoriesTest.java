package dev.stepwise.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppDirectoriesTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void linux_follows_the_xdg_defaults() {
    assertThat(AppDirectories.of("Linux", HOME, Map.of()))
        .isEqualTo(
            new AppDirectories(
                HOME.resolve(".config/stepwise"),
                HOME.resolve(".local/share/stepwise"),
                HOME.resolve(".local/state/stepwise")));
  }

  @Test
  void linux_follows_the_xdg_variables_unless_they_are_relative() {
    var environment = Map.of("XDG_STATE_HOME", "/var/ada", "XDG_CONFIG_HOME", "here");

    var directories = AppDirectories.of("Linux", HOME, environment);

    assertThat(directories.logs()).isEqualTo(Path.of("/var/ada/stepwise"));
    assertThat(directories.config()).isEqualTo(HOME.resolve(".config/stepwise"));
  }

  @Test
  void mac_keeps_logs_in_the_library() {
    assertThat(AppDirectories.of("Mac OS X", HOME, Map.of()).logs())
        .isEqualTo(HOME.resolve("Library/Logs/Stepwise"));
  }

  @Test
  void windows_keeps_logs_in_the_local_application_data() {
    assertThat(AppDirectories.of("Windows 11", HOME, Map.of("LOCALAPPDATA", "/local")).logs())
        .isEqualTo(Path.of("/local/Stepwise/Logs"));
  }
}
