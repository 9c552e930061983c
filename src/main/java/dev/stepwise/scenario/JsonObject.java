package dev.stepwise.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A small JSON object of our own, such as the settings, held whole in memory. Scenarios, which may
/// be large and come from anywhere, are read by [ScenarioReader].
///
/// @param fields texts, numbers, truth values, lists and objects of these; nulls are left out
public record JsonObject(SequencedMap<String, Object> fields) {
  private static final JsonFactory JSON = new JsonFactory();

  /// Copies the fields.
  public JsonObject {
    fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
  }

  /// Reads an object.
  ///
  /// @throws IllegalArgumentException where it is JSON, but no object
  /// @throws JacksonException where it is no JSON
  public static JsonObject read(byte[] content) {
    if (readAny(content) instanceof JsonObject object) {
      return object;
    }
    throw new IllegalArgumentException("not an object");
  }

  /// Reads a list of objects.
  ///
  /// @throws IllegalArgumentException where it is JSON, but something else
  /// @throws JacksonException where it is no JSON
  public static List<JsonObject> readList(byte[] content) {
    if (readAny(content) instanceof List<?> list
        && list.stream().allMatch(JsonObject.class::isInstance)) {
      return list.stream().map(JsonObject.class::cast).toList();
    }
    throw new IllegalArgumentException("not a list of objects");
  }

  /// A text; empty where there is none of this name, or something else.
  public Optional<String> text(String name) {
    return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// A number, or another where there is none of this name.
  public double number(String name, double otherwise) {
    return fields.get(name) instanceof Number number ? number.doubleValue() : otherwise;
  }

  /// An object; one without fields where there is none of this name.
  public JsonObject object(String name) {
    return fields.get(name) instanceof JsonObject object
        ? object
        : new JsonObject(new LinkedHashMap<>());
  }

  /// The texts of a list; none where there is no list of this name. What is no text is left out.
  public List<String> texts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  private static @Nullable Object readAny(byte[] content) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), content)) {
      var value = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("something follows the value");
      }
      return value;
    }
  }

  private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case null, default -> throw new IllegalArgumentException("no value");
    };
  }

  private static JsonObject object(JsonParser parser) {
    var fields = new LinkedHashMap<String, Object>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      var value = value(parser, parser.nextToken());
      if (value != null) {
        fields.put(name, value);
      }
    }
    return new JsonObject(fields);
  }

  private static List<Object> list(JsonParser parser) {
    var values = new ArrayList<>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      var value = value(parser, token);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
