import java.nio.file.Path;
import java.util.Locale;

/// The systems that there are installers for.
enum Platform {
  LINUX("linux", ".so", "lib", "lib/app", "lib/runtime", "png"),
  MACOS("macos", ".dylib", "lib", "Contents/app", "Contents/runtime/Contents/Home", "icns"),
  WINDOWS("windows", ".dll", "bin", "app", "runtime", "ico");

  final String folder;
  final String library;
  final String libraries;
  final Path app;
  final Path runtime;
  final String icon;

  /// @param library how names of native libraries end
  /// @param libraries where a runtime keeps them
  /// @param app where an image keeps the app
  /// @param runtime where an image keeps the runtime
  Platform(
      String folder, String library, String libraries, String app, String runtime, String icon) {
    this.folder = folder;
    this.library = library;
    this.libraries = libraries;
    this.app = Path.of(app);
    this.runtime = Path.of(runtime);
    this.icon = icon;
  }

  static Platform ofThisMachine() {
    var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
  }

  /// The app's name on this system, where commands are in lower case.
  String appName() {
    return this == LINUX ? "stepwise" : "Stepwise";
  }
}
