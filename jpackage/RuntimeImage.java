import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The runtime that the app brings along: the modules of the JDK and of JavaFX that it needs, with
/// JavaFX's native libraries beside the JDK's own, so that none is unpacked when the app runs.
///
/// @param platform that it is for
/// @param modules the folder of JavaFX's modules
/// @param folder where it is made
record RuntimeImage(Platform platform, Path modules, Path folder) {
  private static final List<String> NEEDED =
      List.of(
          "java.desktop", // fonts of formulas, writing pictures
          "java.logging",
          "java.xml", // drawings as SVG
          "jdk.localedata", // where Thai words end
          "jdk.unsupported", // JavaFX's use of Unsafe
          "javafx.controls");

  /// Packages of those modules that no part of the app reaches: windows, sound and printing of AWT
  /// and Swing, the compiler of style sheets for XML, secure connections, and the tools for keys.
  private static final List<String> UNREACHED =
      List.of(
          "java.base/sun/security/ssl",
          "java.base/sun/security/tools",
          "java.desktop/com/sun/java/swing",
          "java.desktop/com/sun/media/sound",
          "java.desktop/javax/print",
          "java.desktop/javax/sound",
          "java.desktop/javax/swing/colorchooser",
          "java.desktop/javax/swing/filechooser",
          "java.desktop/javax/swing/plaf",
          "java.desktop/javax/swing/table",
          "java.desktop/javax/swing/text",
          "java.desktop/javax/swing/tree",
          "java.desktop/javax/swing/undo",
          "java.desktop/sun/awt/X11",
          "java.desktop/sun/print",
          "java.desktop/sun/swing",
          "java.xml/com/sun/org/apache/bcel",
          "java.xml/com/sun/org/apache/xalan",
          "java.xml/com/sun/org/apache/xpath");

  /// Makes it.
  void make() throws Exception {
    link();
    layLibraries(folder.resolve(platform.libraries));
    // Its classes are among the unreached.
    Files.deleteIfExists(folder.resolve("bin/keytool"));
    Files.deleteIfExists(folder.resolve("bin/keytool.exe"));
    if (platform == Platform.LINUX) {
      // Windows of AWT and sounds are never made.
      Files.delete(folder.resolve("lib/libawt_xawt.so"));
      Files.delete(folder.resolve("lib/libsplashscreen.so"));
      Files.delete(folder.resolve("lib/libjsound.so"));
      strip(Tools.list(folder.resolve("lib")));
    }
  }

  private void link() throws IOException {
    var unneeded = folder.resolveSibling("unneeded.txt");
    Files.write(unneeded, unneeded());
    Tools.run(
        "jlink",
        List.of(
            "--module-path=" + modules,
            "--add-modules=" + String.join(",", NEEDED),
            "--output=" + folder,
            "--compress=zip-9",
            "--strip-java-debug-attributes",
            "--include-locales=en,th",
            "--no-header-files",
            "--no-man-pages",
            "--exclude-resources=@" + unneeded));
  }

  private List<String> unneeded() throws IOException {
    var patterns = new ArrayList<String>();
    patterns.add("/javafx.graphics/*" + platform.library); // laid beside the runtime's own
    patterns.add("/javafx.graphics/javafx-swt.jar");
    patterns.add("/javafx.controls/com/sun/javafx/scene/control/skin/caspian/**"); // an old theme
    patterns.add("/java.desktop/java/awt/doc-files/**");
    var jdk = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    for (var unreached : UNREACHED) {
      var start = jdk.resolve(unreached);
      if (Files.exists(start)) {
        patterns.addAll(allButOneOfEachPackage(jdk, start));
      }
    }
    return patterns;
  }

  /// A module keeps all its packages, or it is not linked.
  private static List<String> allButOneOfEachPackage(Path jdk, Path start) throws IOException {
    var kept = new TreeMap<String, Path>();
    var patterns = new ArrayList<String>();
    for (var file : Tools.list(start)) {
      var name = file.toString();
      if (name.endsWith(".class")
          && kept.putIfAbsent(String.valueOf(file.getParent()), file) != null) {
        patterns.add("/" + jdk.relativize(file).toString().replace("$", "\\$"));
      }
    }
    return patterns;
  }

  private void layLibraries(Path target) throws IOException {
    for (var jar : Tools.list(modules)) {
      try (var archive = FileSystems.newFileSystem(jar)) {
        for (var file : Tools.list(archive.getPath("/"))) {
          if (file.toString().endsWith(platform.library)) {
            Files.copy(
                file,
                target.resolve(String.valueOf(file.getFileName())),
                StandardCopyOption.COPY_ATTRIBUTES);
          }
        }
      }
    }
  }

  /// Takes away the names of functions, 7 MB of them, which only a debugger reads.
  static void strip(List<Path> files) throws Exception {
    var words = new ArrayList<>(List.of("strip", "--strip-unneeded"));
    files.stream().map(Path::toString).filter(name -> name.endsWith(".so")).forEach(words::add);
    Tools.start(words, Map.of());
  }
}
