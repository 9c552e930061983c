package dev.stepwise.lecture;

import dev.stepwise.platform.AtomicFile;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.ScenarioWriter;
import dev.stepwise.session.Bookmark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeMap;

/// Writes lecture files, to be read by people too. Reading what was written gives an equal lecture.
public final class LectureWriter {
  private final Writer out;

  private LectureWriter(Writer out) {
    this.out = out;
  }

  /// Writes a lecture to a file, which is replaced only once the new content is complete.
  ///
  /// @throws IOException where the file cannot be written
  public static void write(Lecture lecture, Path path) throws IOException {
    AtomicFile.write(path, out -> write(lecture, out));
  }

  /// Writes a lecture as UTF-8 to a stream, which is flushed and left open.
  ///
  /// @throws IOException where the stream fails
  public static void write(Lecture lecture, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    new LectureWriter(writer).lecture(lecture);
    writer.flush();
  }

  private void lecture(Lecture lecture) throws IOException {
    out.write("{\n  \"stepwise\": 1,\n  \"lecture\": ");
    inside(lecture);
    out.write("\n}\n");
  }

  private void inside(Lecture lecture) throws IOException {
    out.write("{\n    \"title\": ");
    text(lecture.title());
    out.write(",\n    \"stops\": ");
    stops(lecture.stops());
    out.write("\n  }");
  }

  private void stops(Collection<Stop> stops) throws IOException {
    out.write("[");
    var separator = "\n";
    for (var stop : stops) {
      out.write(separator);
      stop(stop);
      separator = ",\n";
    }
    out.write("\n    ]");
  }

  /// Writes a session as UTF-8 to a stream, which is flushed and left open.
  ///
  /// @throws IOException where the stream fails
  static void write(Session session, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    new LectureWriter(writer).session(session);
    writer.flush();
  }

  private void session(Session session) throws IOException {
    out.write("{\n  \"stepwise\": 1,\n  \"session\": {\n    \"places\": ");
    stops(session.places());
    if (session.talk().isPresent()) {
      var talk = session.talk().get();
      out.write(",\n    \"lecture\": ");
      inside(talk.lecture());
      out.write(",\n    \"at\": " + talk.at());
      if (talk.file().isPresent()) {
        out.write(",\n    \"file\": ");
        text(talk.file().get());
      }
      out.write(",\n    \"saved\": ");
      text(talk.saved() ? Session.Talk.SAVED : "no");
    }
    out.write("\n  }\n}\n");
  }

  private void stop(Stop stop) throws IOException {
    out.write("      {\n        \"title\": ");
    text(stop.title());
    out.write(",\n        \"minutes\": " + stop.minutes());
    field("notes", stop.notes());
    field("question", stop.question());
    field("answer", stop.answer());
    out.write(",\n        \"students_may\": ");
    texts(stop.freedoms().stream().sorted().map(Freedom::id).toList());
    out.write(",\n        \"at\": ");
    at(stop.bookmark());
    if (stop.until().isPresent()) {
      field("until", stop.until().get().toString());
    }
    out.write(",\n        \"scenario\": ");
    var scenario = new ByteArrayOutputStream();
    ScenarioWriter.write(stop.bookmark().scenario(), scenario);
    // A line break inside a text is escaped, so that each of these ends a line of the file.
    out.write(scenario.toString(StandardCharsets.UTF_8).strip().replace("\n", "\n        "));
    out.write("\n      }");
  }

  private void at(Bookmark bookmark) throws IOException {
    out.write("{\"step\": \"" + bookmark.position() + "\"");
    if (!bookmark.choices().isEmpty()) {
      out.write(", \"choices\": {");
      var separator = "";
      for (var choice : new TreeMap<>(bookmark.choices()).entrySet()) {
        out.write(separator);
        text(choice.getKey());
        out.write(": ");
        text(choice.getValue());
        separator = ", ";
      }
      out.write("}");
    }
    if (!bookmark.pins().isEmpty()) {
      out.write(", \"pins\": ");
      texts(bookmark.pins());
    }
    if (!bookmark.breakpoints().isEmpty()) {
      out.write(", \"breakpoints\": ");
      texts(bookmark.breakpoints().stream().sorted().map(Position::toString).toList());
    }
    out.write("}");
  }

  private void field(String name, String text) throws IOException {
    if (!text.isEmpty()) {
      out.write(",\n        \"" + name + "\": ");
      text(text);
    }
  }

  private void texts(Collection<String> all) throws IOException {
    var separator = "";
    out.write("[");
    for (var each : all) {
      out.write(separator);
      text(each);
      separator = ", ";
    }
    out.write("]");
  }

  private void text(String text) throws IOException {
    ScenarioWriter.writeText(text, out);
  }
}
