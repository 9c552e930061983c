package dev.stepwise.scenario;

import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Variation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the objects of a scenario that hold inputs and parameters. The parser stands at their
/// first token before and at their last one after.
///
/// @param exercise the id of the exercise, for messages
record FieldReader(ValueReader values, JsonParser parser, String exercise) {
  private static final List<String> VARIED = List.of("parameters", "inputs");

  /// The values of some fields.
  ///
  /// @param role what one of them is called: `an input`
  SequencedMap<String, Object> read(List<Schema.Field> fields, String role) {
    return read(fields, role, null);
  }

  /// What a second run has otherwise than the first. An input that is `null` is left out of it.
  Variation variation(Schema schema) {
    SequencedMap<String, Object> inputs = new LinkedHashMap<>();
    SequencedMap<String, Object> parameters = new LinkedHashMap<>();
    var without = new LinkedHashSet<String>();
    var seen = new LinkedHashSet<String>();
    expectObject();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      if (!seen.add(key)) {
        throw values.wrong("is there twice", "keep one of the two");
      }
      parser.nextToken();
      switch (key) {
        case "inputs" -> inputs = read(schema.inputs(), "an input", without);
        case "parameters" -> parameters = read(schema.parameters(), "a parameter", null);
        default -> throw values.wrong("is not a key of a comparison", Nearest.remedy(key, VARIED));
      }
    }
    return new Variation(inputs, without, parameters);
  }

  /// @param without takes the names of those that are `null`; null where none may be
  private SequencedMap<String, Object> read(
      List<Schema.Field> fields, String role, @Nullable Set<String> without) {
    expectObject();
    var read = new LinkedHashMap<String, Object>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      var field = named(fields, key);
      if (field == null) {
        var names = fields.stream().map(Schema.Field::name).toList();
        throw values.wrong("is not " + role + " of " + exercise, Nearest.remedy(key, names));
      }
      if (read.containsKey(key) || (without != null && without.contains(key))) {
        throw values.wrong("is there twice", "keep one of the two");
      }
      if (parser.nextToken() == JsonToken.VALUE_NULL && without != null) {
        without.add(key);
      } else {
        read.put(key, values.read(field.kind()));
      }
    }
    return read;
  }

  private void expectObject() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw values.wrong("is " + values.found(), "give an object");
    }
  }

  private static Schema.@Nullable Field named(List<Schema.Field> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
  }
}
