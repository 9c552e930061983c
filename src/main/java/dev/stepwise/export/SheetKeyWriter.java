package dev.stepwise.export;

import dev.stepwise.quiz.Blank;
import dev.stepwise.quiz.HandSheet;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;

/// Writes the key of a sheet as JSON, a blank a line. The same sheet gives the same bytes.
public final class SheetKeyWriter {
  private SheetKeyWriter() {}

  /// Writes UTF-8 to a stream, which is flushed and left open.
  ///
  /// @throws IOException where the stream fails
  public static void write(HandSheet sheet, OutputStream out) throws IOException {
    try (var json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("blanks");
      for (var task : sheet.tasks()) {
        for (var blank : task.blanks()) {
          json.writeRaw('\n');
          write(blank, task.path(), json);
        }
      }
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Blank blank, String path, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", blank.ref().variable());
    json.writeArrayPropertyStart("index");
    blank.ref().indices().forEach(json::writeNumber);
    json.writeEndArray();
    json.writeStringProperty("step", path);
    json.writeNumberProperty("value", blank.derivation().value());
    json.writeStringProperty("shown", blank.shown());
    json.writeEndObject();
  }
}
