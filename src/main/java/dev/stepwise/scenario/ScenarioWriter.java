package dev.stepwise.scenario;

import dev.stepwise.compute.exercise.Variation;
import dev.stepwise.platform.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/// Writes scenario files, to be read by people too: a field a line, a matrix row a line. Reading
/// what was written gives equal values, every double bit for bit.
public final class ScenarioWriter {
  private ScenarioWriter() {}

  /// Writes a scenario to a file, which is replaced only once the new content is complete.
  ///
  /// @throws IOException where the file cannot be written
  public static void write(Scenario scenario, Path path) throws IOException {
    AtomicFile.write(path, out -> write(scenario, out));
  }

  /// Writes a scenario as UTF-8 to a stream, which is flushed and left open.
  ///
  /// @throws IOException where the stream fails
  public static void write(Scenario scenario, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write("{\n  \"stepwise\": 1,\n  \"exercise\": ");
    writeText(scenario.exerciseId(), writer);
    writer.write(",\n  \"title\": ");
    writeText(scenario.title(), writer);
    writeFields("inputs", scenario.given().inputs(), writer);
    writeFields("parameters", scenario.given().parameters(), writer);
    if (scenario.isComparison()) {
      writeVariation(scenario.given().variation().orElseThrow(), writer);
    }
    writer.write("\n}\n");
    writer.flush();
  }

  private static void writeVariation(Variation variation, Writer writer) throws IOException {
    writer.write(",\n  \"compare\": {\n    \"parameters\": {");
    writeEach(variation.parameters(), "\n      ", writer);
    writer.write("\n    },\n    \"inputs\": {");
    writeEach(variation.inputs(), "\n      ", writer);
    var separator = variation.inputs().isEmpty() ? "\n      " : ",\n      ";
    for (var name : variation.without()) {
      writer.write(separator);
      writeText(name, writer);
      writer.write(": null");
      separator = ",\n      ";
    }
    writer.write("\n    }\n  }");
  }

  private static void writeFields(String role, Map<String, Object> fields, Writer writer)
      throws IOException {
    writer.write(",\n  \"" + role + "\": {");
    writeEach(fields, "\n    ", writer);
    writer.write(fields.isEmpty() ? "}" : "\n  }");
  }

  private static void writeEach(Map<String, Object> fields, String indent, Writer writer)
      throws IOException {
    var separator = indent;
    for (var field : fields.entrySet()) {
      writer.write(separator);
      writeText(field.getKey(), writer);
      writer.write(": ");
      writeValue(field.getValue(), writer);
      separator = "," + indent;
    }
  }

  private static void writeValue(Object value, Writer writer) throws IOException {
    switch (value) {
      case double[][] rows -> writeMatrix(rows, writer);
      case double[] numbers -> writer.write(Arrays.toString(numbers));
      case int[] labels -> writer.write(Arrays.toString(labels));
      case List<?> texts -> writeTexts(texts.iterator(), writer);
      case Map<?, ?> words -> writeWords(words, writer);
      case String text -> writeText(text, writer);
      // Long, Double and Boolean print as JSON has them; Double.toString is the shortest text that
      // reads as the same double.
      case Long _, Double _, Boolean _ -> writer.write(value.toString());
      default -> throw new IllegalArgumentException("no kind of field holds " + value.getClass());
    }
  }

  private static void writeMatrix(double[][] rows, Writer writer) throws IOException {
    var separator = "[\n      ";
    for (double[] row : rows) {
      writer.write(separator);
      writer.write(Arrays.toString(row));
      separator = ",\n      ";
    }
    writer.write("\n    ]");
  }

  private static void writeTexts(Iterator<?> texts, Writer writer) throws IOException {
    writer.write('[');
    while (texts.hasNext()) {
      writeText((String) texts.next(), writer);
      writer.write(texts.hasNext() ? ", " : "");
    }
    writer.write(']');
  }

  private static void writeWords(Map<?, ?> words, Writer writer) throws IOException {
    var separator = "";
    writer.write('{');
    for (var word : words.entrySet()) {
      writer.write(separator);
      writeText((String) word.getKey(), writer);
      writer.write(": " + word.getValue());
      separator = ", ";
    }
    writer.write('}');
  }

  /// Writes a text as JSON has it, in its quotes.
  ///
  /// @throws IOException where the writer fails
  public static void writeText(String text, Writer writer) throws IOException {
    writer.write('"');
    writer.write(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    writer.write('"');
  }
}
