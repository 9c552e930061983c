package dev.stepwise.scenario;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Limits;
import dev.stepwise.compute.exercise.Schema.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads a JSON file around scenarios, such as a lecture, as strictly as [ScenarioReader] reads one
/// scenario: what it does not know is an error that names its place.
public final class StrictJson {
  private final String text;
  private final JsonParser parser;
  private final ValueReader values;

  private StrictJson(String text, JsonParser parser) {
    this.text = text;
    this.parser = parser;
    values = new ValueReader(parser);
  }

  /// Reads a value, at whose first token the document stands before, at whose last one after.
  @FunctionalInterface
  public interface Reading<T> {
    /// Reads it.
    ///
    /// @throws InvalidInput where it is wrong
    T read(StrictJson json);
  }

  /// The bytes of a file of at most [ScenarioReader#LIMIT] bytes, without a byte order mark.
  ///
  /// @throws ScenarioException where it cannot be read, is too large, or is not UTF-8
  public static byte[] bytes(Path path) throws ScenarioException {
    return FileBytes.read(path, ScenarioReader.LIMIT);
  }

  /// Reads a document.
  ///
  /// @param file its name, for messages
  /// @param content UTF-8, with or without a byte order mark
  /// @throws ScenarioException where it is not JSON, or not what is wanted
  public static <T> T read(String file, byte[] content, Reading<T> wanted)
      throws ScenarioException {
    byte[] checked = FileBytes.checked(file, content);
    if (checked.length == 0) {
      throw new ScenarioException(file, "line 1", "is empty", "give JSON");
    }
    try {
      walk(checked);
      try (var parser = ScenarioReader.parserOf(checked)) {
        parser.nextToken();
        return wanted.read(new StrictJson(new String(checked, StandardCharsets.UTF_8), parser));
      }
    } catch (InvalidInput wrong) {
      throw new ScenarioException(file, wrong);
    } catch (JacksonException wrong) {
      throw ScenarioReader.notJson(file, wrong);
    }
  }

  /// Goes through the whole document, so that its grammar can be taken for granted.
  private static void walk(byte[] content) {
    try (var parser = ScenarioReader.parserOf(content)) {
      parser.nextToken();
      parser.skipChildren();
      if (parser.nextToken() != null) {
        throw new InvalidInput(
            ScenarioReader.place(parser.currentTokenLocation()),
            "goes on after the end of the document",
            "delete what follows the last }");
      }
    }
  }

  /// The pointer to the value that it stands at.
  public String place() {
    return parser.streamReadContext().pathAsPointer().toString();
  }

  /// An error at the value that it stands at.
  public InvalidInput wrong(String problem, String remedy) {
    return values.wrong(problem, remedy);
  }

  /// What stands there, in words.
  public String found() {
    return values.found();
  }

  /// The value of a kind.
  ///
  /// @throws InvalidInput where it is of another kind, out of range, or no Unicode
  public Object value(Kind kind) {
    var value = values.read(kind);
    switch (value) {
      case String read -> Limits.unicode(place(), read);
      case List<?> all -> all.forEach(read -> Limits.unicode(place(), (String) read));
      default -> {}
    }
    return value;
  }

  /// Text.
  public String text() {
    return (String) value(new Kind.Text());
  }

  /// Texts, in their order.
  @SuppressWarnings("unchecked") // this is what the kind reads
  public List<String> texts() {
    return (List<String>) value(new Kind.Strings());
  }

  /// Texts by any keys.
  public Map<String, String> textsByKey() {
    var read = new LinkedHashMap<String, String>();
    object();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      parser.nextToken();
      if (read.put(key, text()) != null) {
        throw wrong("is there twice", "keep one of the two");
      }
    }
    return read;
  }

  /// The keys of an object, each read by a reading of its own.
  ///
  /// @param what an object of its kind is called: `a stop`
  /// @param readings by the keys; a key that is not among them is an error
  public void fields(String what, Map<String, Reading<?>> readings) {
    object();
    var seen = new HashSet<String>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var key = parser.currentName();
      if (!seen.add(key)) {
        throw wrong("is there twice", "keep one of the two");
      }
      var reading = readings.get(key);
      if (reading == null) {
        throw wrong("is not a key of " + what, Nearest.remedy(key, List.copyOf(readings.keySet())));
      }
      parser.nextToken();
      reading.read(this);
    }
  }

  /// The elements of an array.
  public <T> List<T> list(Reading<T> each) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw wrong("is " + found(), "give an array");
    }
    var read = new ArrayList<T>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      read.add(each.read(this));
    }
    return List.copyOf(read);
  }

  /// A whole scenario.
  public Scenario scenario(ScenarioReader reader) {
    object();
    var place = place();
    int from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    int to = (int) parser.currentLocation().getCharOffset();
    try {
      return reader.inside(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
    } catch (InvalidInput wrong) {
      throw wrong.within(place);
    }
  }

  private void object() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw wrong("is " + found(), "give an object");
    }
  }

  /// Whether the object that a document is has a key; false where it is no object, or no JSON.
  public static boolean hasKey(byte[] content, String key) {
    try (var parser = ScenarioReader.parserOf(content)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        if (parser.currentName().equals(key)) {
          return true;
        }
        parser.nextToken();
        parser.skipChildren();
      }
      return false;
    } catch (JacksonException _) {
      return false;
    }
  }
}
