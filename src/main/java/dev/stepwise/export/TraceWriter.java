package dev.stepwise.export;

import dev.stepwise.compute.compare.FirstDifference;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import dev.stepwise.lesson.Listing;
import dev.stepwise.scenario.LoadedComparison;
import dev.stepwise.scenario.LoadedScenario;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;

/// Writes traces: what happened in a run, as JSON, a step a line. Steps are written as they are
/// computed, so a long run needs no more memory than a short one. The same problem gives the same
/// bytes. Numbers are written as [Double#toString(double)] has them, the shortest text that reads
/// as the same double; one that is not finite as the text `NaN`, `Infinity` or `-Infinity`.
public final class TraceWriter {
  private TraceWriter() {}

  /// What may be said of each step beside what it does.
  public enum Detail {
    /// The values of the variables that it wrote.
    VALUES,
    /// Its title, its formulas in LaTeX, and its table.
    CAPTIONS
  }

  /// What a trace holds.
  ///
  /// @param details what is said of each step
  /// @param depth how many levels of the run: 1 is the top level, 2 the steps inside its steps too,
  ///   each behind the step that it is inside of
  public record Contents(Set<Detail> details, int depth) {
    /// The top level.
    public static final Contents STEPS = new Contents(Set.of(), 1);

    /// The top level, with the values of the variables that each step wrote.
    public static final Contents STEPS_AND_VALUES = new Contents(Set.of(Detail.VALUES), 1);

    /// Copies what it is given.
    public Contents {
      details = Set.copyOf(details);
      if (depth < 1) {
        throw new IllegalArgumentException("a trace has at least one level, not " + depth);
      }
    }
  }

  /// Runs a scenario to its end and writes its trace as UTF-8 to a stream, which is flushed and
  /// left open.
  ///
  /// @throws IOException where the stream fails
  /// @throws java.util.concurrent.CancellationException where the thread is interrupted
  public static <P, F extends Frame> void write(
      LoadedScenario<P, F> loaded, Contents contents, OutputStream out) throws IOException {
    write(loaded, contents, out, _ -> {});
  }

  /// The same, telling how it goes.
  ///
  /// @param progress told of the share of the steps that is written, 0 to 1
  /// @throws IOException where the stream fails
  /// @throws java.util.concurrent.CancellationException where the thread is interrupted
  public static <P, F extends Frame> void write(
      LoadedScenario<P, F> loaded, Contents contents, OutputStream out, DoubleConsumer progress)
      throws IOException {
    try (var json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("stepwise", 1);
      json.writeStringProperty("exercise", loaded.exercise().id());
      json.writeStringProperty("title", loaded.scenario().title());
      var comparison = loaded.comparison();
      if (comparison.isPresent()) {
        writeBoth(comparison.get(), contents, json, progress);
      } else {
        var run = loaded.run();
        writeResult("result", loaded, run, json);
        writeSteps("steps", loaded, run, contents, json, progress);
      }
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static <P, F extends Frame> void writeBoth(
      LoadedComparison<P, F> both, Contents contents, JsonGenerator json, DoubleConsumer progress) {
    var first = both.alone(Side.FIRST);
    var second = both.alone(Side.SECOND);
    var firstRun = first.run();
    var secondRun = second.run();
    writeResult("result", first, firstRun, json);
    writeResult("compare_result", second, secondRun, json);
    json.writeName("first_difference");
    FirstDifference.in(both.compared().run(both.problems()))
        .ifPresentOrElse(found -> writeDifference(found, json), json::writeNull);
    writeSteps("steps", first, firstRun, contents, json, share -> progress.accept(share / 2));
    writeSteps(
        "compare_steps",
        second,
        secondRun,
        contents,
        json,
        share -> progress.accept((1 + share) / 2));
  }

  private static void writeDifference(FirstDifference found, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("step", path(found.paths().first()));
    json.writeStringProperty("compare_step", path(found.paths().second()));
    json.writeStringProperty("name", found.ref().variable());
    json.writeArrayPropertyStart("index");
    found.ref().indices().forEach(json::writeNumber);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String path(List<Integer> indices) {
    return indices.stream()
        .map(index -> Integer.toString(index + 1))
        .collect(Collectors.joining("."));
  }

  private static <P, F extends Frame> void writeResult(
      String name, LoadedScenario<P, F> loaded, Run<F> run, JsonGenerator json) {
    json.writeName(name);
    writeAll(loaded.exercise().result(run.step(run.length() - 1).frame()), json);
  }

  private static void writeSteps(
      String name,
      LoadedScenario<?, ?> loaded,
      Run<?> run,
      Contents contents,
      JsonGenerator json,
      DoubleConsumer progress) {
    json.writeArrayPropertyStart(name);
    var steps = new Steps(contents, Listing.of(loaded.exercise().id()), json);
    steps.write(run, "", progress);
    json.writeRaw('\n');
    json.writeEndArray();
  }

  /// Writes steps, each before those inside it.
  private record Steps(Contents contents, Listing listing, JsonGenerator json) {

    void write(Run<?> run, String within, DoubleConsumer progress) {
      int length = run.length();
      for (int index = 0; index < length; index++) {
        Cancellation.checkpoint();
        progress.accept((double) index / length);
        json.writeRaw('\n');
        var step = run.step(index);
        var path = within + (index + 1);
        write(step, index, path);
        if (step.isComposite()
            && path.chars().filter(c -> c == '.').count() + 1 < contents.depth()) {
          write(step.inside(), path + ".", _ -> {});
        }
      }
    }

    private void write(Step<?> step, int index, String path) {
      var narration = step.narration();
      boolean told = contents.details().contains(Detail.CAPTIONS);
      json.writeStartObject();
      json.writeNumberProperty("index", index);
      json.writeStringProperty("path", path);
      json.writeStringProperty("phase", step.phase());
      if (told) {
        json.writeStringProperty("title", narration.title());
      }
      json.writeStringProperty("caption", narration.caption());
      json.writeNumberProperty("line", listing.line(step.anchor()));
      if (told) {
        writeTexts("formulas", narration.formulas());
        writeTable(narration.table());
      }
      if (contents.details().contains(Detail.VALUES)) {
        json.writeName("values");
        writeAll(values(step), json);
      }
      json.writeEndObject();
    }

    private void writeTexts(String name, List<String> texts) {
      json.writeArrayPropertyStart(name);
      texts.forEach(json::writeString);
      json.writeEndArray();
    }

    /// With the index of the row that decides where there is one.
    private void writeTable(Narration.Table table) {
      if (table.rows().isEmpty()) {
        return;
      }
      json.writeObjectPropertyStart("table");
      writeTexts("head", table.head());
      json.writeArrayPropertyStart("rows");
      for (var row : table.rows()) {
        json.writeStartArray();
        row.forEach(json::writeString);
        json.writeEndArray();
      }
      json.writeEndArray();
      if (table.telling() >= 0) {
        json.writeNumberProperty("telling", table.telling());
      }
      json.writeEndObject();
    }
  }

  /// What a trace tells as the values of a step: the variables that it wrote, and those that hold
  /// the numbers that it wrote, which of a dictionary are its values.
  public static Map<String, Value> values(Step<?> step) {
    var names = new HashSet<>(step.writes());
    step.frame().written().forEach(ref -> names.add(ref.variable()));
    var written = new LinkedHashMap<>(step.frame().variables());
    written.keySet().retainAll(names);
    return written;
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
