package dev.stepwise.quiz;

import dev.stepwise.platform.AtomicFile;
import dev.stepwise.quiz.Review.Part;
import dev.stepwise.quiz.Review.Progress;
import dev.stepwise.quiz.Tally.Score;
import dev.stepwise.scenario.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Keeps a [Review] in a JSON file that people can read:
///
/// ```json
/// {"stepwise": 1, "exercises": {"k-means": {
///   "parts": {"watch": 1.0, "predict": 0.4},
///   "read": ["the-problem"],
///   "kinds": {"nearest": {"last": "2026-01-31", "was_right": true,
///     "guess": {"right": 1, "all": 2}, "certain": {"right": 3, "all": 3}}}}}}
/// ```
///
/// A file that cannot be understood is set aside as `.bak`, never lost; a new one takes the old
/// one's place only when it is complete.
///
/// @param path need not exist, nor its folder
public record ReviewFile(Path path) {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  /// What was read.
  ///
  /// @param review that of the file, or an empty one
  /// @param remark for the user, where something was not as it should be
  public record Loaded(Review review, Optional<String> remark) {}

  /// Reads the file; an empty review where there is none.
  public Loaded load() {
    if (!Files.exists(path)) {
      return new Loaded(Review.EMPTY, Optional.empty());
    }
    try {
      return new Loaded(read(JsonObject.read(Files.readAllBytes(path))), Optional.empty());
    } catch (IOException e) {
      return new Loaded(
          Review.EMPTY,
          Optional.of("Your progress could not be read (%s).".formatted(e.getMessage())));
    } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
      return new Loaded(Review.EMPTY, Optional.of(setAside()));
    }
  }

  private String setAside() {
    var kept = path.resolveSibling(path.getFileName() + ".bak");
    try {
      Files.move(path, kept, StandardCopyOption.REPLACE_EXISTING);
      return "The file of your progress could not be understood; it is kept as %s."
          .formatted(kept.getFileName());
    } catch (IOException _) {
      return "The file of your progress could not be understood.";
    }
  }

  /// Writes the file.
  ///
  /// @throws IOException where it cannot be written; the old one is as it was
  public void save(Review review) throws IOException {
    AtomicFile.writeInFolder(path, out -> write(review, out));
  }

  /// Writes a review to a stream, which is left open.
  ///
  /// @throws IOException where the stream fails
  public static void write(Review review, OutputStream out) throws IOException {
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("stepwise", 1);
      json.writeObjectPropertyStart("exercises");
      review
          .exercises()
          .forEach((id, progress) -> {
            json.writeRaw('\n');
            json.writeObjectPropertyStart(id);
            write(progress, json);
            json.writeEndObject();
          });
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Progress progress, JsonGenerator json) {
    json.writeObjectPropertyStart("parts");
    for (var part : Part.values()) {
      if (progress.parts().containsKey(part)) {
        json.writeNumberProperty(word(part), progress.part(part));
      }
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("read");
    progress.read().forEach(json::writeString);
    json.writeEndArray();
    json.writeObjectPropertyStart("kinds");
    progress
        .kinds()
        .forEach((kind, tally) -> {
          json.writeObjectPropertyStart(kind);
          json.writeStringProperty("last", tally.last().toString());
          json.writeBooleanProperty("was_right", tally.wasRight());
          tally
              .score()
              .forEach((certainty, score) -> {
                json.writeObjectPropertyStart(word(certainty));
                json.writeNumberProperty("right", score.right());
                json.writeNumberProperty("all", score.all());
                json.writeEndObject();
              });
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  private static Review read(JsonObject root) {
    var exercises = new LinkedHashMap<String, Progress>();
    var known = root.object("exercises");
    for (var id : known.fields().keySet()) {
      exercises.put(id, progress(known.object(id)));
    }
    return new Review(exercises);
  }

  private static Progress progress(JsonObject object) {
    var parts = new EnumMap<Part, Double>(Part.class);
    for (var part : Part.values()) {
      double share = object.object("parts").number(word(part), -1);
      if (share >= 0) {
        parts.put(part, Math.min(1, share));
      }
    }
    var kinds = new LinkedHashMap<String, Tally>();
    var known = object.object("kinds");
    for (var kind : known.fields().keySet()) {
      kinds.put(kind, tally(known.object(kind)));
    }
    return new Progress(kinds, parts, new LinkedHashSet<>(object.texts("read")));
  }

  private static Tally tally(JsonObject object) {
    var scores = new EnumMap<Certainty, Score>(Certainty.class);
    for (var certainty : Certainty.values()) {
      var score = object.object(word(certainty));
      int all = (int) Math.max(0, score.number("all", 0));
      int right = (int) Math.clamp(score.number("right", 0), 0, all);
      if (all > 0) {
        scores.put(certainty, new Score(right, all));
      }
    }
    var last = LocalDate.parse(object.text("last").orElse(""));
    return new Tally(scores, last, Boolean.TRUE.equals(object.fields().get("was_right")));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
