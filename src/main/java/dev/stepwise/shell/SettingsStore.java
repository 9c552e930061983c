package dev.stepwise.shell;

import dev.stepwise.platform.AtomicFile;
import dev.stepwise.scenario.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Keeps the settings in a JSON file. A file that cannot be understood is set aside, never lost; a
/// new one takes the old one's place only when it is complete.
public final class SettingsStore {
  private static final JsonFactory JSON = new JsonFactory();

  private static final ObjectWriteContext INDENTED =
      new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter();
        }
      };

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
      return new Loaded(read(JsonObject.read(Files.readAllBytes(file))), Optional.empty());
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
    AtomicFile.writeInFolder(file, out -> out.write(write(settings)));
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

  private static byte[] write(Settings settings) {
    var bytes = new ByteArrayOutputStream();
    try (var json = JSON.createGenerator(INDENTED, bytes)) {
      json.writeStartObject();
      json.writeStringProperty("theme", word(settings.theme()));
      json.writeNumberProperty("text_scale", settings.textScale());
      json.writeStringProperty("speed", word(settings.speed()));
      json.writeStringProperty("motion", word(settings.motion()));
      json.writeStringProperty("panel", word(settings.panel()));
      json.writeNumberProperty("panel_width", settings.panelWidth());
      json.writeStringProperty("remembering", word(settings.remembering()));
      settings.window().ifPresent(place -> writeWindow(place, json));
      settings.lastExercise().ifPresent(id -> json.writeStringProperty("last_exercise", id));
      json.writeObjectPropertyStart("places");
      settings
          .places()
          .forEach((id, place) -> {
            json.writeObjectPropertyStart(id);
            json.writeStringProperty("preset", place.preset());
            json.writeStringProperty("position", place.position());
            json.writeStringProperty("label", place.label());
            json.writeNumberProperty("fraction", place.fraction());
            json.writeEndObject();
          });
      json.writeEndObject();
      writeCode(settings.code(), json);
      json.writeNumberProperty("notes_size", settings.lectures().notesSize());
      json.writeArrayPropertyStart("recent");
      settings.lectures().recent().forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static Settings read(JsonObject root) {
    var places = new LinkedHashMap<String, Settings.Place>();
    var known = root.object("places");
    for (var id : known.fields().keySet()) {
      var place = known.object(id);
      places.put(
          id,
          new Settings.Place(
              place.text("preset").orElse(""),
              place.text("position").orElse("1"),
              place.text("label").orElse(""),
              place.number("fraction", 0)));
    }
    var defaults = Settings.DEFAULTS;
    return new Settings(
        constant(root, "theme", defaults.theme()),
        root.number("text_scale", defaults.textScale()),
        constant(root, "speed", defaults.speed()),
        constant(root, "motion", defaults.motion()),
        constant(root, "panel", defaults.panel()),
        root.number("panel_width", defaults.panelWidth()),
        constant(root, "remembering", defaults.remembering()),
        readWindow(root.object("window")),
        root.text("last_exercise"),
        places,
        readCode(root),
        new LectureSettings(
            root.number("notes_size", defaults.lectures().notesSize()), root.texts("recent")));
  }

  private static void writeCode(Settings.Code code, JsonGenerator json) {
    code.python().ifPresent(python -> json.writeStringProperty("python", python));
    json.writeObjectPropertyStart("checked_files");
    code.files().forEach(json::writeStringProperty);
    json.writeEndObject();
  }

  private static Settings.Code readCode(JsonObject root) {
    var files = new LinkedHashMap<String, String>();
    var known = root.object("checked_files");
    known.fields().keySet().forEach(id -> known.text(id).ifPresent(file -> files.put(id, file)));
    return new Settings.Code(root.text("python"), files);
  }

  private static void writeWindow(WindowPlace place, JsonGenerator json) {
    json.writeObjectPropertyStart("window");
    json.writeNumberProperty("x", place.x());
    json.writeNumberProperty("y", place.y());
    json.writeNumberProperty("width", place.width());
    json.writeNumberProperty("height", place.height());
    json.writeStringProperty("state", word(place.state()));
    json.writeEndObject();
  }

  private static Optional<WindowPlace> readWindow(JsonObject window) {
    double width = window.number("width", 0);
    return width > 0
        ? Optional.of(
            new WindowPlace(
                window.number("x", 0),
                window.number("y", 0),
                width,
                window.number("height", 0),
                constant(window, "state", WindowPlace.State.NORMAL)))
        : Optional.empty();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(JsonObject root, String key, E standard) {
    return root.text(key)
        .map(word -> Enum.valueOf(standard.getDeclaringClass(), word.toUpperCase(Locale.ROOT)))
        .orElse(standard);
  }
}
