package dev.stepwise.export;

import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import dev.stepwise.scenario.LoadedScenario;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// Writes traces: what happened in a run, as JSON, a step a line. Steps are written as they are
/// computed, so a long run needs no more memory than a short one. The same problem gives the same
/// bytes. Numbers are written as [Double#toString(double)] has them, the shortest text that reads
/// as the same double; one that is not finite as the text `NaN`, `Infinity` or `-Infinity`.
public final class TraceWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .disable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private TraceWriter() {}

  /// What is said of each step.
  public enum Detail {
    /// What it does.
    STEPS,
    /// What it does, and the values of the variables that it wrote.
    STEPS_AND_VALUES
  }

  /// Runs a scenario to its end and writes its trace as UTF-8 to a stream, which is flushed and
  /// left open.
  ///
  /// @throws IOException where the stream fails
  /// @throws java.util.concurrent.CancellationException where the thread is interrupted
  public static <P, F extends Frame> void write(
      LoadedScenario<P, F> loaded, Detail detail, OutputStream out) throws IOException {
    write(loaded, detail, out, _ -> {});
  }

  /// The same, telling how it goes.
  ///
  /// @param progress told of the share of the steps that is written, 0 to 1
  /// @throws IOException where the stream fails
  /// @throws java.util.concurrent.CancellationException where the thread is interrupted
  public static <P, F extends Frame> void write(
      LoadedScenario<P, F> loaded, Detail detail, OutputStream out, DoubleConsumer progress)
      throws IOException {
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      var run = loaded.run();
      json.writeStartObject();
      json.writeNumberProperty("stepwise", 1);
      json.writeStringProperty("exercise", loaded.exercise().id());
      json.writeStringProperty("title", loaded.scenario().title());
      json.writeName("result");
      writeAll(loaded.exercise().result(run.step(run.length() - 1).frame()), json);
      writeSteps(run, detail, json, progress);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static <F extends Frame> void writeSteps(
      Run<F> run, Detail detail, JsonGenerator json, DoubleConsumer progress) {
    int length = run.length();
    json.writeArrayPropertyStart("steps");
    for (int index = 0; index < length; index++) {
      Cancellation.checkpoint();
      progress.accept((double) index / length);
      json.writeRaw('\n');
      writeStep(run.step(index), index, detail, json);
    }
    json.writeRaw('\n');
    json.writeEndArray();
  }

  private static void writeStep(
      Step<? extends Frame> step, int index, Detail detail, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("index", index);
    json.writeStringProperty("path", Integer.toString(index + 1));
    json.writeStringProperty("phase", step.phase());
    json.writeStringProperty("caption", step.narration().caption());
    json.writeNumberProperty("line", step.line());
    if (detail == Detail.STEPS_AND_VALUES) {
      var written = new LinkedHashMap<>(step.frame().variables());
      written.keySet().retainAll(step.writes());
      json.writeName("values");
      writeAll(written, json);
    }
    json.writeEndObject();
  }

  private static void writeAll(Map<String, Value> values, JsonGenerator json) {
    json.writeStartObject();
    values.forEach((name, value) -> {
      json.writeName(name);
      writeValue(value, json);
    });
    json.writeEndObject();
  }

  private static void writeValue(Value value, JsonGenerator json) {
    switch (value) {
      case Value.Scalar(double number) -> json.writeNumber(number);
      case Value.Whole(long number) -> json.writeNumber(number);
      case Value.Flag(boolean flag) -> json.writeBoolean(flag);
      case Value.Text(var text) -> json.writeString(text);
      case Value.Vector(var numbers) -> json.writeArray(numbers, 0, numbers.length);
      case Value.Labels(var labels) -> json.writeArray(labels, 0, labels.length);
      case Value.Matrix(var rows) -> {
        json.writeStartArray();
        for (double[] row : rows) {
          json.writeArray(row, 0, row.length);
        }
        json.writeEndArray();
      }
      case Value.Many(var values) -> {
        json.writeStartArray();
        values.forEach(each -> writeValue(each, json));
        json.writeEndArray();
      }
      case Value.Named(var values) -> writeAll(values, json);
    }
  }
}
