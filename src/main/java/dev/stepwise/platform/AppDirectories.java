package dev.stepwise.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where each system expects a program to keep its files. Nothing is created here.
///
/// @param config settings
/// @param data what the user made in the app
/// @param logs logs of defects
public record AppDirectories(Path config, Path data, Path logs) {

  /// The folders of the system and user that run the program.
  public static AppDirectories ofThisUser() {
    return of(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        System.getenv());
  }

  /// The folders by the rules of a system: the XDG Base Directory Specification on Linux and other
  /// Unixes, the Library folder on macOS, the application data folders on Windows.
  ///
  /// @param system the name, as the system property `os.name` has it
  /// @param home the user's home folder
  /// @param environment the environment variables
  static AppDirectories of(String system, Path home, Map<String, String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      var roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
      var local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
      return new AppDirectories(
          roaming.resolve("Stepwise"),
          local.resolve("Stepwise/Data"),
          local.resolve("Stepwise/Logs"));
    }
    if (name.startsWith("mac")) {
      var support = home.resolve("Library/Application Support/Stepwise");
      return new AppDirectories(support, support, home.resolve("Library/Logs/Stepwise"));
    }
    return new AppDirectories(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("stepwise"),
        folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("stepwise"),
        folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve("stepwise"));
  }

  /// The specification says that a relative path in such a variable is to be ignored.
  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    var value = environment.getOrDefault(variable, "");
    return !value.isEmpty() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
  }
}
