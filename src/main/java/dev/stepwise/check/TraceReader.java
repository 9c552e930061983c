package dev.stepwise.check;

import dev.stepwise.scenario.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Reads what `trace.py` wrote. The learner's code ran in the same process, so nothing in it is
/// taken on trust: sizes are checked, and what does not fit is left out.
final class TraceReader {
  private static final long MOST_TEXT = 64L << 20;
  private static final long MOST_NUMBERS = 64L << 20;
  private static final String ENCODINGS = "encodings";

  private final ByteBuffer numbers;

  private TraceReader(ByteBuffer numbers) {
    this.numbers = numbers;
  }

  /// What a run left: for each set of inputs the traces of the conventions that were tried.
  ///
  /// @param traces at least one
  record Answer(List<List<Trace>> traces) {}

  /// Reads a folder; empty where the process ended before it wrote, or where what is written makes
  /// no sense.
  static Optional<Answer> read(Path folder) throws IOException {
    var text = folder.resolve("result.json");
    var data = folder.resolve("arrays.bin");
    if (!Files.isRegularFile(text)
        || !Files.isRegularFile(data)
        || Files.size(text) > MOST_TEXT
        || Files.size(data) > MOST_NUMBERS) {
      return Optional.empty();
    }
    var numbers = ByteBuffer.wrap(Files.readAllBytes(data)).order(ByteOrder.LITTLE_ENDIAN);
    try {
      var root = JsonObject.read(Files.readAllBytes(text));
      var all = new ArrayList<List<Trace>>();
      for (var run : list(root.fields().getOrDefault("runs", List.of()))) {
        var traces = new ArrayList<Trace>();
        for (var one : list(run)) {
          if (one instanceof JsonObject object) {
            traces.add(new TraceReader(numbers).trace(object));
          }
        }
        all.add(traces);
      }
      return all.isEmpty() || all.getFirst().isEmpty()
          ? Optional.empty()
          : Optional.of(new Answer(all));
    } catch (JacksonException | IllegalArgumentException | StackOverflowError _) {
      return Optional.empty();
    }
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private Trace trace(JsonObject object) {
    var seen = new ArrayList<Seen>();
    for (var event : list(object.fields().getOrDefault("events", List.of()))) {
      if (event instanceof JsonObject one) {
        held(one.object("v"))
            .ifPresent(held ->
                seen.add(
                    Seen.after(
                        one.text("n").orElse(""),
                        one.text("f").orElse(""),
                        (int) one.number("l", 0),
                        held)));
      }
    }
    for (var leaf : list(object.fields().getOrDefault("returned", List.of()))) {
      if (leaf instanceof JsonObject one) {
        returned(one, seen);
      }
    }
    Map<String, String> bound = new HashMap<>();
    var names = object.object("bound");
    names.fields().keySet().forEach(key -> names.text(key).ifPresent(name -> bound.put(key, name)));
    return new Trace(
        object.text("convention").orElse(""),
        object.text("function").orElse(""),
        bound,
        seen,
        object.fields().get("error") instanceof JsonObject error
            ? Optional.of(problem(error))
            : Optional.empty(),
        Boolean.TRUE.equals(object.fields().get("cut")),
        walked(object.object("walk")));
  }

  private Walked walked(JsonObject walk) {
    var lines = new ArrayList<Walked.Line>();
    for (var moment : list(walk.fields().getOrDefault("moments", List.of()))) {
      if (moment instanceof JsonObject one) {
        var changed = new LinkedHashMap<String, Held>();
        for (var entry : list(one.fields().getOrDefault("v", List.of()))) {
          if (entry instanceof List<?> pair
              && pair.size() == 2
              && pair.getFirst() instanceof String name
              && pair.getLast() instanceof JsonObject value) {
            held(value).ifPresent(held -> changed.put(name, held));
          }
        }
        lines.add(
            new Walked.Line(
                (int) one.number("l", 0),
                one.text("f").orElse(""),
                (int) one.number("i", 0),
                changed));
      }
    }
    return new Walked(lines, Boolean.TRUE.equals(walk.fields().get("cut")));
  }

  private void returned(JsonObject leaf, List<Seen> seen) {
    var name = leaf.text("n").orElse("");
    if (name.equals(ENCODINGS)
        && leaf.object("v").object("j").fields().get("d") instanceof List<?> entries) {
      for (var entry : entries) {
        if (entry instanceof List<?> pair && pair.size() == 2) {
          seen.add(Seen.returned(ENCODINGS, Held.words(pair.get(1))));
        }
      }
      return;
    }
    held(leaf.object("v")).ifPresent(held -> seen.add(Seen.returned(name, held)));
  }

  private static Trace.Problem problem(JsonObject error) {
    return new Trace.Problem(
        error.text("type").orElse("Exception"),
        error.text("message").orElse(""),
        (int) error.number("line", 0),
        error.text("text").orElse(""),
        error.text("missing").orElse(""));
  }

  private Optional<Held> held(JsonObject value) {
    if (value.fields().containsKey("j")) {
      return Optional.of(Held.words(value.fields().get("j")));
    }
    if (!value.fields().containsKey("a")) {
      return Optional.empty();
    }
    var sides = list(value.fields().getOrDefault("s", List.of()));
    var shape = new int[sides.size()];
    long size = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = sides.get(axis) instanceof Number side ? side.intValue() : -1;
      size *= Math.max(0, shape[axis]);
      if (shape[axis] < 0 || size > MOST_NUMBERS) {
        return Optional.empty();
      }
    }
    long start = (long) value.number("a", -1);
    if (start < 0 || start > numbers.capacity() / Double.BYTES - size) {
      return Optional.empty();
    }
    var data = new double[(int) size];
    for (int i = 0; i < data.length; i++) {
      data[i] = numbers.getDouble((int) (start + i) * Double.BYTES);
    }
    var kind =
        switch (value.text("k").orElse("")) {
          case "f4" -> Tensor.Kind.SINGLE;
          case "i" -> Tensor.Kind.WHOLE;
          case "b" -> Tensor.Kind.FLAG;
          default -> Tensor.Kind.DOUBLE;
        };
    return Optional.of(new Held.Numbers(new Tensor(shape, data, kind)));
  }
}
