package dev.stepwise.shell;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the settings in a JSON file. A file that cannot be understood is set aside, never lost; a
/// new one takes the old one's place only when it is complete.
public final class SettingsStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /// @param file need not exist, nor its folder
  public SettingsStore(Path file) {
    this.file = file;
  }

  /// What was read.
  ///
  /// @param settings those of the file, or the defaults
  /// @param remark for the user, where something was not as it should be
  public record Loaded(Settings settings, Optional<String> remark) {}

  /// Reads the file; the defaults where there is none.
  public Loaded load() {
    if (!Files.exists(file)) {
      return new Loaded(Settings.DEFAULTS, Optional.empty());
    }
    try {
      return new Loaded(read(JSON.readTree(Files.readAllBytes(file))), Optional.empty());
    } catch (IOException failure) {
      return new Loaded(
          Settings.DEFAULTS,
          Optional.of("The settings could not be read (" + reason(failure) + "). Defaults hold."));
    } catch (JacksonException | IllegalArgumentException _) {
      return new Loaded(Settings.DEFAULTS, Optional.of(setAside()));
    }
  }

  /// Writes the file.
  ///
  /// @throws IOException where it cannot be written; the old one is as it was
  public void save(Settings settings) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(write(settings)));
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String setAside() {
    var kept = file.resolveSibling(file.getFileName() + ".bak");
    try {
      Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
      return "The settings file could not be understood. Defaults hold; the old file is kept as "
          + kept.getFileName()
          + ".";
    } catch (IOException failure) {
      return "The settings file could not be understood (" + reason(failure) + "). Defaults hold.";
    }
  }

  private static String reason(IOException failure) {
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  private static ObjectNode write(Settings settings) {
    var root = JSON.createObjectNode();
    root.put("theme", word(settings.theme()));
    root.put("text_scale", settings.textScale());
    root.put("speed", word(settings.speed()));
    root.put("motion", word(settings.motion()));
    root.put("panel", word(settings.panel()));
    settings.lastExercise().ifPresent(id -> root.put("last_exercise", id));
    var places = root.putObject("places");
    settings
        .places()
        .forEach((id, place) ->
            places
                .putObject(id)
                .put("preset", place.preset())
                .put("position", place.position())
                .put("label", place.label())
                .put("fraction", place.fraction()));
    return root;
  }

  private static Settings read(JsonNode root) {
    if (!root.isObject()) {
      throw new IllegalArgumentException("not an object");
    }
    var places = new LinkedHashMap<String, Settings.Place>();
    for (Map.Entry<String, JsonNode> entry : root.path("places").properties()) {
      var place = entry.getValue();
      places.put(
          entry.getKey(),
          new Settings.Place(
              place.path("preset").asString(""),
              place.path("position").asString("1"),
              place.path("label").asString(""),
              place.path("fraction").asDouble(0)));
    }
    var defaults = Settings.DEFAULTS;
    return new Settings(
        constant(root, "theme", defaults.theme()),
        root.path("text_scale").asDouble(defaults.textScale()),
        constant(root, "speed", defaults.speed()),
        constant(root, "motion", defaults.motion()),
        constant(root, "panel", defaults.panel()),
        Optional.ofNullable(root.get("last_exercise")).map(JsonNode::asString),
        places);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(JsonNode root, String key, E standard) {
    var node = root.get(key);
    return node == null
        ? standard
        : Enum.valueOf(standard.getDeclaringClass(), node.asString().toUpperCase(Locale.ROOT));
  }
}
