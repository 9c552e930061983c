import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Builds an installer of Stepwise for the system it runs on, with the JDK's own tools:
///
/// 1. `jar` packs the app;
/// 2. `jlink` makes a runtime of the JDK's and JavaFX's modules. The other libraries are no modules
///    that it could link, and go onto the class path. JavaFX's native libraries are laid beside the
///    runtime's own, so that none has to be unpacked when the app runs;
/// 3. `jpackage` makes the image of the app;
/// 4. a rehearsal of the app in that image makes the cache of loaded and linked classes (JEP 514)
///    with which it starts fast;
/// 5. `jpackage` makes the installer of that image.
///
/// Run by Maven: `mvn -Pinstaller package -Dinstaller.type=deb`.
public final class Installer {
  private static final Path TARGET = Path.of("target", "installer");
  private static final Path DEFINITIONS = Path.of("jpackage");
  private static final String JAR = "stepwise.jar";
  private static final String MAIN = "dev.stepwise.cli.Main";
  private static final String EXPORT = "--add-exports=";

  /// What an installed app's Java is told beside the options that every start has.
  private static final List<String> MORE_OPTIONS =
      List.of(
          // With the window there is little time for the second compiler, and little to compile.
          "-XX:Tier3DelayOn=0",
          "-XX:Tier4InvocationThreshold=500000",
          "-XX:Tier4MinInvocationThreshold=200000",
          "-XX:Tier4CompileThreshold=1000000",
          "-XX:Tier4BackEdgeThreshold=1000000",
          // The cache holds no profiles, see below; looking for them takes a thread's time.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTReplayTraining",
          "-XX:-UsePerfData",
          "-Djava.awt.headless=true", // its fonts and pictures are used, its windows are not
          // A cache that does not fit is left aside; a word about it would be taken for a result.
          "-Xlog:disable");

  /// The time of every file. The cache of classes holds for files of the times that they had when it
  /// was made, and packing gives them others: the scripts that run before it set this one again.
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private static final Pattern LICENCE =
      Pattern.compile("(?i)/(META-INF|licences|fonts)/[^/]*(licen[cs]e|notice|ofl)[^/]*$");

  private final Platform platform;
  private final String type;
  private final String version;
  private final List<Path> classPath;

  /// What the app's Java is told at every start. The cache holds for these alone.
  private final List<String> javaOptions;

  /// What the app uses of JavaFX's insides, as a jar's manifest says it: `module/package`.
  private final List<String> exports;

