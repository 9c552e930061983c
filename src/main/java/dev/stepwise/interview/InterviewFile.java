package dev.stepwise.interview;

import dev.stepwise.platform.AtomicFile;
import dev.stepwise.scenario.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Keeps [Interviews] in a JSON file that people can read:
///
/// ```json
/// {"stepwise": 1,
///  "open": {"exercise": "k-means", "day": "2026-01-31", "minutes": 45, "seconds": 610,
///    "phase": "problem", "nudges": 1, "ratings": {}, "notes": "n points …", "code": "def …"},
///  "past": [{"exercise": "bpe", …, "ratings": {"clean_code": 2, "talking": 1}, …}]}
/// ```
///
/// `open` is missing where none is under way. A file that cannot be understood is set aside as
/// `.bak`, never lost; a new one takes the old one's place only when it is complete.
///
/// @param path need not exist, nor its folder
public record InterviewFile(Path path) {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  /// What was read.
  ///
  /// @param interviews those of the file, or none
  /// @param remark for the user, where something was not as it should be
  public record Loaded(Interviews interviews, Optional<String> remark) {}

  /// Reads the file; no interviews where there is none.
  public Loaded load() {
    if (!Files.exists(path)) {
      return new Loaded(Interviews.NONE, Optional.empty());
    }
    try {
      return new Loaded(read(JsonObject.read(Files.readAllBytes(path))), Optional.empty());
    } catch (IOException e) {
      return new Loaded(
          Interviews.NONE,
          Optional.of("Your interviews could not be read (%s).".formatted(e.getMessage())));
    } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
      return new Loaded(Interviews.NONE, Optional.of(setAside()));
    }
  }

  private String setAside() {
    var kept = path.resolveSibling(path.getFileName() + ".bak");
    try {
      Files.move(path, kept, StandardCopyOption.REPLACE_EXISTING);
      return "The file of your interviews could not be understood; it is kept as %s."
          .formatted(kept.getFileName());
    } catch (IOException _) {
      return "The file of your interviews could not be understood.";
    }
  }

  /// Writes the file.
  ///
  /// @throws IOException where it cannot be written; the old one is as it was
  public void save(Interviews interviews) throws IOException {
    AtomicFile.writeInFolder(path, out -> write(interviews, out));
  }

  /// Writes interviews to a stream, which is left open.
  ///
  /// @throws IOException where the stream fails
  static void write(Interviews interviews, OutputStream out) throws IOException {
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("stepwise", 1);
      interviews
          .open()
          .ifPresent(open -> {
            json.writeRaw('\n');
            json.writeName("open");
            write(open, json);
          });
      json.writeArrayPropertyStart("past");
      for (var one : interviews.past()) {
        json.writeRaw('\n');
        write(one, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Interview one, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("exercise", one.exerciseId());
    json.writeStringProperty("day", one.day().toString());
    json.writeNumberProperty("minutes", one.minutes());
    json.writeNumberProperty("seconds", one.spent().toMillis() / 1000.0);
    json.writeStringProperty("phase", word(one.phase()));
    json.writeNumberProperty("nudges", one.nudges());
    json.writeObjectPropertyStart("ratings");
    one.ratings().forEach((criterion, given) -> json.writeNumberProperty(word(criterion), given));
    json.writeEndObject();
    json.writeStringProperty("notes", one.notes());
    json.writeStringProperty("code", one.code());
    json.writeEndObject();
  }

  private static Interviews read(JsonObject root) {
    Optional<Interview> open =
        root.fields().containsKey("open")
            ? Optional.of(interview(root.object("open")))
            : Optional.empty();
    var past = new ArrayList<Interview>();
    if (root.fields().get("past") instanceof List<?> list) {
      for (var one : list) {
        if (!(one instanceof JsonObject object)) {
          throw new IllegalArgumentException("an interview that is no object");
        }
        past.add(interview(object));
      }
    }
    return new Interviews(open, past);
  }

  private static Interview interview(JsonObject object) {
    Map<Criterion, Integer> ratings = new EnumMap<>(Criterion.class);
    for (var criterion : Criterion.values()) {
      int given = (int) object.object("ratings").number(word(criterion), -1);
      if (given >= 0) {
        ratings.put(criterion, Math.min(given, Criterion.MOST));
      }
    }
    return new Interview(
        object.text("exercise").orElseThrow(() -> new IllegalArgumentException("no exercise")),
        LocalDate.parse(object.text("day").orElse("")),
        (int) Math.max(1, object.number("minutes", 45)),
        Duration.ofMillis((long) Math.max(0, object.number("seconds", 0) * 1000)),
        Phase.valueOf(object.text("phase").orElse("problem").toUpperCase(Locale.ROOT)),
        object.text("notes").orElse(""),
        object.text("code").orElse(""),
        (int) Math.max(0, object.number("nudges", 0)),
        ratings);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