  private Installer(String type, String version, List<Path> classPath) throws IOException {
    this.platform = Platform.ofThisMachine();
    this.type = type;
    // macOS takes no version that begins with 0.
    this.version = platform == Platform.MACOS ? version.replaceFirst("^0\\.", "1.") : version;
    this.classPath = classPath;
    var everyStart =
        Files.readAllLines(DEFINITIONS.resolve("java.options")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    this.javaOptions =
        Stream.concat(
                everyStart.stream().filter(option -> !option.startsWith(EXPORT)),
                MORE_OPTIONS.stream())
            .toList();
    this.exports =
        everyStart.stream()
            .filter(option -> option.startsWith(EXPORT))
            .map(option -> option.substring(EXPORT.length()).replaceFirst("=.*", ""))
            .toList();
  }

  /// Builds an installer.
  ///
  /// @param args its type, as jpackage names it; the app's version; the class path, of which the
  ///     first entry is the folder of the app's classes
  public static void main(String[] args) throws Exception {
    var entries =
        Stream.of(args[2].split(File.pathSeparator)).map(Path::of).toList();
    try {
      new Installer(args[0], args[1], entries).build();
    } catch (IllegalStateException failed) {
      System.err.println(failed.getMessage());
      System.exit(1);
    }
  }

  private void build() throws Exception {
    Tools.deleteAll(TARGET);
    var libraries = Files.createDirectories(TARGET.resolve("libraries"));
    var modules = Files.createDirectories(TARGET.resolve("modules"));
    sort(libraries, modules);
    packApp(libraries.resolve(JAR), Tools.list(libraries));
    var runtime = TARGET.resolve("runtime");
    new RuntimeImage(platform, modules, runtime).make();
    var image = makeImage(libraries, runtime);
    if (platform == Platform.LINUX) {
      replaceLauncher(image);
    }
    for (var file : Tools.list(image)) {
      Files.setLastModifiedTime(file, TIME);
    }
    rehearse(image);
    if (platform == Platform.MACOS) {
      seal(image);
    }
    if (type.equals("app-image")) {
      say("The app is in " + image);
      return;
    }
    var installers = TARGET.resolve("installers");
    makeInstaller(image, installers);
    writeChecksums(installers);
  }

  /// Parts the libraries that are JavaFX's modules from all others.
  private void sort(Path libraries, Path modules) throws IOException {
    for (var entry : classPath) {
      var name = entry.getFileName().toString();
      boolean javaFx = name.startsWith("javafx-");
      if (!name.endsWith(".jar") || (javaFx && !hasContent(entry))) {
        continue;
      }
      // The times stay, because the cache of classes remembers them.
      Files.copy(
          entry,
          (javaFx ? modules : libraries).resolve(name),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /// JavaFX is published as an empty jar beside the one of the system.
  private static boolean hasContent(Path jar) throws IOException {
    return Files.size(jar) > 1000;
  }

  /// The exports stand in the jar and not among the options: those would cost the graph of modules
  /// that the cache holds, and every start would make it anew.
  private void packApp(Path jar, List<Path> libraries) throws IOException {
    var manifest = TARGET.resolve("manifest.txt");
    var attributes = new Manifest();
    var main = attributes.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    main.put(Attributes.Name.MAIN_CLASS, MAIN);
    main.put(
        Attributes.Name.CLASS_PATH,
        libraries.stream().map(file -> file.getFileName().toString()).collect(joining(" ")));
    main.putValue("Add-Exports", String.join(" ", exports));
    try (var out = Files.newOutputStream(manifest)) {
      attributes.write(out);
    }
    Tools.run(
        "jar",
        List.of(
            "--create",
            "--file=" + jar,
            "--manifest=" + manifest,
            "-C",
            classPath.getFirst().toString(),
            "."));
  }

  private Path makeImage(Path libraries, Path runtime) throws IOException {
    var options = new ArrayList<>(List.of("--type", "app-image", "--name", platform.appName()));
    options.addAll(List.of("--app-version", version, "--vendor", "Stepwise"));
    options.addAll(List.of("--description", "A debugger for machine-learning algorithms"));
    options.addAll(List.of("--input", libraries.toString()));
    options.addAll(List.of("--main-jar", JAR));
    options.addAll(List.of("--runtime-image", runtime.toString()));
    options.addAll(List.of("--icon", icon().toString()));
    options.addAll(List.of("--dest", TARGET.toString()));
    options.addAll(List.of("--app-content", content(libraries)));
    for (var option : javaOptions) {
      options.addAll(List.of("--java-options", option));
    }
    options.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/stepwise.aot"));
    if (platform == Platform.WINDOWS) {
      var console = DEFINITIONS.resolve("windows/stepwise-cli.properties");
      options.addAll(List.of("--add-launcher", "stepwise-cli=" + console));
    }
    Tools.run("jpackage", options);
    return TARGET.resolve(
        platform == Platform.MACOS ? platform.appName() + ".app" : platform.appName());
  }

  /// What the image holds beside the app: licences, and on Linux the icons in all sizes. In a
  /// bundle of macOS their place is `Resources`: signing may fail over files elsewhere in it.
  private String content(Path libraries) throws IOException {
    return switch (platform) {
      case LINUX -> licences(libraries, TARGET) + "," + icons();
      case WINDOWS -> licences(libraries, TARGET).toString();
      case MACOS -> {
        var resources = TARGET.resolve("Resources");
        licences(libraries, resources);
        yield resources.toString();
      }
    };
  }

  /// The licences of all that is bundled, in a folder: those kept here, and what the libraries say
  /// of themselves.
  private static Path licences(Path libraries, Path place) throws IOException {
    var folder = Files.createDirectories(place.resolve("licences"));
    for (var file : Tools.list(DEFINITIONS.resolve("licences"))) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    Files.copy(Path.of("LICENSE"), folder.resolve("stepwise.txt"));
    for (var jar : Tools.list(libraries)) {
      var name = jar.getFileName().toString().replaceFirst("(-\\d.*)?\\.jar$", "");
      boolean known = Files.exists(folder.resolve(name + ".txt"));
      try (var archive = FileSystems.newFileSystem(jar)) {
        for (var file : Tools.list(archive.getPath("/"))) {
          if (LICENCE.matcher(file.toString()).find()) {
            var target = Files.createDirectories(folder.resolve(name));
            Files.copy(file, target.resolve(file.getFileName().toString()));
            known = true;
          }
        }
      }
      if (!known) {
        throw new IllegalStateException(
            jar + " has no licence inside; add jpackage/licences/" + name + ".txt");
      }
    }
    return folder;
  }

  /// The icons in all sizes, in a folder of their own.
  private static Path icons() throws IOException {
    var folder = Files.createDirectories(TARGET.resolve("icons"));
    for (var file : Tools.list(Path.of("assets", "icon"))) {
      var name = file.getFileName().toString();
      if (name.endsWith(".png")) {
        Files.copy(file, folder.resolve(name));
      }
    }
    return folder;
  }

  private Path icon() {
    return DEFINITIONS.resolve(platform.folder).resolve("stepwise." + platform.icon);
  }

  /// Puts a script of ours in the place of jpackage's launcher.
  private void replaceLauncher(Path image) throws IOException {
    Files.delete(image.resolve("lib/libapplauncher.so"));
    Files.delete(image.resolve(platform.app).resolve("stepwise.cfg"));
    Files.writeString(
        image.resolve(platform.app).resolve("java.options"), String.join("\n", javaOptions));
    // Into the launcher's file, which may be executed.
    Files.write(
        image.resolve("bin/stepwise"),
        Files.readAllBytes(DEFINITIONS.resolve("linux/stepwise.sh")),
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  /// Runs the app in its image until its window is seen.
  private void rehearse(Path image) throws Exception {
    var app = image.resolve(platform.app);
    var cache = app.resolve("stepwise.aot");
    var words = new ArrayList<String>();
    words.add(image.resolve(platform.runtime).resolve("bin/java").toString());
    javaOptions.stream().filter(option -> !option.startsWith("-Xlog")).forEach(words::add);
    words.add("-XX:AOTCacheOutput=" + cache);
    // Profiles of a start alone make the compiler busy at every start, and the cache larger.
    words.add("-XX:-AOTRecordTraining");
    words.add("-Dstepwise.rehearsal=true");
    if (platform == Platform.LINUX && System.getenv("DISPLAY") == null) {
      // Without the classes of a real screen the cache is worth a third less; say so.
      say("No DISPLAY: the rehearsal has no real screen. xvfb-run makes a better cache.");
      words.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    }
    words.addAll(List.of("-jar", app.resolve(JAR).toString()));
    var home = TARGET.resolve("home").toAbsolutePath().toString();
    Tools.start(words, Map.of("XDG_CONFIG_HOME", home, "XDG_STATE_HOME", home));
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the rehearsal left no cache of classes");
    }
  }

  /// Signs the bundle once more, since its seal does not know the cache of classes: macOS calls a
  /// bundle with a broken seal damaged. Without a developer's certificate, as jpackage does it.
  private static void seal(Path image) throws Exception {
    Tools.start(
        List.of(
            "codesign",
            "--force",
            "--sign=-",
            "--preserve-metadata=entitlements",
            image.toString()),
        Map.of());
  }

  private void makeInstaller(Path image, Path installers) {
    var folder = DEFINITIONS.resolve(platform.folder);
    var options = new ArrayList<>(List.of("--type", type, "--app-image", image.toString()));
    options.addAll(List.of("--name", platform.appName(), "--app-version", version));
    options.addAll(List.of("--vendor", "Stepwise", "--dest", installers.toString()));
    options.addAll(List.of("--description", "A debugger for machine-learning algorithms"));
    options.addAll(List.of("--license-file", "LICENSE"));
    options.addAll(List.of("--resource-dir", folder.toString()));
    if (platform != Platform.LINUX) {
      options.addAll(
          List.of("--file-associations", folder.resolve("association.properties").toString()));
    }
    switch (platform) {
      case LINUX -> {
        options.addAll(List.of("--install-dir", "/opt", "--linux-app-category", "education"));
        if (type.equals("deb")) {
          options.addAll(List.of("--linux-deb-maintainer", "stepwise@users.noreply.github.com"));
        } else {
          options.addAll(List.of("--linux-rpm-license-type", "Apache-2.0"));
        }
      }
      case WINDOWS ->
          options.addAll(
              List.of(
                  "--win-menu",
                  "--win-per-user-install",
                  "--win-upgrade-uuid",
                  "6d0c7c55-6a0f-4a53-9a43-2b7a54f0a9d1"));
      case MACOS -> {}
    }
    Tools.run("jpackage", options);
  }

  private void writeChecksums(Path installers) throws Exception {
    var lines = new StringBuilder();
    for (var file : Tools.list(installers)) {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      lines.append(HexFormat.of().formatHex(digest)).append("  ").append(file.getFileName());
      lines.append('\n');
      say("%s, %.1f MB".formatted(file, Files.size(file) / 1e6));
    }
    Files.writeString(installers.resolve("SHA256SUMS"), lines);
  }

  private static void say(String sentence) {
    System.out.println(sentence);
  }
}
